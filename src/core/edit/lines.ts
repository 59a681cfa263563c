import type { Article } from '../article/article.ts';

/** Lines of an article as its front matter sees them: `\n`, `\r\n` and `\r` end one; the first starts behind the fence. */

export const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** Where the line of `at` starts; not before the front matter's content. */
export function lineStart({ text, fences }: Article, at: number): number {
  const floor = fences?.content.start ?? 0;
  let start = at;
  while (start > floor && !isLineEnd(text[start - 1])) start--;
  return start;
}

/** Where the line of `at` ends, in front of its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text[end])) end++;
  return end;
}

/** The start of the line behind the one of `at`, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + lineEndLength(text, end);
}

const lineEndLength = (text: string, at: number): number =>
  text.startsWith('\r\n', at) ? 2 : Number(isLineEnd(text[at]));

/** The offset in front of the line end that stands before `at`; `at` itself if there is none. */
export function beforeLineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return text[at - 2] === '\r' ? at - 2 : at - 1;
  return text[at - 1] === '\r' ? at - 1 : at;
}

/** The line end of the line of `at`, else of the line before, else of the text's first line, else `\n`. */
export function lineEndNear(text: string, at: number): string {
  const end = lineEnd(text, at);
  const own = text.slice(end, end + lineEndLength(text, end));
  if (own !== '') return own;
  let start = at;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  const before = text.slice(beforeLineEnd(text, start), start);
  return before === '' ? (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') : before;
}

/** What a line starting below `at` needs to be as far in; a dash before `at` counts as a space. */
export const indentAt = (article: Article, at: number): string =>
  article.text.slice(lineStart(article, at), at).replace(/[^ \t]/g, ' ');

/** The blanks that the line of `at` starts with. */
export function indentOfLine(article: Article, at: number): string {
  const start = lineStart(article, at);
  return /^[ \t]*/.exec(article.text.slice(start, at))?.[0] ?? '';
}

export const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** Whether a line consists of a comment only. */
export const isCommentLine = (line: string): boolean => /^[ \t]*#/.test(line);
