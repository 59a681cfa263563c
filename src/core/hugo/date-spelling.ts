/** Spellings of a date that Hugo does not take, brought towards the one that it takes, one class after another. */

export type DateFault =
  /** `{{ .Date }}`, `YYYY-MM-DD`: a place for a date, not a date. */
  | 'template'
  /** Unix time in quotes: Hugo takes it as a bare number only, and seconds only. */
  | 'timestamp'
  /** No such day: 30 February. */
  | 'calendar'
  | 'month-range'
  /** No such time: 25:00, 08:60. */
  | 'time-range'
  | 'hour-24'
  | 'two-digit-year'
  /** The day or the month comes first: 13/02/2025. */
  | 'day-first'
  /** A part is missing: 2025-02, 08:00:00. */
  | 'incomplete'
  /** A zone by name, or an offset in a form unknown to Hugo: `CST`, `GMT+8`, `+8`. */
  | 'zone'
  /** English month names in an order that Hugo does not know: Feb 13, 2025. */
  | 'month-name'
  /** 年月日, 时分秒, 上午, 北京时间, Chinese numerals. */
  | 'chinese'
  | '12-hour'
  /** Full-width digits, colons, hyphens. */
  | 'full-width'
  /** Quotes inside the value, usually “ ”. */
  | 'quotes'
  /** Digits without anything between: 20250213. */
  | 'compact'
  | 'slashes'
  | 'dots'
  | 'weekday'
  /** One-digit month, day, minute or second; only hours may have one digit. */
  | 'one-digit'
  | 'no-seconds'
  /** Spaces, tabs or invisible characters at the ends, or wide ones between. */
  | 'spaces'
  /** Other characters between the parts: 08.05.09, lower-case t, an en dash. */
  | 'separator'
  | 'unknown';

interface Spelling {
  readonly fault: DateFault;
  readonly pattern: RegExp;
  readonly replace: (match: string, first: string, second: string) => string;
}

const numeralRun = /[〇零○一二三四五六七八九十廿卅]+(?= ?[年月日号號点點时時分秒])/g;

const spellings: readonly Spelling[] = [
  { fault: 'quotes', pattern: /^["'`“”„‘’「」『』＂＇]+|["'`“”„‘’「」『』＂＇]+$/g, replace: nothing },
  { fault: 'full-width', pattern: /[\uff01-\uff5e]/g, replace: halfWidth },
  { fault: 'full-width', pattern: /。/g, replace: () => '.' },
  { fault: 'separator', pattern: /[\u2010-\u2015\u2212\ufe63]/g, replace: () => '-' },
  {
    fault: 'spaces',
    pattern: /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g,
    replace: nothing,
  },
  { fault: 'spaces', pattern: /\s+/g, replace: () => ' ' },
  { fault: 'spaces', pattern: /^ | $/g, replace: nothing },
  { fault: 'chinese', pattern: numeralRun, replace: numberOf },
  {
    fault: 'chinese',
    pattern: /^(.*?)[( ]*北京时间[): ]*(.*)$/,
    replace: (_, before, after) => `${before}${after} +08:00`,
  },
  { fault: 'weekday', pattern: /[ ,]*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/, replace: nothing },
  {
    fault: 'weekday',
    pattern: /^(\d.*?)[ ,(]+(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|urday)?\)?(?![a-z])/i,
    replace: (_, date) => date,
  },
  { fault: 'zone', pattern: / *\([^()]*(?:time|时间)\)$/i, replace: nothing },
];

/** `text` with every known spelling replaced, and the faults found on the way. */
export function straighten(text: string): { text: string; faults: Set<DateFault> } {
  const faults = new Set<DateFault>();
  let result = text;
  for (const { fault, pattern, replace } of spellings) {
    const before = result;
    result = result.replace(pattern, replace);
    if (result !== before) faults.add(fault);
  }
  return { text: result, faults };
}

function nothing(): string {
  return '';
}

function halfWidth(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/** 二〇二五 → 2025, 十三 → 13, 廿一 → 21. */
function numberOf(run: string): string {
  const spelt = run.replace('廿', '二十').replace('卅', '三十');
  const [tens = '', ones] = spelt.split('十');
  if (ones === undefined) return digitsOf(tens);
  return digitsOf(tens === '' ? '一' : tens) + digitsOf(ones === '' ? '零' : ones);
}

function digitsOf(numerals: string): string {
  return numerals.replace(/./g, numeral => String(Math.max(0, '零一二三四五六七八九'.indexOf(numeral))));
}
