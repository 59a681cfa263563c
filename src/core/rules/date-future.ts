import { message } from '../messages.ts';
import { isFarAhead, publication, rangeOfDate, settingsOf, siteTime } from './dates-of.ts';
import type { Rule } from './rule.ts';

/** The article is not published yet (hugolib/site.go, shouldBuild): `publishDate`, or without it `date`, is to come. */
export const dateFuture: Rule = {
  id: 'date-future',
  scope: 'head',
  reads: ['config', 'time'],
  severity: 'info',
  *check(context) {
    const { facts } = context;
    const date = publication(facts)?.publishDate;
    if (!date || facts.now === undefined || date.instant <= facts.now) return;
    if (isFarAhead(date, facts.now) || settingsOf(facts)?.switches.buildFuture) return;
    const text = message('date-future', { ...siteTime(date.instant, facts) });
    yield { message: text, range: rangeOfDate(date, context) };
  },
};
