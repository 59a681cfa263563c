/**
 * Offsets of IANA time zones, out of the tables that every JavaScript host carries (`Intl`).
 * Instants are milliseconds since 1970-01-01T00:00:00Z; offsets are seconds east of UTC.
 */

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** Whether the host knows `zone`; Hugo refuses to build a site with a `timeZone` that it does not know. */
export function isTimeZone(zone: string): boolean {
  return formatterOf(zone) !== undefined;
}

/**
 * The instant at which a clock in `zone` shows `wall` (the same reading taken as UTC). An unknown zone counts as UTC.
 * Of a reading that the zone skips or has twice, the choice is that of Go's `time.Date`: the offset is looked up
 * as if the reading were UTC, and once more at the instant found with it.
 */
export function instantIn(zone: string | undefined, wall: number): number {
  if (zone === undefined) return wall;
  const guess = offsetAt(zone, wall);
  return guess === 0 ? wall : wall - offsetAt(zone, wall - guess * 1000) * 1000;
}

/** The offset that holds in `zone` at `instant`; 0 for a zone that the host does not know. */
export function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY);
  const key = `${zone} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_DAYS) offsets.clear();
    const atStart = shownOffset(zone, day * DAY);
    // A clock that is changed during the day shows another offset at its end.
    offset = atStart === shownOffset(zone, (day + 1) * DAY) ? atStart : 'changes';
    offsets.set(key, offset);
  }
  return offset === 'changes' ? shownOffset(zone, instant) : offset;
}

const DAY = 86_400_000;
/** By zone and day of UTC: to ask `Intl` takes microseconds, and a site has some dates an article. */
const offsets = new Map<string, number | 'changes'>();
const MOST_DAYS = 20_000;

function shownOffset(zone: string, instant: number): number {
  const shown = formatterOf(zone)?.format(instant) ?? '';
  // `GMT`, `GMT+08:00`, and before time was standardised `GMT+08:05:43`.
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(shown) ?? [];
  const offset = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return sign === '-' ? -offset : offset;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar; `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
export function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, makeFormatter(zone));
  return formatters.get(zone);
}

function makeFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An instant as a clock in `zone` shows it, for people: `2025-02-13 08:00`. Without a zone in UTC. */
export function clockIn(zone: string | undefined, instant: number): string {
  const shown = new Date(instant + (zone === undefined ? 0 : offsetAt(zone, instant) * 1000));
  return shown.toISOString().slice(0, 16).replace('T', ' ');
}
