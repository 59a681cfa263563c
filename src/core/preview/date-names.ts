/** Names of months and days by language, from the tables of CLDR that every JavaScript host has, as Hugo has them. */

const ENGLISH = 'en';

/** Hugo knows the locales of CLDR by the language's key: `zh` and `zh-hans` are ones, `zh-cn` is none and reads English. */
function localeOf(language: string): string {
  if (/^zh-(?!han[st])/.test(language)) return ENGLISH;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? ENGLISH;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ENGLISH;
  }
}

/** What to put in place of the English names that a layout prints. */
export function dateNames(
  clock: Date,
  layout: string,
  language: string,
): readonly { readonly english: string; readonly local: string }[] {
  const locale = localeOf(language);
  if (locale === ENGLISH) return [];
  const pairs: { english: string; local: string }[] = [];
  const add = (field: 'month' | 'weekday', style: 'long' | 'short'): void => {
    pairs.push({ english: nameOf(clock, ENGLISH, field, style), local: nameOf(clock, locale, field, style) });
  };
  if (layout.includes('January')) add('month', 'long');
  else if (layout.includes('Jan')) add('month', 'short');
  if (layout.includes('Monday')) add('weekday', 'long');
  else if (layout.includes('Mon')) add('weekday', 'short');
  return pairs;
}

/** The form that stands in a date, which some languages inflect; but for the languages that number their months. */
function nameOf(clock: Date, locale: string, field: 'month' | 'weekday', style: 'long' | 'short'): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      .formatToParts(clock)
      .find(({ type }) => type === field)?.value ?? '';
  if (field === 'weekday') return format({ weekday: style, day: 'numeric', month: 'short' });
  const inDate = format({ month: style, day: 'numeric' });
  return /^\d+$/.test(inDate) ? monthAlone(clock, locale, style) : inDate;
}

const monthAlone = (clock: Date, locale: string, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(clock);

/** `date_long` and its like; `undefined` for what is none of them. */
export function styledDate(clock: Date, name: string, language: string): string | undefined {
  const [, kind, style] = /^(date|time)_(full|long|medium|short)$/.exec(name) ?? [];
  if (style !== 'full' && style !== 'long' && style !== 'medium' && style !== 'short') return undefined;
  const options: Intl.DateTimeFormatOptions = kind === 'date' ? { dateStyle: style } : { timeStyle: style };
  return new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(clock);
}
