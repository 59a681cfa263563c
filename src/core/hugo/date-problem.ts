import { guessDate, type CivilDay, type ClockTime, type Guess } from './date-guess.ts';
import { daysIn } from './date-layout.ts';
import { parseHugoDate } from './date-parse.ts';
import type { DateFault } from './date-spelling.ts';

/** Why Hugo does not take a date, and how it would. */
export interface DateProblem {
  readonly fault: DateFault;
  /** The same date and time as Hugo takes them; absent when the text could mean something else. */
  readonly corrected?: string;
}

/** Of several faults the first of these is told: what one sees first. What is out of range comes before them all. */
const precedence: readonly DateFault[] = [
  'two-digit-year',
  'day-first',
  'month-name',
  'chinese',
  '12-hour',
  'full-width',
  'quotes',
  'compact',
  'slashes',
  'dots',
  'weekday',
  'zone',
  'one-digit',
  'no-seconds',
  'spaces',
  'separator',
];

/** No date is longer; the bound keeps hostile values away from the patterns. */
const longest = 80;

/** What is wrong with a front matter string as a date; `undefined` if Hugo takes it, as it does the empty string. */
export function dateProblem(text: string): DateProblem | undefined {
  if (text === '' || parseHugoDate(text)) return undefined;
  if (text.length > longest) return { fault: 'unknown' };
  const trimmed = text.trim();
  if (parseHugoDate(trimmed)) return { fault: 'spaces', corrected: trimmed };
  const special = placeholder(text) ?? timestamp(trimmed);
  if (special) return special;
  const guess = guessDate(text);
  if (!guess.date) return { fault: nameless(text, guess) };
  const range = rangeFault(guess.date, guess.time);
  const fault = range ?? precedence.find(candidate => guess.faults.has(candidate)) ?? 'separator';
  if (!guess.certain || (range && range !== 'hour-24')) return { fault };
  const corrected = written(range ? atMidnight(guess) : guess);
  return corrected !== undefined && parseHugoDate(corrected) ? { fault, corrected } : { fault };
}

/** Why a text in which no date was found is none. */
function nameless(text: string, guess: Guess): DateFault {
  if (text.trim() === '') return 'spaces';
  if (
    /^\d{4}$|^\d{4} ?[-/.年] ?\d{1,2} ?月?$|^\d{1,2}[-/.月]\d{1,2}日?$|^\d{1,2}:\d{1,2}(?::\d{1,2})?$/.test(
      text.trim(),
    )
  ) {
    return 'incomplete';
  }
  return guess.faults.has('zone') ? 'zone' : 'unknown';
}

function placeholder(text: string): DateProblem | undefined {
  return /\{\{|<%|%[YmdHMS]|^y{2,4}[^a-z]|^[x?]{2,4}[-/年]/i.test(text) ? { fault: 'template' } : undefined;
}

/** Unix time in seconds or milliseconds; ten digits that begin like a day could be that day with an hour. */
function timestamp(text: string): DateProblem | undefined {
  if (!/^(?:\d{10}|\d{13})$/.test(text)) return undefined;
  if (
    text.length === 10 &&
    guessDate(text.slice(0, 8)).date &&
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d/.test(text)
  ) {
    return { fault: 'compact' };
  }
  const instant = Number(text) * (text.length === 10 ? 1000 : 1);
  return { fault: 'timestamp', corrected: new Date(instant).toISOString().replace('.000Z', 'Z') };
}

function rangeFault(date: CivilDay, time: ClockTime | undefined): DateFault | undefined {
  if (date.month < 1 || date.month > 12) return 'month-range';
  if (date.day < 1 || date.day > daysIn(date.year, date.month)) return 'calendar';
  if (!time) return undefined;
  if (time.hour > 24 || time.minute > 59 || time.second > 59) return 'time-range';
  return time.hour === 24 ? 'hour-24' : undefined;
}

/** 24:00:00 is the midnight that follows; 24:30 is nothing. */
function atMidnight({ date, time, ...guess }: Guess): Guess {
  if (!date || !time || time.minute > 0 || time.second > 0 || Number(time.fraction) > 0) return guess;
  return { ...guess, date: nextDay(date), time: { ...time, hour: 0 } };
}

function nextDay({ year, month, day }: CivilDay): CivilDay {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** The form that Hugo's documentation uses, with as much of time and offset as was written. */
function written({ date, time, joint, offset }: Guess): string | undefined {
  if (!date) return undefined;
  const day = `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  if (!time) return offset === '' ? day : `${day}T00:00:00${offset}`;
  const clock = `${pad(time.hour, 2)}:${pad(time.minute, 2)}:${pad(time.second, 2)}${time.fraction}`;
  return `${day}${joint}${clock}${offset}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
