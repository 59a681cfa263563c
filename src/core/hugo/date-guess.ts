import { straighten, type DateFault } from './date-spelling.ts';

/** What a text most likely says; numbers are as written and may lie out of range. */
export interface Guess {
  readonly faults: Set<DateFault>;
  readonly date?: CivilDay;
  readonly time?: ClockTime;
  /** What stood between date and time: a T stays a T. */
  readonly joint: ' ' | 'T';
  /** Empty, `Z` or `+08:00`. */
  readonly offset: string;
  /** Whether a reader would see one meaning only. */
  readonly certain: boolean;
}

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Empty, or a point and digits. */
  readonly fraction: string;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Dated = CivilDay & { readonly certain: boolean };

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, faults: Set<DateFault>) => Dated;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(?<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* )?';
const year = '(?<year>\\d{4})(?!\\d)';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** `rest` is what follows the date. The first form that fits counts. */
const forms: readonly DateForm[] = [
  {
    pattern:
      /^(?<year>\d{4}) ?(?<one>[-/.年:_, ]) ?(?<month>\d{1,2}) ?(?<two>[-/.月:_, ]) ?(?<day>\d\d(?=\d\d?:)|\d{1,2}(?!\d))(?<three> ?[日号號]|)(?<rest>.*)$/,
    read: yearFirst,
  },
  {
    pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=$|\D|\d{4}(?:\d\d)?(?!\d))(?<rest>.*)$/,
    read: (groups, faults) => (faults.add('compact'), dayOf(groups, true)),
  },
  {
    pattern: /^(?<a>\d{1,2}) ?[-/.] ?(?<b>\d{1,2}) ?[-/.] ?(?<year>\d{4})(?!\d)(?<rest>.*)$/,
    read: yearLast,
  },
  {
    pattern:
      /^(?<year>\d\d)(?<one>[-/.年])(?<month>\d{1,2})[-/.月](?<day>\d{1,2})(?!\d)[日号號]?(?<rest>.*)$/,
    read: shortYear,
  },
  {
    pattern: new RegExp(`^${weekday}${monthName}[a-z]*[. -]+${day}[ ,-]+${year}(?<rest>.*)$`, 'i'),
    read: named,
  },
  {
    pattern: new RegExp(`^${weekday}${day}[ -]*${monthName}[a-z]*[ .,-]*${year}(?<rest>.*)$`, 'i'),
    read: named,
  },
  { pattern: new RegExp(`^${year}[ ,-]+${monthName}[a-z]*[ .-]+${day}(?<rest>.*)$`, 'i'), read: named },
];

const clock =
  /^(?<early>凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|[ap]\.?m\.?)? ?(?<hour>\d{1,2})(?: ?(?<one>[-:.点點时時h]) ?(?<minute>\d{1,2}|[半整钟])?(?: ?(?<two>[-:.分]) ?(?:(?<second>\d{1,2})(?<fraction>[.,]\d+)?(?: ?秒)?)?)?)?(?: ?(?<late>[ap]\.?m\.?))?(?<zone>(?:[^\d].*)?)$/i;
const compactClock =
  /^(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<fraction>[.,]\d+)?(?<zone>(?:[^\d].*)?)$/;
