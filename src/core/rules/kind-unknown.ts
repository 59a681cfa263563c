import { entryOf } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Hugo 0.123 to 0.152 reads `kind` from the front matter, and breaks the build over one that there is not. */
export const kindUnknown: Rule = {
  id: 'kind-unknown',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article: { tree }, facts }) {
    const kind = tree && entryOf(tree, 'kind')?.value;
    if (!kind || kind.kind === 'list' || kind.kind === 'map' || kind.kind === 'null') return;
    const name = String(kind.value);
    if (name === '' || KINDS.has(name.toLowerCase()) || !does(facts.hugo, 'kindIsRead')) return;
    yield { message: message('kind-unknown', { name }), range: kind.range };
  },
};

const KINDS = new Set(['page', 'home', 'section', 'taxonomy', 'term']);
