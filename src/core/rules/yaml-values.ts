import type { Article } from '../article/article.ts';
import type { MapNode, Node, Range } from '../article/tree.ts';
import type { Path } from '../edit/edit.ts';

/** A value of YAML front matter, and what stands in front of it. */
export interface YamlValue {
  readonly node: Node;
  readonly path: Path;
  /** Between the key or the item before and the value: colon or dash, anchors and tags, comments. */
  readonly gap: Range;
}

/** A name (`&news`) or type (`!x`) that is written in front of a value, and is no part of it. */
export interface Mark {
  readonly text: string;
  readonly range: Range;
}

/** All values of front matter that is YAML, each before those in it; nothing where the tree has no places. */
export function* yamlValues({ tree, fences }: Article): Generator<YamlValue> {
  if (tree && tree.range.end > 0 && fences?.format === 'yaml') yield* inMap(tree, []);
}

function* inMap({ entries }: MapNode, path: Path): Generator<YamlValue> {
  for (const { key, value } of entries) {
    const gap = { start: key.range.end, end: value.range.start };
    yield* inNode({ node: value, path: [...path, key.value], gap });
  }
}

function* inNode(value: YamlValue): Generator<YamlValue> {
  yield value;
  const { node, path } = value;
  if (node.kind === 'map') yield* inMap(node, path);
  if (node.kind !== 'list') return;
  let { start } = node.range;
  for (const [index, item] of node.items.entries()) {
    yield* inNode({ node: item, path: [...path, index], gap: { start, end: item.range.start } });
    start = item.range.end;
  }
}

/** The names and types in front of a value. */
export function marksOf({ text }: Article, { gap }: YamlValue): readonly Mark[] {
  if (gap.end - gap.start < 2) return [];
  const between = text.slice(gap.start, gap.end).replace(/#[^\r\n]*/g, comment => ' '.repeat(comment.length));
  return Array.from(between.matchAll(/(?<=[\s,[{:?-])[&!][^\s,[\]{}]*/g), ({ index, 0: found }) => ({
    text: found,
    range: { start: gap.start + index, end: gap.start + index + found.length },
  }));
}
