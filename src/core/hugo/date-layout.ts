/**
 * Reading a text by one layout, with the tolerance of Go's `time.Parse` (package time, format.go): names in any
 * case, one digit where the layout is not padded, a fraction behind seconds, any number of spaces for one.
 */

/** What a layout reads. Months and days count from 1; a field that the layout lacks keeps its value here. */
export interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  half: 'AM' | 'PM' | undefined;
  /** Seconds east of UTC, when the text has them in digits or as `Z`. */
  offset: number | undefined;
  /** The letters where a layout wants a zone's abbreviation. */
  zoneName: string | undefined;
}

/** Reads at `at` of `text`; the index behind what it read, or -1. */
type Read = (text: string, at: number, fields: Fields) => number;

export type Layout = readonly Read[];

const failed = -1;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const longWeekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The parts of Go's reference time, longest first; everything else in a layout stands for itself. */
const parts = /\.9+|\.0+|2006|Monday|Z07:00|-07:00|Z0700|-0700|MST|Mon|Jan|_2|01|02|04|05|06|15|PM|3/g;

const readers: Readonly<Record<string, Read>> = {
  '2006': readYear,
  '06': readShortYear,
  '01': padded('month', 1, 12),
  Jan: (text, at, fields) => readName(text, at, months, index => (fields.month = index + 1)),
  Mon: (text, at) => readName(text, at, weekdays),
  Monday: (text, at) => readName(text, at, longWeekdays),
  // The day is held against month and year when all of them are known.
  '02': padded('day', 0, 99),
  _2: (text, at, fields) => loose('day', 99)(text, text[at] === ' ' ? at + 1 : at, fields),
  '15': loose('hour', 23),
  '3': loose('hour', 12),
  '04': padded('minute', 0, 59),
  PM: readHalf,
  '-0700': readOffset,
  '-07:00': readColonOffset,
  Z0700: zuluOr(readOffset),
  'Z07:00': zuluOr(readColonOffset),
  MST: readZoneName,
};

/** Makes the reader of a layout that is written as Go writes its reference time. */
export function compile(layout: string): Layout {
  const result: Read[] = [];
  let end = 0;
  const found = [...layout.matchAll(parts)];
  found.forEach((part, index) => {
    if (part.index > end) result.push(literal(layout.slice(end, part.index)));
    result.push(readerOf(part[0], found[index + 1]?.[0]));
    end = part.index + part[0].length;
  });
  if (end < layout.length) result.push(literal(layout.slice(end)));
  return result;
}

/** The fields of `text` if it is written in `layout` and names a day of the calendar. */
export function read(layout: Layout, text: string): Fields | undefined {
  const fields: Fields = {
    year: 0,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    half: undefined,
    offset: undefined,
    zoneName: undefined,
  };
  let at = 0;
  for (const part of layout) {
    at = part(text, at, fields);
    if (at === failed) return undefined;
  }
  if (at !== text.length || fields.day < 1 || fields.day > daysIn(fields.year, fields.month))
    return undefined;
  if (fields.half === 'PM' && fields.hour < 12) fields.hour += 12;
  if (fields.half === 'AM' && fields.hour === 12) fields.hour = 0;
  return fields;
}

/** Number of days of a month (1 to 12). */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readerOf(part: string, next: string | undefined): Read {
  if (part === '05') return seconds(next?.startsWith('.') ?? false);
  if (part.startsWith('.9')) return (text, at, fields) => Math.max(at, readFraction(text, at, fields));
  if (part.startsWith('.0')) return exactFraction(part.length);
  const reader = readers[part];
  if (!reader) throw new Error(`no reader for ${part}`);
  return reader;
}

/** A space of the layout stands for one or more in the text, and for none at its end. */
function literal(layout: string): Read {
  const chars = layout.split('');
  return (text, start) => {
    let at = start;
    for (const char of chars) {
      if (char !== ' ') {
        if (text[at++] !== char) return failed;
      } else if (at < text.length) {
        if (text[at] !== ' ') return failed;
        while (text[at] === ' ') at++;
      }
    }
    return at;
  };
}

type NumberField = 'month' | 'day' | 'hour' | 'minute' | 'second';

function padded(field: NumberField, least: number, most: number): Read {
  return (text, at, fields) => {
    const value = digits(text, at, 2);
    if (value === undefined || value < least || value > most) return failed;
    fields[field] = value;
    return at + 2;
  };
}

function loose(field: NumberField, most: number): Read {
  return (text, at, fields) => {
    const two = digits(text, at, 2);
    const value = two ?? digits(text, at, 1);
    if (value === undefined || value > most) return failed;
    fields[field] = value;
    return at + (two === undefined ? 1 : 2);
  };
}

