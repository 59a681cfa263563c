import type { Article } from '../article/article.ts';
import { literalMarkersIn } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { boldFixes } from '../fix/emphasis.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { literalDelimitersOf, rangeOf } from '../render/index.ts';
import type { BodyRange, Token } from '../render/index.ts';
import type { Rule } from './rule.ts';

/**
 * Bold that stays asterisks on the page: beside Hanzi a marker that touches punctuation neither opens nor closes
 * (CommonMark 0.31, left- and right-flanking). Decided by the parser, so it is told exactly where Hugo does so.
 */
export const bodyEmphasis: Rule = {
  id: 'body-emphasis',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article, facts, markdown }) {
    for (const { token } of markdown().inlines) {
      for (const char of ['*', '_']) {
        const runs = literalDelimitersOf(token).filter(run => run.char === char && run.end - run.start >= 2);
        for (let i = 0; i + 1 < runs.length; i += 2) {
          const [open, close] = [runs[i], runs[i + 1]];
          if (!open || !close) continue;
          const range = { start: article.body.start + open.start, end: article.body.start + close.end };
          const inner = article.text.slice(range.start, range.end);
          // `__init__` is meant as it stands.
          if (char === '_' && !/\p{Script=Han}/u.test(inner)) continue;
          const code = char === '_' ? 'body-emphasis.underscore' : 'body-emphasis';
          yield { message: message(code), range, fixes: fixesOf(article, facts, { token, open, close }) };
        }
      }
    }
  },
};

interface Bold {
  readonly token: Token;
  readonly open: BodyRange;
  readonly close: BodyRange;
}

/** Each way is tried on the running text alone; a very long one is not worth the time. */
const LONGEST = 5000;

function fixesOf({ text, body }: Article, facts: Facts, { token, open, close }: Bold): readonly Fix[] {
  const place = rangeOf(token);
  if (!place || place.end - place.start > LONGEST) return [];
  const from = body.start + place.start;
  const inside = ({ start, end }: BodyRange): BodyRange => ({
    start: start - place.start,
    end: end - place.start,
  });
  const bold = { text: text.slice(from, body.start + place.end), open: inside(open), close: inside(close) };
  return boldFixes(bold, from, changed => literalMarkersIn(changed, facts));
}
