import type { MapNode, Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A key that is there twice. The same spelling breaks the build since Hugo 0.152; spellings that differ in case
 * only are one key for Hugo, and one of the values is lost without a word.
 */
export const keyDuplicate: Rule = {
  id: 'key-duplicate',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const breaks = does(facts.hugo, 'duplicateKeysBreakBuild') && article.fences?.format !== 'json';
    if (article.tree) yield* inMap(article.tree, true, breaks);
  },
};

function* inMap(map: MapNode, atTop: boolean, breaks: boolean): Generator<Finding> {
  const seen = new Map<string, string>();
  for (const { key, value } of map.entries) {
    const folded = atTop ? key.value.toLowerCase() : key.value;
    const earlier = seen.get(folded);
    if (earlier === undefined) {
      seen.set(folded, key.value);
    } else if (earlier === key.value) {
      const severity = breaks ? 'error' : 'warning';
      yield { severity, message: message('key-duplicate', { key: key.value }), range: key.range };
    } else {
      const text = message('key-duplicate.case', { key: key.value, earlier });
      yield { severity: 'warning', message: text, range: key.range };
    }
    yield* inNode(value, breaks);
  }
}

function* inNode(node: Node, breaks: boolean): Generator<Finding> {
  if (node.kind === 'map') yield* inMap(node, false, breaks);
  if (node.kind === 'list') for (const item of node.items) yield* inNode(item, breaks);
}
