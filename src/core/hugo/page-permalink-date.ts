import type { WallClock } from './date-parse.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
/** Go's zero time, which a page without a date has. */
const ZERO: WallClock = { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, nanosecond: 0 };

const two = (value: number): string => String(value).padStart(2, '0');
const weekday = ({ year, month, day }: WallClock): number => new Date(0).setUTCFullYear(year, month - 1, day);
const dayOf = (wall: WallClock): number => new Date(weekday(wall)).getUTCDay();
const yearDay = (wall: WallClock): number =>
  (weekday(wall) - new Date(0).setUTCFullYear(wall.year, 0, 1)) / 86_400_000 + 1;

/** Tokens that have names, then the pieces of Go's layouts that `\w` can be. */
const NAMED: Readonly<Record<string, (wall: WallClock) => string>> = {
  year: wall => String(wall.year),
  month: wall => two(wall.month),
  monthname: wall => MONTHS[wall.month - 1] ?? '',
  day: wall => two(wall.day),
  weekday: wall => String(dayOf(wall)),
  weekdayname: wall => DAYS[dayOf(wall)] ?? '',
  yearday: wall => String(yearDay(wall)),
};

const PIECES: readonly (readonly [piece: string, write: (wall: WallClock) => string])[] = [
  ['January', wall => MONTHS[wall.month - 1] ?? ''],
  ['Monday', wall => DAYS[dayOf(wall)] ?? ''],
  ['2006', wall => String(wall.year).padStart(4, '0')],
  ['Jan', wall => (MONTHS[wall.month - 1] ?? '').slice(0, 3)],
  ['Mon', wall => (DAYS[dayOf(wall)] ?? '').slice(0, 3)],
  ['MST', () => 'UTC'],
  ['002', wall => String(yearDay(wall)).padStart(3, '0')],
  ['_2006', wall => `_${String(wall.year).padStart(4, '0')}`],
  ['_2', wall => String(wall.day).padStart(2, ' ')],
  ['01', wall => two(wall.month)],
  ['02', wall => two(wall.day)],
  ['03', wall => two(wall.hour % 12 || 12)],
  ['04', wall => two(wall.minute)],
  ['05', wall => two(wall.second)],
  ['06', wall => two(wall.year % 100)],
  ['15', wall => two(wall.hour)],
  ['PM', wall => (wall.hour >= 12 ? 'PM' : 'AM')],
  ['pm', wall => (wall.hour >= 12 ? 'pm' : 'am')],
  ['1', wall => String(wall.month)],
  ['2', wall => String(wall.day)],
  ['3', wall => String(wall.hour % 12 || 12)],
  ['4', wall => String(wall.minute)],
  ['5', wall => String(wall.second)],
];

/** A date token of a permalink, `year` or a layout of Go's such as `2006`; `undefined` if it is neither. */
export function formatGo(token: string, wall: WallClock = ZERO): string | undefined {
  const named = Object.hasOwn(NAMED, token) ? NAMED[token] : undefined;
  if (named) return named(wall);
  let out = '';
  for (let i = 0; i < token.length;) {
    const found = PIECES.find(([piece]) => token.startsWith(piece, i));
    out += found ? found[1](wall) : token.charAt(i);
    i += found ? found[0].length : 1;
  }
  const isLayout = PIECES.some(([piece]) => token.includes(piece));
  return isLayout ? out : undefined;
}
