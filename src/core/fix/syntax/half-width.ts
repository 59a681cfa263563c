import type { Range } from '../../article/tree.ts';
import type { TextEdit } from '../../problem.ts';
import { replacing } from '../fix.ts';

/** Signs of input methods, and what they stand for between the values of a list or map. */
const HALF: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['、', ','],
  ['：', ':'],
  ['［', '['],
  ['］', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['“', '"'],
  ['”', '"'],
  ['＂', '"'],
]);

/**
 * Puts half-width signs in place of those of an input method, with a space behind commas and colons.
 *
 * @param signs finds the signs, and the quoted texts in which they stay
 */
export function halfWidth(text: string, range: Range, signs: RegExp): TextEdit[] {
  const source = text.slice(range.start, range.end);
  return [...source.matchAll(signs)].flatMap(({ index, 0: found }) => {
    const half = HALF.get(found);
    if (half === undefined) return [];
    const start = range.start + index;
    const space = /[,:]/.test(half) && /\S/.test(text[start + 1] ?? '') ? ' ' : '';
    return [replacing({ start, end: start + 1 }, half + space)];
  });
}
