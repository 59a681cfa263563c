import { entryOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Finding, Rule } from './rule.ts';

/** What a cascade is for: a map, with a kind of page that there is (Hugo resources/page/page_matcher.go). */
export const cascadeTarget: Rule = {
  id: 'cascade-target',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article: { tree }, facts }) {
    const cascade = tree && entryOf(tree, 'cascade')?.value;
    if (!cascade || !does(facts.hugo, 'cascadeTargets')) return;
    const maps = (cascade.kind === 'list' ? cascade.items : [cascade]).filter(node => node.kind === 'map');
    for (const map of maps) yield* inCascade(map);
  },
};

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
