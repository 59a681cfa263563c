import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import { insert, replace } from './apply.ts';
import {
  indentOfLine,
  isBlank,
  isCommentLine,
  isLineEnd,
  lineEnd,
  lineEndNear,
  lineStart,
  nextLine,
} from './lines.ts';

/** A map or list in brackets. */
export interface FlowBox {
  readonly article: Article;
  /** What stands between the brackets. */
  readonly inside: Range;
  readonly parts: readonly Range[];
  /** What stands between two parts of one line, where the box has none that shows it. */
  readonly comma: string;
  /** Indentation of parts on lines of their own, where the box has none that shows it. */
  readonly unit: string;
}

/** What stands between two parts, or between a part and a bracket. */
interface Gap extends Range {
  readonly text: string;
  /** Offset of the comma. */
  readonly comma: number | undefined;
  readonly hasComment: boolean;
}

/** The gap in front of the `index`-th part, or behind the last; `undefined` if it holds an anchor or the like. */
function gapAt({ article, inside, parts }: FlowBox, index: number): Gap | undefined {
  const start = parts[index - 1]?.end ?? inside.start;
  const end = parts[index]?.start ?? inside.end;
  const text = article.text.slice(start, end);
  const bare = text.replace(/#[^\r\n]*/g, comment => ' '.repeat(comment.length));
  if (!/^\s*,?\s*$/.test(bare)) return undefined;
  const comma = bare.indexOf(',');
  return { start, end, text, comma: comma === -1 ? undefined : start + comma, hasComment: bare !== text };
}

/** Whether a part has nothing but blanks in front of it on its line. */
const startsLine = ({ article, inside }: FlowBox, { start }: Range): boolean => {
  const line = lineStart(article, start);
  return line > inside.start && isBlank(article.text.slice(line, start));
};

/** Where the line of a part ends, its comma and comment included; `undefined` if more follows on the line. */
function endOfLine(box: FlowBox, part: Range, gap: Gap): number | undefined {
  const { text } = box.article;
  const end = lineEnd(text, part.end);
  if (end > gap.end || (end === gap.end && !isLineEnd(text[end]))) return undefined;
  return /^\s*,?[ \t]*(?:#.*)?$/.test(text.slice(part.end, end)) ? end : undefined;
}

/** Puts a part in front of the `index`-th, or behind the last. */
export function insertPart(box: FlowBox, index: number, written: string): TextEdit[] | undefined {
  const before = box.parts[index - 1];
  if (before) return insertBehind(box, before, index, written);
  return box.parts[0] ? insertFirst(box, box.parts[0], written) : insertOnly(box, written);
}

function insertOnly({ article, inside, unit }: FlowBox, written: string): TextEdit[] | undefined {
  const { text } = article;
  const between = text.slice(inside.start, inside.end);
  if (between.trim() !== '') return undefined;
  if (isBlank(between)) return [insert(inside.start, between + written)];
  const indent = indentOfLine(article, inside.end) + unit;
  return [insert(inside.start, lineEndNear(text, inside.start) + indent + written)];
}

function insertFirst(box: FlowBox, first: Range, written: string): TextEdit[] | undefined {
  const { article, inside } = box;
  const gap = gapAt(box, 0);
  if (!gap) return undefined;
  if (!startsLine(box, first)) return [insert(first.start, written + commaOf(box))];
  const line = nextLine(article.text, inside.start);
  const lineEnding = lineEndNear(article.text, inside.start);
  return [insert(line, `${indentOfLine(article, first.start)}${written},${lineEnding}`)];
}

function insertBehind(box: FlowBox, before: Range, index: number, written: string): TextEdit[] | undefined {
  const { article } = box;
  const gap = gapAt(box, index);
  if (!gap) return undefined;
  const end = startsLine(box, before) ? endOfLine(box, before, gap) : undefined;
  if (!startsLine(box, before)) return [insert(before.end, commaOf(box) + written)];
  const line = lineEndNear(article.text, before.start) + indentOfLine(article, before.start) + written;
  if (end === undefined) {
    // The bracket, or the next part, stands on the same line.
    const isLast = index === box.parts.length;
    return [insert(before.end, isLast ? `,${line}` : commaOf(box) + written)];
  }
  if (gap.comma !== undefined) return gap.comma < end ? [insert(end, `${line},`)] : undefined;
  return end === before.end ? [insert(end, `,${line}`)] : [insert(before.end, ','), insert(end, line)];
}

/** The comma with its blanks between the first two parts, if they stand on one line. */
function commaOf(box: FlowBox): string {
  const gap = box.parts.length > 1 ? gapAt(box, 1) : undefined;
  return gap && /^[ \t]*,[ \t]*$/.test(gap.text) ? gap.text : box.comma;
}

/** Takes a part out with one comma and, if it has lines of its own, with these. */
export function removePart(box: FlowBox, index: number): TextEdit[] | undefined {
  const part = box.parts[index];
  const [before, after] = [gapAt(box, index), gapAt(box, index + 1)];
  if (!part || !before || !after) return undefined;
  if (box.parts.length === 1) return removeOnly(box, part, before, after);
  const isLast = index === box.parts.length - 1;
  if (startsLine(box, part)) {
    const end = endOfLine(box, part, after);
    if (end !== undefined && (after.comma ?? 0) < end) {
      const lines = replace(
        index === 0 ? lineStart(box.article, part.start) : topOfComments(box, part, before),
        nextLine(box.article.text, end),
        '',
      );
      if (!isLast || after.comma !== undefined) return [lines];
      return before.comma === undefined ? undefined : [replace(before.comma, before.comma + 1, ''), lines];
    }
  }
  if (index > 0) return before.hasComment ? undefined : [replace(before.start, part.end, '')];
  return after.hasComment ? undefined : [replace(part.start, after.end, '')];
}

function removeOnly(box: FlowBox, part: Range, before: Gap, after: Gap): TextEdit[] | undefined {
  const end = endOfLine(box, part, after) ?? (after.comma === undefined ? part.end : after.comma + 1);
  if (!before.hasComment) return [replace(before.start, end, '')];
  if (!startsLine(box, part) || !isLineEnd(box.article.text[end])) return undefined;
  return [replace(lineStart(box.article, part.start), nextLine(box.article.text, end), '')];
}

/** Where the comment lines directly above a part start. */
function topOfComments({ article }: FlowBox, part: Range, before: Gap): number {
  let top = lineStart(article, part.start);
  for (;;) {
    const above = lineStart(article, top - (article.text.startsWith('\r\n', top - 2) ? 2 : 1));
    if (above <= before.start || !isCommentLine(article.text.slice(above, top))) return top;
    top = above;
  }
}

/** Moves parts; comments behind parts with lines of their own move, too. `permutation[i]`: old index of the new `i`-th. */
export function reorderParts(box: FlowBox, permutation: readonly number[]): TextEdit[] | undefined {
  const slots = box.parts.map((part, index) => slotsOf(box, part, index));
  const edits: TextEdit[] = [];
  for (const [index, from] of permutation.entries()) {
    const [slot, source] = [slots[index], slots[from]];
    if (!slot || !source) return undefined;
    if (index === from) continue;
    const { text } = box.article;
    edits.push(replace(slot.part.start, slot.part.end, text.slice(source.part.start, source.part.end)));
    const comment = text.slice(source.comment.start, source.comment.end);
    if (comment !== text.slice(slot.comment.start, slot.comment.end))
      edits.push(replace(slot.comment.start, slot.comment.end, comment));
  }
  return edits;
}

/** A part with the comments above it, and the comment behind it. */
function slotsOf(box: FlowBox, part: Range, index: number): { part: Range; comment: Range } | undefined {
  const [before, after] = [gapAt(box, index), gapAt(box, index + 1)];
  if (!before || !after) return undefined;
  const end = startsLine(box, part) ? endOfLine(box, part, after) : undefined;
  if (end === undefined) return { part, comment: { start: part.end, end: part.end } };
  const top = topOfComments(box, part, before);
  const blanks = /^[ \t]*/.exec(box.article.text.slice(top, part.start))?.[0].length ?? 0;
  const comma = after.comma !== undefined && after.comma < end ? after.comma + 1 : part.end;
  return { part: { start: top + blanks, end: part.end }, comment: { start: comma, end } };
}
