import { message } from '../messages.ts';
import { publication, rangeOfDate, settingsOf, siteTime } from './dates-of.ts';
import type { Rule } from './rule.ts';

/** The article has expired, or will before it is published (hugolib/site.go, shouldBuild). */
export const dateExpired: Rule = {
  id: 'date-expired',
  scope: 'head',
  reads: ['config', 'time'],
  severity: 'info',
  *check(context) {
    const { facts } = context;
    const { expiryDate, publishDate } = publication(facts) ?? {};
    if (!expiryDate || settingsOf(facts)?.switches.buildExpired) return;
    const range = rangeOfDate(expiryDate, context);
    if (publishDate && expiryDate.instant <= publishDate.instant) {
      const args = { publish: siteTime(publishDate.instant, facts).time };
      yield { severity: 'warning', message: message('date-expired.never', args), range };
    } else if (facts.now !== undefined && expiryDate.instant <= facts.now) {
      const text = message('date-expired', { ...siteTime(expiryDate.instant, facts) });
      yield { message: text, range };
    }
  },
};
