import type { ValueMap } from '../article/tree.ts';
import { at as valueAt } from '../hugo/config-value.ts';
import { goLayout } from '../preview/go-layout.ts';
import type { Moment } from '../preview/go-layout.ts';

/** A time, and how Hugo prints it where no layout is given. */
export interface TemplateTime {
  readonly moment: Moment;
  readonly rfc3339: string;
}

export type TemplateValue = string | number | boolean | TemplateTime;

/** What `hugo new` tells an archetype. */
export interface TemplateData {
  /** Path below the content folder: `post/first-light.md`. */
  readonly path: string;
  /** The first folder of the path, or what the archetype is called. */
  readonly type: string;
  readonly language: string;
  readonly now: TemplateTime;
  readonly site: { readonly title: string; readonly baseURL: string; readonly params: ValueMap };
}

/**
 * The value of a function or field of Hugo's templates with its arguments; `undefined` for what is not known here, and
 * for arguments that Hugo would refuse.
 */
export function callFunction(
  name: string,
  args: readonly TemplateValue[],
  data: TemplateData,
): TemplateValue | undefined {
  const param = /^(?:\.Site|site)\.Params\.(.+)$/.exec(name)?.[1];
  if (param !== undefined) return args.length > 0 ? undefined : paramAt(data.site.params, param);
  const field = /^(?:now|time\.Now)\.(\w+)$/.exec(name)?.[1];
  if (field !== undefined) return timeField(data.now, field, args);
  if (Object.hasOwn(FIELDS, name)) return args.length > 0 ? undefined : FIELDS[name]?.(data);
  if (!Object.hasOwn(FUNCTIONS, name)) return undefined;
  // `.Date` is a text for Hugo, which makes a time of it again where a time is asked for.
  const given = TIMED.has(name) ? args : args.map(arg => (typeof arg === 'object' ? arg.rfc3339 : arg));
  return FUNCTIONS[name]?.(given);
}

