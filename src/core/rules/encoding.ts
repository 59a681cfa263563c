import { does } from '../hugo/behaviour.ts';
import { toUtf8 } from '../fix/encoding.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A file that is not UTF-8. Hugo reads nothing else: the build breaks, or readers get garbled characters. */
export const encoding: Rule = {
  id: 'encoding',
  scope: 'head',
  reads: ['hugo', 'files'],
  severity: 'warning',
  *check({ article, facts }) {
    if (!facts.encoding) return;
    const { name, at } = facts.encoding;
    const inHead = article.fences !== undefined && at.start < article.body.start;
    const breaks =
      (name === 'gb18030' || name === 'unknown') && inHead && does(facts.hugo, 'invalidBytesBreakBuild');
    const fixes = name === 'unknown' ? [] : toUtf8(article);
    yield { severity: breaks ? 'error' : 'warning', message: message(`encoding.${name}`), range: at, fixes };
  },
};
