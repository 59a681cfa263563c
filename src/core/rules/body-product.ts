import { closingOf } from '../check/body.ts';
import { fix, inserting } from '../fix/fix.ts';
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
      for (const [index, child] of (token.children ?? []).entries()) {
        const range = rangeOf(child);
        if (child.type !== 'em_open' || child.markup !== '*' || !range) continue;
        const start = body.start + range.start;
        if (!/^\d\*\d$/.test(text.slice(start - 1, start + 2))) continue;
        const closing = closingOf(token, index);
        const marks = closing ? [start, body.start + closing.start] : [];
        const fixes = fix(
          message('fix.escape', { text: child.markup }),
          marks.map(at => inserting(at, '\\')),
        );
        yield { message: message('body-product'), range: { start, end: start + 1 }, fixes };
      }
    }
  },
};