const offsetForm = /^(?:utc|gmt)? ?(?<sign>[+-]) ?(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?$/i;

/** Reads `text` as leniently as a person does. Without `date` nobody could say what it means. */
export function guessDate(text: string): Guess {
  const { text: straight, faults } = straighten(text);
  const unknown: Guess = { faults, joint: ' ', offset: '', certain: false };
  for (const { pattern, read } of forms) {
    const groups = pattern.exec(straight)?.groups;
    if (!groups) continue;
    const { certain, ...date } = read(groups, faults);
    const after = readRest(groups['rest'] ?? '', faults);
    return after ? { ...after, faults, date, certain: certain && after.certain } : unknown;
  }
  return unknown;
}

function yearFirst(groups: Groups, faults: Set<DateFault>): Dated {
  const marks = [groups['one'], groups['two'], groups['three']?.trim()].join('');
  if (/[年月日号號]/.test(marks)) faults.add('chinese');
  else if (marks.includes('/')) faults.add('slashes');
  else if (marks.includes('.')) faults.add('dots');
  else if (marks !== '--') faults.add('separator');
  if (groups['month']?.length === 1 || groups['day']?.length === 1) faults.add('one-digit');
  return dayOf(groups, true);
}

/** 13/02/2025 can be read in one way only; 03/02/2025 in two. */
function yearLast(groups: Groups, faults: Set<DateFault>): Dated {
  faults.add('day-first');
  const a = Number(groups['a']);
  const b = Number(groups['b']);
  const [month, day] = a > 12 ? [b, a] : [a, b];
  return { year: Number(groups['year']), month, day, certain: a === b || a > 12 || b > 12 };
}

function shortYear(groups: Groups, faults: Set<DateFault>): Dated {
  faults.add('two-digit-year');
  const { year, month, day } = dayOf(groups, true);
  return { year: 2000 + year, month, day, certain: groups['one'] === '年' && year < 50 };
}

function named(groups: Groups, faults: Set<DateFault>): Dated {
  faults.add('month-name');
  const month = monthNames.indexOf((groups['name'] ?? '').slice(0, 3).toLowerCase()) + 1;
  return { ...dayOf(groups, true), month };
}

function dayOf(groups: Groups, certain: boolean): Dated {
  return {
    year: Number(groups['year']),
    month: Number(groups['month']),
    day: Number(groups['day']),
    certain,
  };
}

type Rest = Pick<Guess, 'time' | 'joint' | 'offset' | 'certain'>;

/** What stands behind the date: nothing, a time, an offset. `undefined` for anything else. */
function readRest(text: string, faults: Set<DateFault>): Rest | undefined {
  if (text === '') return { joint: ' ', offset: '', certain: true };
  const zone = readOffset(text, faults);
  // A `-07:00` right behind the date may be an offset or a time.
  if (zone) return { joint: 'T', offset: zone.offset, certain: zone.certain && !zone.offset.startsWith('-') };
  const start = /^[ ,_]*(?<mark>T?)[ ,_-]*/i.exec(text);
  if (start?.[0] !== ' ' && start?.[0] !== 'T') faults.add('separator');
  const joint = start?.groups?.['mark'] ? 'T' : ' ';
  return readClock(text.slice(start?.[0].length), joint, faults);
}

function readClock(text: string, joint: ' ' | 'T', faults: Set<DateFault>): Rest | undefined {
  const groups = (compactClock.exec(text) ?? clock.exec(text))?.groups;
  const time = groups && readTime(groups, faults);
  if (!time) return undefined;
  const written = groups['zone'] ?? '';
  const zone = written === '' ? { offset: '', certain: true } : readOffset(written, faults);
  if (!zone) return undefined;
  if (written.startsWith(' ')) faults.add('spaces');
  if (!zone.certain) faults.add('zone');
  return { ...time, joint, offset: zone.offset, certain: time.certain && zone.certain };
}

function readTime(groups: Groups, faults: Set<DateFault>): Pick<Guess, 'time' | 'certain'> | undefined {
  const { minute, second, fraction = '' } = groups;
  const half = (groups['early'] ?? groups['late'] ?? '').toLowerCase().replaceAll('.', '');
  if (!isClock(groups, half)) return undefined;
  noteTime(groups, faults);
  const written = Number(groups['hour']);
  const hour = half === '' ? written : hourOf(half, written);
  return {
    time: {
      hour: hour ?? written,
      minute: minuteOf(minute ?? '0'),
      second: Number(second ?? 0),
      fraction: fraction.replace(',', '.'),
    },
    certain: hour !== undefined,
  };
}

/** A lone number is no time, and 08:05.09 may be minutes with a fraction. */
function isClock({ one, two, minute, second }: Groups, half: string): boolean {
  if (one === undefined && minute === undefined && half === '') return false;
  return second === undefined || one === two || /[点點时時h]/.test(one ?? '');
}

function minuteOf(written: string): number {
  if (written === '半') return 30;
  return /^\d/.test(written) ? Number(written) : 0;
}

function noteTime(
  { minute, second, one = ':', two = ':', early, late }: Groups,
  faults: Set<DateFault>,
): void {
  const half = early ?? late ?? '';
  if (/[ap]/i.test(half)) faults.add('12-hour');
  if (/[^a-z.]/i.test(half) || /[点點时時分]/.test(one + two)) faults.add('chinese');
  else if (one + two !== '::') faults.add('separator');
  if (second === undefined) faults.add('no-seconds');
  if ([minute, second].some(number => number?.length === 1)) faults.add('one-digit');
}

/** The hour of 24 for one of 12 with its half of the day; `undefined` where people differ. */
function hourOf(half: string, hour: number): number | undefined {
  switch (half) {
    case '中午':
      return hour === 1 || hour === 2 ? hour + 12 : within(hour, 11, 14);
    case '晚上':
    case '夜里':
      return within(hour + 12, 18, 23) ?? within(hour, 18, 23);
    case 'pm':
    case '下午':
    case '午后':
    case '傍晚':
      return within(hour + 12, 13, 23) ?? within(hour, 12, 23);
    case '上午':
      return within(hour, 0, 11);
    default:
      return hour === 12 ? 0 : within(hour, 0, 11);
  }
}

function within(hour: number, least: number, most: number): number | undefined {
  return hour >= least && hour <= most ? hour : undefined;
}

/** `undefined` for what is no offset; a zone's name is one that nobody is certain of. */
function readOffset(text: string, faults: Set<DateFault>): Pick<Guess, 'offset' | 'certain'> | undefined {
  const bare = text.trim();
  if (bare === 'Z') return { offset: 'Z', certain: true };
  const groups = offsetForm.exec(bare)?.groups;
  if (!groups && !/^(?:z|[a-z]{2,}(?:\/[a-z_]+)?)$/i.test(bare)) return undefined;
  if (!/^[+-]\d\d:?\d\d$/.test(bare)) faults.add('zone');
  if (/^(?:z|utc|gmt)$/i.test(bare)) return { offset: 'Z', certain: true };
  if (!groups) return { offset: '', certain: false };
  const { sign = '+', hours = '', minutes = '00' } = groups;
  const possible = Number(hours) <= 14 && Number(minutes) < 60;
  return { offset: `${sign}${hours.padStart(2, '0')}:${minutes}`, certain: possible };
}
