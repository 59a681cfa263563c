import type { Article } from '../article/article.ts';
import type { Entry, MapNode, Node } from '../article/tree.ts';
import type { Path } from '../edit/edit.ts';
import { keepLast, keepOne } from '../fix/duplicates.ts';
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
    if (article.tree) yield* inMap({ map: article.tree, path: [] }, article, breaks);
  },
};

interface MapAt {
  readonly map: MapNode;
  readonly path: Path;
}

function* inMap({ map, path }: MapAt, article: Article, breaks: boolean): Generator<Finding> {
  const seen = new Map<string, Entry>();
  for (const entry of map.entries) {
    const { key, value } = entry;
    const folded = path.length === 0 ? key.value.toLowerCase() : key.value;
    const earlier = seen.get(folded);
    if (earlier === undefined) {
      seen.set(folded, entry);
    } else if (earlier.key.value === key.value) {
      const severity = breaks ? 'error' : 'warning';
      const fixes = () => keepLast(article, path, { earlier, later: entry });
      yield { severity, message: message('key-duplicate', { key: key.value }), range: key.range, fixes };
    } else {
      const text = message('key-duplicate.case', { key: key.value, earlier: earlier.key.value });
      const fixes = () => keepOne(article, path, { earlier, later: entry });
      yield { severity: 'warning', message: text, range: key.range, fixes };
    }
    if (isCollection(value)) yield* inNode(value, { article, breaks }, [...path, key.value]);
  }
}

function* inNode(
  node: Node,
  { article, breaks }: { readonly article: Article; readonly breaks: boolean },
  path: Path,
): Generator<Finding> {
  if (node.kind === 'map') yield* inMap({ map: node, path }, article, breaks);
  if (node.kind !== 'list') return;
  for (const [index, item] of node.items.entries())
    if (isCollection(item)) yield* inNode(item, { article, breaks }, [...path, index]);
}

const isCollection = ({ kind }: Node): boolean => kind === 'map' || kind === 'list';