/** Go takes a fraction behind seconds whether or not the layout has one; if it has, its own part reads it. */
function seconds(fractionFollows: boolean): Read {
  const whole = padded('second', 0, 59);
  return (text, at, fields) => {
    const end = whole(text, at, fields);
    return end === failed || fractionFollows ? end : Math.max(end, readFraction(text, end, fields));
  };
}

function readFraction(text: string, at: number, fields: Fields): number {
  const separator = text[at];
  let end = at + 1;
  while (isDigit(text, end)) end++;
  if ((separator !== '.' && separator !== ',') || end === at + 1) return failed;
  fields.nanosecond = Number(text.slice(at + 1, Math.min(end, at + 10)).padEnd(9, '0'));
  return end;
}

/** Go converts the digits with its `atoi`, which takes a sign. */
function exactFraction(length: number): Read {
  return (text, at, fields) => {
    const part = text.slice(at, at + length);
    if (part.length < length || !/^[.,]\+?\d+$/.test(part)) return failed;
    fields.nanosecond = Number(part.slice(1)) * 10 ** (10 - length);
    return at + length;
  };
}

function readYear(text: string, at: number, fields: Fields): number {
  const year = digits(text, at, 4);
  if (year === undefined) return failed;
  fields.year = year;
  return at + 4;
}

/** Two characters that Go's `atoi` takes, so that a sign and one digit are a year as well; 69 and above is 19xx. */
function readShortYear(text: string, at: number, fields: Fields): number {
  const part = text.slice(at, at + 2);
  if (!/^(?:\d\d|[+-]\d)$/.test(part)) return failed;
  const year = Number(part);
  fields.year = year >= 69 ? 1900 + year : 2000 + year;
  return at + 2;
}

function readName(
  text: string,
  at: number,
  names: readonly string[],
  take?: (index: number) => void,
): number {
  if (isDigit(text, at)) return failed;
  const index = names.findIndex(name => asciiLower(text.slice(at, at + name.length)) === name);
  const name = names[index];
  if (name === undefined) return failed;
  take?.(index);
  return at + name.length;
}

function readHalf(text: string, at: number, fields: Fields): number {
  const half = text.slice(at, at + 2);
  if (half !== 'AM' && half !== 'PM') return failed;
  fields.half = half;
  return at + 2;
}

function zuluOr(other: Read): Read {
  return (text, at, fields) => {
    if (text[at] !== 'Z') return other(text, at, fields);
    fields.offset = 0;
    return at + 1;
  };
}

function readOffset(text: string, at: number, fields: Fields): number {
  return takeOffset(/^([+-])(\d\d)(\d\d)/.exec(text.slice(at, at + 5)), at, fields);
}

function readColonOffset(text: string, at: number, fields: Fields): number {
  return takeOffset(/^([+-])(\d\d):(\d\d)/.exec(text.slice(at, at + 6)), at, fields);
}

/** Go lets 24 hours and 60 minutes pass. */
function takeOffset(match: RegExpExecArray | null, at: number, fields: Fields): number {
  if (!match) return failed;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 24 || minutes > 60) return failed;
  fields.offset = (hours * 60 + minutes) * (match[1] === '-' ? -60 : 60);
  return at + match[0].length;
}

/**
 * An abbreviation as Go tells one: three capital letters, four or five that end in T, a sign
 * with an hour (three characters at least), and a few more forms.
 * `GMT` with an hour that is none of a day leaves the hour to what follows, and that fails.
 */
const zoneName = /^(?:ChST|MeST|GMT(?:[+-]\d+)?|[+-]\d+|[A-Z]{3,5})/;

function readZoneName(text: string, at: number, fields: Fields): number {
  const rest = text.slice(at);
  const name = rest.startsWith('UTC') ? 'UTC' : zoneName.exec(rest)?.[0];
  if (name === undefined || rest.length < 3 || !isZoneName(name, rest)) return failed;
  fields.zoneName = name;
  return at + name.length;
}

function isZoneName(name: string, rest: string): boolean {
  const hours = /\d+$/.exec(name)?.[0];
  if (hours !== undefined) return Number(hours) <= 23;
  if (/^(?:UTC|GMT|ChST|MeST)$/.test(name)) return true;
  if (name.length === 3) return true;
  return (name.endsWith('T') || name === 'WITA') && !/^[A-Z]{6}/.test(rest);
}

function digits(text: string, at: number, count: number): number | undefined {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    if (!isDigit(text, index)) return undefined;
    value = value * 10 + text.charCodeAt(index) - 0x30;
  }
  return value;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** `toLowerCase` would turn the Kelvin sign into a k. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}
