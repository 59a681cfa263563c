import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Longer addresses are embedded images. */
const MAX_LENGTH = 2000;

/** The same image twice in the body; one of the front matter may stand in the body, too. */
export const imageDuplicate: Rule = {
  id: 'image-duplicate',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  *check({ references, article: { body } }) {
    const seen = new Set<string>();
    for (const { kind, form, url, range } of references()) {
      if (kind !== 'image' || form === 'html' || range.start < body.start) continue;
      if (url === '' || url.length > MAX_LENGTH) continue;
      if (seen.has(url)) yield { message: message('image-duplicate'), range };
      seen.add(url);
    }
  },
};
