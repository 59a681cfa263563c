import type { Article } from '../article/article.ts';
import type { Entry, ListNode, MapNode, Range } from '../article/tree.ts';
import type { LineBox, LinePart } from './blocks.ts';
import type { FlowBox } from './flows.ts';
import { lineStart } from './lines.ts';
import { isMerged } from './place.ts';
import type { Pen } from './write.ts';

/** Parts of a map or list that lie in the text one behind the other, with what each is in the tree. */
export type Box =
  | ({ readonly layout: 'lines'; readonly indexes: readonly number[] } & LineBox)
  | ({ readonly layout: 'flow'; readonly indexes: readonly number[] } & FlowBox);

/** The parts of a map or list as the text lays them out. `indexes[i]`: which entry or item the `i`-th part is. */
export function boxOf(article: Article, node: MapNode | ListNode, pen: Pen): Box {
  const pieces = node.kind === 'map' ? entryParts(article, node) : itemParts(article, node);
  pieces.sort((a, b) => a.part.start - b.part.start);
  const parts = pieces.map(({ part }) => part);
  const indexes = pieces.map(({ index }) => index);
  if (node.style !== 'flow') {
    return { layout: 'lines', article, parts, indexes, indented: article.fences?.format === 'yaml' };
  }
  const inside = { start: node.range.start + 1, end: node.range.end - 1 };
  return { layout: 'flow', article, inside, parts, indexes, comma: pen.habits.comma, unit: pen.habits.unit };
}

interface Piece {
  readonly index: number;
  readonly part: LinePart;
}

/** A key that is a list or map is mostly what is left of a broken list. */
function entryParts(article: Article, node: MapNode): Piece[] {
  return node.entries.flatMap((entry, index) =>
    isMerged(article, entry) || entry.key.style === 'flow'
      ? []
      : [{ index, part: entryPart(article, entry) }],
  );
}

/** In TOML an entry starts with its table header, or with the whole of its dotted key. */
function entryPart(article: Article, entry: Entry): Range {
  const { start } = entry.key.range;
  const end = Math.max(entry.range.end, start);
  if (article.fences?.format !== 'toml') return { start, end };
  if (isSection(article, entry)) return entry.range;
  const line = article.text.slice(lineStart(article, start), start);
  const dotted = /(?:(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')[ \t]*\.[ \t]*)+$/.exec(line)?.[0] ?? '';
  return { start: start - dotted.length, end };
}

/** Whether a TOML entry is a table, or an array of tables, with a header of its own. */
export const isSection = ({ text }: Article, { range }: Entry): boolean => text[range.start] === '[';

function itemParts(article: Article, node: ListNode): Piece[] {
  let from = node.range.start;
  return node.items.map((item, index) => {
    const start = node.style === 'block' ? dashBefore(article, from, item.range.start) : item.range.start;
    from = item.range.end;
    return { index, part: { start, end: Math.max(item.range.end, start + Number(node.style === 'block')) } };
  });
}

/** The dash of the item at `at`; comments between it and the item before may hold dashes, too. */
export function dashBefore({ text }: Article, from: number, at: number): number {
  const between = text.slice(from, at).replace(/#[^\r\n]*/g, comment => ' '.repeat(comment.length));
  const dash = between.search(/-(?=\s|$)/);
  return from + Math.max(0, dash);
}
