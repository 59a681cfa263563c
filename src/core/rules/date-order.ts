import type { Entry } from '../article/tree.ts';
import { utcDay } from '../hugo/date-zone.ts';
import type { PageDate } from '../hugo/page-types.ts';
import { setValue } from '../edit/edit.ts';
import { fix, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { entryOfDate, rangeOfDate } from './dates-of.ts';
import type { Context, Rule } from './rule.ts';

/** An article that was last changed before the day of its date; themes print both. */
export const dateOrder: Rule = {
  id: 'date-order',
  scope: 'head',
  reads: ['config'],
  severity: 'info',
  *check(context) {
    const { date, lastmod } = context.facts.made?.dates ?? {};
    const entries = { date: entryOfDate(date, context), lastmod: entryOfDate(lastmod, context) };
    if (!date || !lastmod || !entries.date || !entries.lastmod || entries.date === entries.lastmod) return;
    // Such years are slips of the finger, and told as such.
    if (lastmod.wall.year < 1000) return;
    if (lastmod.instant >= date.instant || dayOf(lastmod) >= dayOf(date)) return;
    const args = { key: entries.lastmod.key.value, date: entries.date.key.value };
    const text = message('date-order', args);
    const fixes = sameDate(entries.lastmod, entries.date, context);
    yield { message: text, range: rangeOfDate(lastmod, context), fixes };
  },
};

const dayOf = ({ wall }: PageDate): number => utcDay(wall.year, wall.month, wall.day);

function sameDate(lastmod: Entry, { value }: Entry, { article }: Context) {
  if (value.kind !== 'string' && value.kind !== 'date') return [];
  const wanted = value.kind === 'date' ? { date: value.value } : value.value;
  return fix(writing(value.value), setValue(article, [lastmod.key.value], wanted));
}
