import { entryOf } from '../article/tree.ts';
import type { Entry, Range } from '../article/tree.ts';
import { clockIn } from '../hugo/date-zone.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { SiteSettings } from '../hugo/config-types.ts';
import type { PageDate, PageDates } from '../hugo/page-types.ts';
import type { Facts } from '../check/facts.ts';
import type { Context } from './rule.ts';

/** The settings of the site in the language of the page. */
export const settingsOf = ({ site, made }: Facts): SiteSettings | undefined =>
  site && settingsFor(site.config, made?.language ?? site.config.defaultContentLanguage);

/** The entry that a date in effect was taken from; absent where that is no entry of the article. */
export const entryOfDate = (date: PageDate | undefined, { article: { tree } }: Context): Entry | undefined =>
  date && tree ? entryOf(tree, date.source) : undefined;

/** Where to speak of a date: its value, else the start of the front matter. */
export const rangeOfDate = (date: PageDate, context: Context): Range =>
  entryOfDate(date, context)?.value.range ??
  context.article.fences?.open ?? { start: 0, end: Math.min(1, context.article.text.length) };

/** A moment as the clocks of the site show it, with the name of their zone. */
export const siteTime = (instant: number, facts: Facts): { readonly time: string; readonly zone: string } => {
  const zone = settingsOf(facts)?.timeZone;
  return { time: clockIn(zone, instant), zone: zone ?? 'UTC' };
};

/** What decides whether a page is published at a moment; absent for pages that are drafts anyway, or never made. */
export function publication({ made }: Facts): PageDates | undefined {
  return made && !made.draft && made.render !== 'never' ? made.dates : undefined;
}

/** Dates that many years ahead are slips of the finger, and told as such. */
const FAR_AHEAD = 5;

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();

export const isFarAhead = (date: PageDate, now: number): boolean => date.wall.year > yearOf(now) + FAR_AHEAD;
