import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { insert, replace } from './apply.ts';
import {
  beforeLineEnd,
  indentAt,
  isBlank,
  isCommentLine,
  isLineEnd,
  lineEnd,
  lineEndNear,
  lineStart,
  nextLine,
} from './lines.ts';

/** A part of a map or list that has lines of its own; from its key, dash or table header to the end of its value. */
export interface LinePart {
  readonly start: number;
  readonly end: number;
}

/** A map or list written as lines, its parts in the order of the text. */
export interface LineBox {
  readonly article: Article;
  readonly parts: readonly LinePart[];
  /** Whether comments further in than a part belong to it. */
  readonly indented: boolean;
}

/** Whether nothing but blanks stands in front of a part on its line. */
const startsLine = (article: Article, { start }: LinePart): boolean =>
  isBlank(article.text.slice(lineStart(article, start), start));

/** Whether a part stands behind the dash of the list item that it begins. */
const followsDash = (article: Article, { start }: LinePart): boolean =>
  /^[ \t]*(?:-[ \t]+)+$/.test(article.text.slice(lineStart(article, start), start));

/** The start of the line behind a part, its comments behind and further in included. */
function behind({ article, indented }: LineBox, { start, end }: LinePart): number {
  const { text } = article;
  let at = isLineEnd(text[end - 1]) ? end : nextLine(text, end);
  const column = start - lineStart(article, start);
  while (indented && at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    if (!isCommentLine(line) || line.indexOf('#') <= column) break;
    at = nextLine(text, at);
  }
  return at;
}

/** The lines of comments directly above `at`, as starts of lines from the nearest up. */
function commentLinesAbove(article: Article, at: number): number[] {
  const { text, fences } = article;
  const starts: number[] = [];
  let start = lineStart(article, at);
  while (start > (fences?.content.start ?? 0)) {
    const above = lineStart(article, beforeLineEnd(text, start));
    if (!isCommentLine(text.slice(above, start))) break;
    starts.push(above);
    start = above;
  }
  return starts;
}

/** Where the comments directly above a part start; the part's line if there are none, or if it shares a line. */
export function topOfComments(article: Article, part: LinePart): number {
  if (!startsLine(article, part)) return part.start;
  return commentLinesAbove(article, part.start).at(-1) ?? lineStart(article, part.start);
}

/** The start of the line behind what goes with a part: comments further in only if its value has lines of its own. */
function endOfOwn(box: LineBox, part: LinePart): number {
  const { article } = box;
  const { start, end } = part;
  if (lineStart(article, end) > lineStart(article, start)) return behind(box, part);
  return nextLine(article.text, end);
}

/** A comment that is an entry switched off, or speaks to a tool; it is not about the part below. */
const STANDS_ALONE = /^[ \t]*#[ \t]*(?:[\w-]+[ \t]*[:=](?:\s|$)|- |yaml-language-server|:schema|\$schema|@)/;

/**
 * Where the comments that clearly belong to a part start, else the part's line: comment lines directly above, as far
 * in as it, that neither open the map or list nor head a group (a blank line above, another part right below), and
 * of these the ones below the last that stands alone.
 */
function topOfOwn(box: LineBox, index: number): number {
  const { article, parts } = box;
  const part = parts[index];
  if (!part) return 0;
  const own = lineStart(article, part.start);
  if (index === 0 || !startsLine(article, part)) return own;
  const column = part.start - own;
  const mine: number[] = [];
  for (const start of commentLinesAbove(article, part.start)) {
    const line = article.text.slice(start, lineEnd(article.text, start));
    if (line.indexOf('#') !== column || STANDS_ALONE.test(line)) break;
    mine.push(start);
  }
  const top = mine.at(-1) ?? own;
  return top !== own && isHeading(box, index, top) ? own : top;
}

function isHeading(box: LineBox, index: number, top: number): boolean {
  const { article, parts } = box;
  const [part, next] = [parts[index], parts[index + 1]];
  if (!part || !next) return false;
  const above = lineStart(article, beforeLineEnd(article.text, top));
  return (
    isBlank(article.text.slice(above, beforeLineEnd(article.text, top))) &&
    lineStart(article, next.start) === behind(box, part)
  );
}

/** Puts lines in front of the `index`-th part, or behind the last. `written`: without indentation and last line end. */
export function insertLines(box: LineBox, index: number, written: string): TextEdit[] | undefined {
  const { article, parts } = box;
  const before = parts[index - 1];
  return before ? insertBehind(box, before, written) : insertInFront(article, parts[0], written);
}

