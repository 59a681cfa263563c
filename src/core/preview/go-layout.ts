/** Printing a time by a layout, as Go's `Time.Format` does it (package time, format.go). */

export interface Moment {
  /** The clock as it is read where the date was written, taken as UTC. */
  readonly clock: Date;
  readonly nanosecond: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** The parts of the reference time, longest first; a name that goes on in small letters is none: `Month`. */
const PARTS =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|__2|_2006|_2|002|0[1-6]|15|[1-5]|PM|pm|Z07:00:00|Z07:00|Z070000|Z0700|Z07|-07:00:00|-07:00|-070000|-0700|-07|[.,](?:0+|9+)(?!\d)/g;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The text of a moment; names are English. */
export const goLayout = (moment: Moment, layout: string): string =>
  layout.replace(PARTS, part => (PRINTERS[part] ?? zoneOrFraction(part))(moment));

type Printer = (moment: Moment) => string;

const two = (value: number): string => String(value).padStart(2, '0');
const hour12 = ({ clock }: Moment): number => clock.getUTCHours() % 12 || 12;
const half = ({ clock }: Moment): string => (clock.getUTCHours() >= 12 ? 'PM' : 'AM');
const dayOfYear = ({ clock }: Moment): number =>
  Math.floor((clock.getTime() - new Date(clock).setUTCMonth(0, 0)) / 86_400_000);
const year = ({ clock }: Moment): string => String(clock.getUTCFullYear()).padStart(4, '0');
const month = ({ clock }: Moment): string => MONTHS[clock.getUTCMonth()] ?? '';
const weekday = ({ clock }: Moment): string => DAYS[clock.getUTCDay()] ?? '';

const PRINTERS: Readonly<Record<string, Printer>> = {
  January: month,
  Jan: moment => month(moment).slice(0, 3),
  '1': ({ clock }) => String(clock.getUTCMonth() + 1),
  '01': ({ clock }) => two(clock.getUTCMonth() + 1),
  Monday: weekday,
  Mon: moment => weekday(moment).slice(0, 3),
  '2': ({ clock }) => String(clock.getUTCDate()),
  _2: ({ clock }) => String(clock.getUTCDate()).padStart(2),
  '02': ({ clock }) => two(clock.getUTCDate()),
  __2: moment => String(dayOfYear(moment)).padStart(3),
  '002': moment => String(dayOfYear(moment)).padStart(3, '0'),
  '15': ({ clock }) => two(clock.getUTCHours()),
  '3': moment => String(hour12(moment)),
  '03': moment => two(hour12(moment)),
  '4': ({ clock }) => String(clock.getUTCMinutes()),
  '04': ({ clock }) => two(clock.getUTCMinutes()),
  '5': ({ clock }) => String(clock.getUTCSeconds()),
  '05': ({ clock }) => two(clock.getUTCSeconds()),
  '2006': year,
  _2006: moment => `_${year(moment)}`,
  '06': moment => year(moment).slice(-2),
  PM: half,
  pm: moment => half(moment).toLowerCase(),
  MST: moment => (moment.offset === 0 ? 'UTC' : offsetText(moment.offset, '-07')),
};

const zoneOrFraction =
  (part: string): Printer =>
  ({ offset, nanosecond }) => {
    if (part.startsWith('.') || part.startsWith(',')) return fraction(part, nanosecond);
    if (part.startsWith('Z') && offset === 0) return 'Z';
    return offsetText(offset, part);
  };

function offsetText(offset: number, part: string): string {
  const size = Math.abs(offset);
  const colon = part.includes(':') ? ':' : '';
  const fields = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map(two);
  const count = (part.match(/\d\d/g) ?? []).length;
  return (offset < 0 ? '-' : '+') + fields.slice(0, count).join(colon);
}

/** Zeros keep their number of digits, nines drop zeros at the end. */
function fraction(part: string, nanosecond: number): string {
  const digits = String(nanosecond)
    .padStart(9, '0')
    .slice(0, part.length - 1);
  if (part.includes('0')) return part.charAt(0) + digits.padEnd(part.length - 1, '0');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '' : part.charAt(0) + kept;
}
