import { compile, read, type Fields } from './date-layout.ts';
import { instantIn, utcDay } from './date-zone.ts';

/** A date that Hugo takes. */
export interface HugoDate {
  /** Milliseconds since 1970-01-01T00:00:00Z; what is finer is cut off. */
  readonly instant: number;
  /** The clock as written, 24 hours. Texts with a time only stand in the year 0. */
  readonly wall: WallClock;
  /** The layout that matched, as Go writes layouts: `2006-01-02 15:04:05`. */
  readonly layout: string;
  /** Seconds east of UTC, when the text says them; otherwise the zone of the site decides. */
  readonly offset?: number;
  /** A zone's abbreviation in the text. It decides nothing: `CST` or `GMT` in a date leave it in the site's zone. */
  readonly zoneName?: string;
}

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

/** `time`: a time without a day, which Hugo leaves in UTC whatever the site says. */
type Kind = 'local' | 'offset' | 'time';

/** What Hugo tries, in its order (github.com/spf13/cast, 1.5.0 to 1.10.0; Hugo 0.111 to 0.169). The first that fits counts. */
const layouts = (
  [
    ['2006-01-02', 'local'],
    ['2006-01-02T15:04:05Z07:00', 'offset'],
    ['2006-01-02T15:04:05', 'local'],
    ['Mon, 02 Jan 2006 15:04:05 -0700', 'offset'],
    ['Mon, 02 Jan 2006 15:04:05 MST', 'local'],
    ['02 Jan 06 15:04 -0700', 'offset'],
    ['02 Jan 06 15:04 MST', 'local'],
    ['Monday, 02-Jan-06 15:04:05 MST', 'local'],
    ['2006-01-02 15:04:05.999999999 -0700 MST', 'offset'],
    ['2006-01-02T15:04:05-0700', 'offset'],
    ['2006-01-02 15:04:05Z0700', 'offset'],
    ['2006-01-02 15:04:05', 'local'],
    ['Mon Jan _2 15:04:05 2006', 'local'],
    ['Mon Jan _2 15:04:05 MST 2006', 'local'],
    ['Mon Jan 02 15:04:05 -0700 2006', 'offset'],
    ['2006-01-02 15:04:05Z07:00', 'offset'],
    ['02 Jan 2006', 'local'],
    ['2006-01-02 15:04:05 -07:00', 'offset'],
    ['2006-01-02 15:04:05 -0700', 'offset'],
    ['3:04PM', 'time'],
    ['Jan _2 15:04:05', 'time'],
    ['Jan _2 15:04:05.000', 'time'],
    ['Jan _2 15:04:05.000000', 'time'],
    ['Jan _2 15:04:05.000000000', 'time'],
  ] as const satisfies readonly (readonly [string, Kind])[]
).map(([layout, kind]) => ({ layout, kind, parts: compile(layout) }));

/**
 * The date that Hugo reads out of a front matter string, or `undefined` if it cannot. The empty string is
 * `undefined` too, although Hugo takes it for no date at all and does not complain.
 * @param zone IANA name of the site's `timeZone`; Hugo's default is UTC, and an unknown name counts as it.
 */
export function parseHugoDate(text: string, zone?: string): HugoDate | undefined {
  for (const { layout, kind, parts } of layouts) {
    const fields = read(parts, text);
    if (fields) return dateOf(fields, layout, kind, zone);
  }
  return undefined;
}

function dateOf(fields: Fields, layout: string, kind: Kind, zone: string | undefined): HugoDate {
  const { year, month, day, hour, minute, second, nanosecond, zoneName } = fields;
  // A name UTC behind an offset wins over it in Go.
  const offset = fields.offset !== undefined && zoneName === 'UTC' ? 0 : fields.offset;
  const seconds = utcDay(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  const clock = seconds * 1000 + Math.trunc(nanosecond / 1_000_000);
  const site = kind === 'local' ? instantIn(zone, clock + gmtShift(zoneName)) : clock;
  return {
    instant: offset === undefined ? site : clock - offset * 1000,
    wall: { year, month, day, hour, minute, second, nanosecond },
    layout,
    ...(offset !== undefined && { offset }),
    ...(zoneName !== undefined && { zoneName }),
  };
}

/** Go moves the clock of `GMT+8` by its hours before Hugo puts it into the site's zone. */
function gmtShift(zoneName: string | undefined): number {
  const hours = /^GMT([+-]\d+)$/.exec(zoneName ?? '')?.[1];
  return hours === undefined ? 0 : Number(hours) * 3_600_000;
}
