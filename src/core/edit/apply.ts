import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { isLineEnd } from './lines.ts';

/** The text after all edits, which do not overlap; those at the same place apply in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

export const replace = (start: number, end: number, newText: string): TextEdit => ({
  range: { start, end },
  newText,
});

export const insert = (at: number, newText: string): TextEdit => replace(at, at, newText);

/** One step of several; `undefined` ends them all. */
export type Step = (article: Article) => readonly TextEdit[] | undefined;

/** Does one edit after the other and gives the difference to the text there was. */
export function inTurn(article: Article, steps: readonly Step[]): TextEdit[] | undefined {
  let current = article;
  for (const step of steps) {
    const edits = step(current);
    if (!edits) return undefined;
    if (edits.length > 0) current = parseArticle(applyEdits(current.text, edits));
  }
  return difference(article.text, current.text);
}

/** The smallest one edit between two texts that cuts neither a character nor a line end, at a line's start if it can. */
function difference(from: string, to: string): TextEdit[] {
  if (from === to) return [];
  const longest = Math.min(from.length, to.length);
  let start = 0;
  while (start < longest && from[start] === to[start]) start++;
  while (start > 0 && (cuts(from, start) || cuts(to, start))) start--;
  let tail = 0;
  while (tail < longest - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  while (tail > 0 && (cuts(from, from.length - tail) || cuts(to, to.length - tail))) tail--;
  while (start > 0 && !isLineEnd(from[start - 1]) && repeats(from, start, tail) && repeats(to, start, tail)) {
    start--;
    tail++;
  }
  return [replace(start, from.length - tail, to.slice(start, to.length - tail))];
}

/** Whether what lies between `start` and the tail, if anything, ends with what stands in front of it. */
const repeats = (text: string, start: number, tail: number): boolean =>
  text.length - tail === start || text[start - 1] === text[text.length - tail - 1];

const cuts = (text: string, at: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
