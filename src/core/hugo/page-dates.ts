import type { Value, ValueMap } from '../article/tree.ts';
import type { FrontMatterDates } from './config-types.ts';
import { parseHugoDate } from './date-parse.ts';
import type { WallClock } from './date-parse.ts';
import { offsetAt } from './date-zone.ts';
import type { PageContext, PageDate, PageDates } from './page-types.ts';
import { doesNow } from './behaviour.ts';

/** What a page's dates are read with. */
export interface DateInput {
  readonly sources: FrontMatterDates;
  /** The language's `timeZone`. */
  readonly zone: string | undefined;
  /** The file's name without language and extension, of a leaf bundle its folder's. */
  readonly fileName: string;
  readonly context: PageContext;
}

/** The dates in effect (resources/page/pagemeta/page_frontmatter.go). A date that cannot be read counts as absent. */
export function datesOf(frontMatter: ValueMap, input: DateInput): PageDates {
  const known = new Map<string, PageDate>();
  const feeds = doesNow(input.context.hugo, 'derivedDatesCount');
  const first = (key: string, sources: readonly string[]): PageDate | undefined => {
    for (const source of sources) {
      const found = dateFrom(source, frontMatter, input);
      const date = found ? { ...found, source } : known.get(source);
      if (!date) continue;
      if (feeds && !(key in frontMatter)) known.set(key, date);
      return date;
    }
    return undefined;
  };
  const { date, lastmod, publishDate, expiryDate } = input.sources;
  return {
    date: first('date', date),
    lastmod: first('lastmod', lastmod),
    publishDate: first('publishdate', publishDate),
    expiryDate: first('expirydate', expiryDate),
  };
}

type Instant = Omit<PageDate, 'source'>;

function dateFrom(source: string, frontMatter: ValueMap, input: DateInput): Instant | undefined {
  switch (source) {
    case ':filename':
      return dateInName(input)?.date;
    case ':filemodtime':
      return instant(input.context.modified, input.zone);
    case ':git':
      return instant(input.context.committed, input.zone);
    default:
      return dateOfValue(frontMatter[source], input.zone);
  }
}

function dateOfValue(value: Value | undefined, zone: string | undefined): Instant | undefined {
  // Numbers are seconds since 1970.
  if (typeof value === 'number') return instant(Math.trunc(value) * 1000, undefined);
  return typeof value === 'string' ? parseHugoDate(value, zone) : undefined;
}

function instant(at: number | undefined, zone: string | undefined): Instant | undefined {
  return at === undefined || !Number.isFinite(at) ? undefined : { instant: at, wall: wallAt(at, zone) };
}

function wallAt(at: number, zone: string | undefined): WallClock {
  const clock = new Date(at + (zone === undefined ? 0 : offsetAt(zone, at) * 1000));
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
    second: clock.getUTCSeconds(),
    nanosecond: clock.getUTCMilliseconds() * 1_000_000,
  };
}

/** `2024-02-13-my-article` → the date, and the slug that Hugo takes when `:filename` gave the date. */
export function dateInName(
  input: Pick<DateInput, 'fileName' | 'zone' | 'context'>,
): { readonly date: Instant; readonly slug: string } | undefined {
  // What looks like an extension does not count.
  const base = input.fileName.replace(/\.[^.]*$/, '');
  const time = /^.{10}.(\d\d)[-:](\d\d)[-:](\d\d)/s.exec(base);
  if (time && doesNow(input.context.hugo, 'timeInFileName')) {
    const date = parseHugoDate(`${base.slice(0, 10)}T${time.slice(1).join(':')}`, input.zone);
    if (date) return { date, slug: trimmed(base.slice(19)) };
  }
  const date = base.length < 10 ? undefined : parseHugoDate(base.slice(0, 10), input.zone);
  return date && { date, slug: trimmed(base.slice(10)) };
}

const trimmed = (text: string): string => text.replace(/^[ _-]+|[ _-]+$/g, '');
