import type { Range } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Longer addresses are embedded images. */
const MAX_LENGTH = 2000;

/** An image that stands more often is a sign: a tick in a table, an icon before each line. */
const MOST_USES = 4;

/** The same image twice in the body; one of the front matter may stand in the body, too. */
export const imageDuplicate: Rule = {
  id: 'image-duplicate',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  *check({ references, article: { body } }) {
    const uses = new Map<string, Range[]>();
    for (const { kind, form, url, range } of references()) {
      if (kind !== 'image' || form === 'html' || range.start < body.start) continue;
      if (url === '' || url.length > MAX_LENGTH) continue;
      const ranges = uses.get(url);
      if (ranges) ranges.push(range);
      else uses.set(url, [range]);
    }
    for (const [, ...again] of uses.values()) {
      if (again.length >= MOST_USES) continue;
      for (const range of again) yield { message: message('image-duplicate'), range };
    }
  },
};
