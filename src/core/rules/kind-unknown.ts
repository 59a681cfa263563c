import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { offered, toRemove } from '../fix/fix.ts';
import type { Fix } from '../problem.ts';
import { message } from '../messages.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Finding, Rule } from './rule.ts';

/** Hugo 0.123 to 0.152 reads `kind` from the front matter, and breaks the build over one that there is not. */
export const kindUnknown: Rule = {
  id: 'kind-unknown',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const { tree } = article;
    if (!tree) return;
    yield* ofPath(entryOf(tree, 'path'), facts.hugo);
    const kind = entryOf(tree, 'kind')?.value;
    if (!kind || kind.kind === 'list' || kind.kind === 'map' || kind.kind === 'null') return;
    const name = String(kind.value);
    if (name === '' || name.toLowerCase() === 'page' || !does(facts.hugo, 'kindIsRead')) return;
    if (facts.page.kind !== 'article' && KINDS.has(name.toLowerCase())) return;
    if (KINDS.has(name.toLowerCase()))
      yield { severity: 'warning', message: message('kind-unknown.other', { name }), range: kind.range };
    else
      yield { message: message('kind-unknown', { name }), range: kind.range, fixes: fixesOf(article, name) };
  },
};

/** An article is a page, whatever the file says. */
const fixesOf = (article: Article, name: string): readonly Fix[] =>
  /^(?:page|post|article|posts|pages|文章|页面|\s*)$/i.test(name.trim())
    ? toRemove(article, ['kind'])
    : offered(toRemove(article, ['kind']));

/** A path of its own moves the page, and without one it has no place. */
function* ofPath(path: Entry | undefined, hugo: HugoVersion | undefined): Generator<Finding> {
  if (!path || !does(hugo, 'kindIsRead')) return;
  yield { severity: 'warning', message: message('kind-unknown.path'), range: path.key.range };
}

const KINDS = new Set(['page', 'home', 'section', 'taxonomy', 'term']);
