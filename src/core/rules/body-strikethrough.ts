import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import { rangeOf } from '../render/index.ts';
import type { Rule } from './rule.ts';

/** Two ranges written with `~`: since Hugo 0.128 what is between them is struck through. */
export const bodyStrikethrough: Rule = {
  id: 'body-strikethrough',
  scope: 'body',
  reads: ['config', 'hugo'],
  severity: 'warning',
  *check({ article: { text, body }, facts, markdown }) {
    if (!does(facts.hugo, 'singleTildeStrikes')) return;
    for (const { token } of markdown().inlines) {
      for (const child of token.children ?? []) {
        const range = rangeOf(child);
        if (child.type !== 'del_open' || child.markup !== '~' || !range) continue;
        const start = body.start + range.start;
        const around = text.slice(Math.max(0, start - 1), start + 2);
        if (!/^[\d%％℃度万亿元年月日时点]~\s?\d/u.test(around)) continue;
        yield { message: message('body-strikethrough'), range: { start, end: start + 1 } };
      }
    }
  },
};
