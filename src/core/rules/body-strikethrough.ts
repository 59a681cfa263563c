import { does } from '../hugo/behaviour.ts';
import { closingOf } from '../check/body.ts';
import { fix, inserting } from '../fix/fix.ts';
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
      for (const [index, child] of (token.children ?? []).entries()) {
        const range = rangeOf(child);
        if (child.type !== 'del_open' || child.markup !== '~' || !range) continue;
        const start = body.start + range.start;
        const around = text.slice(Math.max(0, start - 1), start + 2);
        if (!/^[\d%％℃度万亿元年月日时点]~\s?\d/u.test(around)) continue;
        const closing = closingOf(token, index);
        const marks = closing ? [start, body.start + closing.start] : [];
        const fixes = fix(
          message('fix.escape', { text: child.markup }),
          marks.map(at => inserting(at, '\\')),
        );
        yield { message: message('body-strikethrough'), range: { start, end: start + 1 }, fixes };
      }
    }
  },
};
