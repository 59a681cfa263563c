import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';

/** The text of a range for a message: one line, at most 30 characters. */
export function sourceText({ text }: Article, { start, end }: Range): string {
  const [line = ''] = text.slice(start, end).split(/\r?\n/, 1);
  return line.length > 30 || end - start > line.length ? `${line.slice(0, 30)}…` : line;
}