function insertBehind(box: LineBox, part: LinePart, written: string): TextEdit[] | undefined {
  const { text } = box.article;
  const indent = indentOf(box.article, part);
  if (indent === undefined) return undefined;
  const at = behind(box, part);
  if (!isLineEnd(text[at - 1])) return [insert(at, lineEndNear(text, part.start) + indent + written)];
  return [insert(at, indent + written + text.slice(beforeLineEnd(text, at), at))];
}

function insertInFront(
  article: Article,
  part: LinePart | undefined,
  written: string,
): TextEdit[] | undefined {
  const indent = part && indentOf(article, part);
  if (!part || indent === undefined) return undefined;
  const lineEnding = lineEndNear(article.text, part.start);
  if (!startsLine(article, part)) return [insert(part.start, written + lineEnding + indent)];
  return [insert(belowDirectives(article, part), indent + written + lineEnding)];
}

/** Above the comments of a part that are as far in as it; a comment to a tool at the very top stays there. */
function belowDirectives(article: Article, part: LinePart): number {
  const { text } = article;
  const column = part.start - lineStart(article, part.start);
  const isAside = (start: number): boolean => text.slice(start, lineEnd(text, start)).indexOf('#') !== column;
  const above = commentLinesAbove(article, part.start);
  const aside = above.findIndex(isAside);
  const top = (aside === -1 ? above : above.slice(0, aside)).at(-1) ?? lineStart(article, part.start);
  const line = text.slice(top, lineEnd(text, top));
  return /^#[ \t]*(?:yaml-language-server|:schema|\$schema|@)/.test(line) ? nextLine(text, top) : top;
}

function indentOf(article: Article, part: LinePart): string | undefined {
  return startsLine(article, part) || followsDash(article, part) ? indentAt(article, part.start) : undefined;
}

/**
 * Takes a part out with its lines; not the only one, whose map or list would have no lines left. `thoroughly`: with
 * the comments and blank lines behind it that a block scalar above would take for its own.
 */
export function removeLines(box: LineBox, index: number, thoroughly: boolean): TextEdit[] | undefined {
  const { article, parts } = box;
  const { text } = article;
  const [part, next] = [parts[index], parts[index + 1]];
  if (!part) return undefined;
  if (startsLine(article, part)) {
    const end = thoroughly ? behindBlanks(text, behind(box, part)) : endOfOwn(box, part);
    const start = topOfOwn(box, index);
    if (isLineEnd(text[end - 1])) return [replace(start, end, '')];
    return [replace(beforeLineEnd(text, start), end, '')];
  }
  if (!next || !followsDash(article, part)) return undefined;
  const end = endOfOwn(box, part);
  if (isBlank(text.slice(end, next.start))) return [replace(part.start, next.start, '')];
  // Blank lines and comments stay behind the dash, and the next part on its own line.
  const dash = text.slice(0, part.start).trimEnd().length;
  return [replace(dash, beforeLineEnd(text, end), '')];
}

function behindBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && isBlank(text.slice(end, lineEnd(text, end)))) end = nextLine(text, end);
  return end;
}

/** Moves parts with their comments to other places; `permutation[i]` is the old index of the new `i`-th. */
export function reorderLines(box: LineBox, permutation: readonly number[]): TextEdit[] | undefined {
  const { text } = box.article;
  const slots = box.parts.map((part, index) => slotOf(box, part, box.parts[index - 1]));
  const [first] = box.parts;
  // Behind the dash of an outer item there is no line for a comment.
  if (
    first &&
    !startsLine(box.article, first) &&
    slots.some(({ start }, index) => start !== box.parts[index]?.start)
  )
    return undefined;
  const edits: TextEdit[] = [];
  for (const [index, from] of permutation.entries()) {
    const [slot, source] = [slots[index], slots[from]];
    if (!slot || !source) return undefined;
    if (index !== from) edits.push(replace(slot.start, slot.end, text.slice(source.start, source.end)));
  }
  return edits;
}

/** A part with its comments, from its first character to the end of its last line. */
function slotOf(box: LineBox, part: LinePart, before: LinePart | undefined): LinePart {
  const { article } = box;
  const top = Math.max(topOfComments(article, part), before ? behind(box, before) : 0);
  const blanks = /^[ \t]*/.exec(article.text.slice(top, part.start))?.[0].length ?? 0;
  return { start: top + blanks, end: beforeLineEnd(article.text, behind(box, part)) };
}
