import type { Article } from '../article/article.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { fix, replacing } from './fix.ts';

/**
 * The same text in UTF-8, without byte order marks: all of it is replaced, for no byte of it needs to stay. Whoever
 * applies this writes UTF-8.
 */
export function toUtf8({ text }: Article): readonly Fix[] {
  const newText = text.replace(/^\ufeff+/, '');
  return fix(message('fix.utf-8'), [replacing({ start: 0, end: text.length }, newText)]);
}
