import type { Entry } from '../article/tree.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { PageDate } from '../hugo/page-types.ts';
import { entryOfDate, isFarAhead } from './dates-of.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** A year that is a slip of the finger: 0025, 2205. */
export const dateYear: Rule = {
  id: 'date-year',
  scope: 'head',
  reads: ['time'],
  severity: 'warning',
  *check(context) {
    const { date, lastmod, publishDate, expiryDate } = context.facts.made?.dates ?? {};
    const told = new Set<Entry>();
    for (const found of [date, publishDate, lastmod, expiryDate]) {
      const entry = entryOfDate(found, context);
      // A bare number is another rule's.
      if (!found || !entry || told.has(entry) || entry.value.kind === 'number') continue;
      told.add(entry);
      const finding = judge(found, entry, context, found === expiryDate);
      if (finding) yield finding;
    }
  },
};

/** Go's zero time stands for no date. */
const isZero = ({ wall: { year, month, day } }: PageDate): boolean => year === 1 && month === 1 && day === 1;

function judge(date: PageDate, entry: Entry, context: Context, mayBeFar: boolean): Finding | undefined {
  const { value, key } = entry;
  const { now } = context.facts;
  const { year } = date.wall;
  const args = { key: key.value, year: String(year).padStart(4, '0') };
  if (year < 1000 && (!isZero(date) || year === 0)) {
    const meant = value.kind === 'string' ? value.value.replace(/^00(?=\d\d-)/, '20') : '';
    const isGuess = value.kind === 'string' && meant !== value.value;
    const repair = isGuess ? toWrite(context.article, [key.value], meant) : [];
    return { message: message('date-year.past', args), range: value.range, fixes: offered(repair) };
  }
  if (mayBeFar || now === undefined || !isFarAhead(date, now)) return undefined;
  return { message: message('date-year.future', args), range: value.range };
}
