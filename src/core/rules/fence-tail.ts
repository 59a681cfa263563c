import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** `----` ends the front matter as `---` does, and the rest of the line is printed. */
export const fenceTail: Rule = {
  id: 'fence-tail',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { text, fences } }) {
    const close = fences?.close;
    if (!close || fences.format === 'json') return;
    const tail = /[-+=—\u200b-\u200f\u2060\ufeff]+(?=[ \t]*(?:[\r\n]|$))/y;
    tail.lastIndex = close.end;
    const found = tail.exec(text)?.[0];
    if (found === undefined) return;
    const range = { start: close.start, end: close.end + found.length };
    const fence = text.slice(close.start, close.end);
    yield { message: message('fence-tail', { fence, found }), range };
  },
};
