import { message } from '../messages.ts';
import { literalDelimitersOf } from '../render/index.ts';
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
  *check({ article, markdown }) {
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
          yield { message: message(code), range };
        }
      }
    }
  },
};
