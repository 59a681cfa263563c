import type { PageDate } from '../hugo/page-types.ts';
import { goLayout } from './go-layout.ts';
import type { Moment } from './go-layout.ts';
import { dateNames, styledDate } from './date-names.ts';

/**
 * `dateFormat` for a page's date: a layout as Go writes its reference time, names of months and days in the language
 * of the page; or one of Hugo's own, `:date_long` (common/htime/time.go).
 *
 * @param language the key that the language has in the configuration
 */
export function dateText(date: PageDate, layout: string, language: string): string {
  if (layout.startsWith(':')) {
    const styled = styledDate(momentOf(date).clock, layout.slice(1).toLowerCase(), language);
    if (styled !== undefined) return styled;
  }
  const text = goLayout(momentOf(date), layout);
  const names = dateNames(momentOf(date).clock, layout, language);
  return names.reduce((done, { english, local }) => done.replaceAll(english, local), text);
}

/** As it stands in `datetime`. */
export const isoText = (date: PageDate): string => goLayout(momentOf(date), '2006-01-02T15:04:05Z07:00');

function momentOf({ wall, instant }: PageDate): Moment {
  const clock = new Date(0);
  clock.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  clock.setUTCHours(wall.hour, wall.minute, wall.second, Math.trunc(wall.nanosecond / 1_000_000));
  return {
    clock,
    nanosecond: wall.nanosecond,
    offset: Math.round((clock.getTime() - Math.trunc(instant)) / 1000),
  };
}
