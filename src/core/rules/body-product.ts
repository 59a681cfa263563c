import { message } from '../messages.ts';
import { rangeOf } from '../render/index.ts';
import type { Rule } from './rule.ts';

/** `3*4 … 5*6`: two asterisks between digits make what is between them italic, and are gone. */
export const bodyProduct: Rule = {
  id: 'body-product',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { text, body }, markdown }) {
    for (const { token } of markdown().inlines) {
      for (const child of token.children ?? []) {
        const range = rangeOf(child);
        if (child.type !== 'em_open' || child.markup !== '*' || !range) continue;
        const start = body.start + range.start;
        if (!/^\d\*\d$/.test(text.slice(start - 1, start + 2))) continue;
        yield { message: message('body-product'), range: { start, end: start + 1 } };
      }
    }
  },
};
