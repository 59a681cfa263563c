import { entryOf } from '../article/tree.ts';
import type { Entry } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Finding, Rule } from './rule.ts';

/** Hugo 0.123 to 0.152 reads `kind` from the front matter, and breaks the build over one that there is not. */
export const kindUnknown: Rule = {
  id: 'kind-unknown',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article: { tree }, facts }) {
    if (!tree) return;
    yield* ofPath(entryOf(tree, 'path'), facts.hugo);
    const kind = entryOf(tree, 'kind')?.value;
    if (!kind || kind.kind === 'list' || kind.kind === 'map' || kind.kind === 'null') return;
    const name = String(kind.value);
    if (name === '' || name.toLowerCase() === 'page' || !does(facts.hugo, 'kindIsRead')) return;
    if (facts.page.kind !== 'article' && KINDS.has(name.toLowerCase())) return;
    if (KINDS.has(name.toLowerCase()))
      yield { severity: 'warning', message: message('kind-unknown.other', { name }), range: kind.range };
    else yield { message: message('kind-unknown', { name }), range: kind.range };
  },
};

/** A path of its own moves the page, and without one it has no place. */
function* ofPath(path: Entry | undefined, hugo: HugoVersion | undefined): Generator<Finding> {
  if (!path || !does(hugo, 'kindIsRead')) return;
  yield { severity: 'warning', message: message('kind-unknown.path'), range: path.key.range };
}

const KINDS = new Set(['page', 'home', 'section', 'taxonomy', 'term']);
