import { entryOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { inTurn, removeEntry, setValue } from '../edit/edit.ts';
import type { Path } from '../edit/edit.ts';
import { fix, offered, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** What a cascade is for: a map, with a kind of page that there is (Hugo resources/page/page_matcher.go). */
export const cascadeTarget: Rule = {
  id: 'cascade-target',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const { tree } = article;
    const cascade = tree && entryOf(tree, 'cascade')?.value;
    if (!cascade || !does(facts.hugo, 'cascadeTargets')) return;
    const maps = (cascade.kind === 'list' ? cascade.items : [cascade]).filter(node => node.kind === 'map');
    for (const [index, map] of maps.entries()) {
      yield* inCascade(map);
      if (does(facts.hugo, 'cascadeLanguageBreaksBuild'))
        yield* languagesOf(map, cascade.kind === 'list' ? ['cascade', index] : ['cascade'], {
          article,
          facts,
        });
    }
  },
};

/** `lang` of a target; its successor is known to the versions of Hugo that do not take it any more. */
function* languagesOf(
  cascade: MapNode,
  path: Path,
  { article, facts }: Pick<Context, 'article' | 'facts'>,
): Generator<Finding> {
  const targets = ['target', '_target'].flatMap(key => entryOf(cascade, key) ?? []);
  // A cascade that sets nothing is left out before its target is read.
  if (targets.length === cascade.entries.length) return;
  for (const target of targets) {
    const found = target.value.kind === 'map' ? entryOf(target.value, 'lang') : undefined;
    if (!found) continue;
    const at = [...path, target.key.value];
    const language = found.value.kind === 'string' ? found.value.value : '';
    const sites = { matrix: { languages: [language] } };
    const edits = (): readonly TextEdit[] | undefined =>
      inTurn(article, [
        now => setValue(now, [...at, 'sites'], sites),
        now => removeEntry(now, [...at, found.key.value]),
      ]);
    const fixes = (): readonly Fix[] => {
      const all = language === '' ? [] : fix(writing(`sites.matrix.languages: ${language}`), edits());
      return facts.hugo === undefined ? offered(all) : all;
    };
    yield { message: message('cascade-target.lang'), range: found.key.range, fixes };
  }
}

const KINDS = new Set(['page', 'home', 'section', 'taxonomy', 'term', '404', 'robotstxt', 'sitemap', 'rss']);

function* inCascade(cascade: MapNode): Generator<Finding> {
  for (const key of ['target', '_target']) {
    const target: Node | undefined = entryOf(cascade, key)?.value;
    if (!target || target.kind === 'null') continue;
    if (target.kind !== 'map') yield { message: message('cascade-target.map'), range: target.range };
    const kind = target.kind === 'map' ? entryOf(target, 'kind')?.value : undefined;
    if (kind?.kind === 'string' && !/[*?[{]/.test(kind.value) && !KINDS.has(kind.value.toLowerCase()))
      yield { message: message('cascade-target.kind', { kind: kind.value }), range: kind.range };
  }
}