function paramAt(params: ValueMap, path: string): TemplateValue | undefined {
  const value = valueAt(params, ...path.toLowerCase().split('.'));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

const TIME_FIELDS: Readonly<Record<string, string>> = { Year: '2006', Day: '2', YearDay: '002', Hour: '15' };

function timeField(
  { moment }: TemplateTime,
  field: string,
  args: readonly TemplateValue[],
): TemplateValue | undefined {
  if (field === 'Format') return typeof args[0] === 'string' ? goLayout(moment, args[0]) : undefined;
  if (args.length > 0) return undefined;
  if (field === 'Month') return goLayout(moment, 'January');
  if (field === 'Unix') return Math.floor(moment.clock.getTime() / 1000) - moment.offset;
  const layout = Object.hasOwn(TIME_FIELDS, field) ? TIME_FIELDS[field] : undefined;
  return layout === undefined ? undefined : Number(goLayout(moment, layout));
}

const nameOf = ({ path }: TemplateData): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = ({ path }: TemplateData): string => path.slice(0, path.lastIndexOf('/') + 1);
const withoutExtension = (data: TemplateData): string => nameOf(data).replace(/\.[^.]+$/, '');
const withoutLanguage = (data: TemplateData): string => {
  const name = withoutExtension(data);
  return name.endsWith(`.${data.language}`) ? name.slice(0, -data.language.length - 1) : name;
};
/** A bundle has the name of its folder. */
const contentName = (data: TemplateData): string => {
  const name = withoutLanguage(data);
  return /^_?index$/.test(name) ? (folderOf(data).split('/').at(-2) ?? name) : name;
};

const FIELDS: Readonly<Record<string, (data: TemplateData) => TemplateValue>> = {
  '.Name': contentName,
  '.Type': ({ type }) => type,
  '.Date': ({ now }) => now,
  now: ({ now }) => now,
  'time.Now': ({ now }) => now,
  '.Site.Title': ({ site }) => site.title,
  'site.Title': ({ site }) => site.title,
  '.Site.BaseURL': ({ site }) => site.baseURL,
  'site.BaseURL': ({ site }) => site.baseURL,
  '.Site.Language.Lang': ({ language }) => language,
  'site.Language.Lang': ({ language }) => language,
  '.File.ContentBaseName': contentName,
  '.File.TranslationBaseName': withoutLanguage,
  '.File.BaseFileName': withoutExtension,
  '.File.LogicalName': nameOf,
  '.File.Path': ({ path }) => path,
  '.File.Dir': folderOf,
  '.File.Ext': data => nameOf(data).split('.').at(-1) ?? '',
  '.File.Lang': ({ language }) => language,
  '.File.Section': data => folderOf(data).split('/')[0] ?? '',
};

type Call = (args: readonly TemplateValue[]) => TemplateValue | undefined;

const TIMED = new Set(['dateFormat', 'time.Format']);

/** A function of so many texts. */
const texts =
  (count: number, call: (...args: string[]) => string): Call =>
  args => {
    const given = args.filter(arg => typeof arg === 'string');
    return given.length === count && args.length === count ? call(...given) : undefined;
  };

/** `title` (strings.Title in AP style): small words stay small, but for the first and the last. */
const SMALL = /^(?:a|an|and|as|at|but|by|for|if|in|nor|of|on|or|the|to|up|via|with)$/;

const titleCase = (text: string): string => {
  const words = text.split(/(\s+)/);
  return words
    .map((word, index) => {
      const isInside = index > 0 && index < words.length - 1;
      if (isInside && SMALL.test(word.toLowerCase())) return word.toLowerCase();
      return word.replace(/(?<=^|-)\p{Ll}/gu, letter => letter.toUpperCase());
    })
    .join('');
};

const humanize = (text: string): string => {
  const plain = text.replace(/[-_]+/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

const urlize = (text: string): string =>
  encodeURI(
    text
      .trim()
      .toLowerCase()
      .replace(/\s+/g, '-')
      .replace(/[^\p{L}\p{M}\p{N}\-_.~/+#]|\p{Surrogate}/gu, ''),
  );

const replaced: Call = args => {
  const [text, from, to, limit] = args;
  if (typeof text !== 'string' || typeof from !== 'string' || typeof to !== 'string') return undefined;
  if (limit === undefined) return args.length === 3 ? text.replaceAll(from, to) : undefined;
  if (typeof limit !== 'number' || limit < 0) return undefined;
  const parts = text.split(from);
  return (
    parts.slice(0, limit + 1).join(to) +
    parts
      .slice(limit + 1)
      .map(part => from + part)
      .join('')
  );
};

const formatted: Call = ([layout, time]) => {
  if (typeof layout !== 'string' || typeof time !== 'object') return undefined;
  return goLayout(time.moment, layout);
};

const substring: Call = ([text, start, length]) => {
  if (typeof text !== 'string' || typeof start !== 'number' || start < 0) return undefined;
  const chars = Array.from(text).slice(start);
  if (length === undefined) return chars.join('');
  return typeof length === 'number' && length >= 0 ? chars.slice(0, length).join('') : undefined;
};

const text = (value: TemplateValue | undefined): string =>
  typeof value === 'object' ? value.rfc3339 : String(value ?? '');

const printed: Call = ([layout, ...args]) => {
  if (typeof layout !== 'string') return undefined;
  if (/%(?![svd%])/.test(layout)) return undefined;
  let next = 0;
  const result = layout.replace(/%[svd%]/g, verb => (verb === '%%' ? '%' : text(args[next++])));
  return next === args.length ? result : undefined;
};

const fallback: Call = args => {
  const [otherwise, value] = args;
  return args.length === 2 && value !== '' && value !== 0 && value !== false ? value : otherwise;
};

const lower = texts(1, text => text.toLowerCase());
const upper = texts(1, text => text.toUpperCase());
const title = texts(1, titleCase);
const trimSpace = texts(1, text => text.trim());
const trimPrefix = texts(2, (prefix, text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text));
const trimSuffix = texts(2, (suffix, text) =>
  suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
);

const FUNCTIONS: Readonly<Record<string, Call>> = {
  replace: replaced,
  'strings.Replace': replaced,
  title,
  'strings.Title': title,
  lower,
  'strings.ToLower': lower,
  upper,
  'strings.ToUpper': upper,
  humanize: texts(1, humanize),
  'inflect.Humanize': texts(1, humanize),
  urlize: texts(1, urlize),
  'urls.URLize': texts(1, urlize),
  'strings.TrimSpace': trimSpace,
  'strings.TrimPrefix': trimPrefix,
  'strings.TrimSuffix': trimSuffix,
  substr: substring,
  'strings.Substr': substring,
  printf: printed,
  'fmt.Printf': printed,
  print: args => (args.length === 1 ? args[0] : undefined),
  default: fallback,
  dateFormat: formatted,
  'time.Format': formatted,
};
