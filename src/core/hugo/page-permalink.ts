import type { PermalinkRule, SiteSettings } from './config-types.ts';
import { cleanPath } from './config-paths.ts';
import { formatGo } from './page-permalink-date.ts';
import { globMatches } from './page-glob.ts';
import type { ContentPlace, PageDate } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import { queryUnescape, urlize } from './url-path.ts';
import type { HugoVersion } from './version.ts';

/** What the tokens of a permalink stand for on one page. */
export interface TokenInput {
  readonly place: ContentPlace;
  readonly title: string;
  readonly slug: string;
  readonly date: PageDate | undefined;
  /** The folder of the page with the slugs of the list pages above, `/` at the start. */
  readonly sluggedFolder: string;
  /** Names of the folders of the section that the page is in, down to it. */
  readonly sections: readonly string[];
  /** Slug, else title, of each of these sections. */
  readonly sectionSlugs: readonly string[];
  readonly settings: SiteSettings;
  readonly environment: string;
  readonly hugo: HugoVersion | undefined;
}

/** The path that the configuration's `permalinks` give a page, not yet sanitized; `undefined` if no rule is for it. */
export function permalinkOf(input: TokenInput): string | undefined {
  const { place, hugo } = input;
  const byKind = doesNow(hugo, 'permalinksByKind');
  if (!byKind && place.kind !== 'page' && place.kind !== 'term') return undefined;
  const rule = input.settings.permalinks.find(candidate => isFor(candidate, input));
  if (!rule) return undefined;
  const path = expandTokens(rule.pattern, input);
  if (path === undefined || path === '') return undefined;
  const plain = queryUnescape(path);
  if (doesNow(hugo, 'urlsJoinedRaw')) return cleanPath(plain);
  return plain.endsWith('//') && byKind ? plain.slice(0, -1) : plain;
}

function isFor(rule: PermalinkRule, { place, environment, hugo }: TokenInput): boolean {
  if (rule.kind !== '' && !globMatches(rule.kind, place.kind)) return false;
  if (rule.lang !== undefined && !globMatches(rule.lang, place.language)) return false;
  if (rule.environment !== undefined && !globMatches(rule.environment, environment)) return false;
  if (rule.path !== undefined) return globMatches(rule.path, place.logicalPath);
  if (rule.section === undefined) return true;
  if (!doesNow(hugo, 'permalinkGlobs')) return rule.section === place.section;
  if (rule.section === '') return /^\/[^/]*$/.test(place.logicalPath);
  return place.logicalPath === `/${rule.section}` || place.logicalPath.startsWith(`/${rule.section}/`);
}

const COLON = '\0';

/** Puts a page's values for `:year`, `:slug`, …; `undefined` where a token is none, which breaks the build. */
export function expandTokens(pattern: string, input: TokenInput): string | undefined {
  const escapes = doesNow(input.hugo, 'escapedColons');
  let path = escapes ? pattern.replaceAll('\\:', COLON) : pattern;
  for (const [token] of path.matchAll(/:\w+(\[.+?\])?/g)) {
    const value = tokenValue(token.slice(1), input);
    if (value === undefined) return undefined;
    path = path.replace(token, () => value);
  }
  return path.replaceAll(COLON, ':');
}

function tokenValue(token: string, input: TokenInput): string | undefined {
  if (token === 'section') return input.place.section;
  const [, name, cut] = /^(sections|sectionslugs)(?:\[(.*)\])?$/i.exec(token) ?? [];
  const written = (text: string): string => urlize(text, input.settings.switches);
  if (name !== undefined) {
    const parts = name.toLowerCase() === 'sections' ? input.sections : input.sectionSlugs.map(written);
    return (cut === undefined ? parts : sliceOf(parts, cut)).join('/');
  }
  const text = textFor(token, input);
  return text === undefined ? formatGo(token, input.date?.wall) : written(text);
}

function textFor(token: string, input: TokenInput): string | undefined {
  const { place, slug } = input;
  switch (token) {
    case 'sectionslug':
      return input.sectionSlugs[0] ?? '';
    case 'title':
      return titleIn(input);
    case 'filename':
      return fileName(place);
    case 'contentbasename':
      return contentBaseName(place);
    case 'slug':
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug === '' ? slugless(token, input) : slug;
    default:
      return undefined;
  }
}

function slugless(token: string, input: TokenInput): string {
  if (token === 'slug') return titleIn(input);
  return token === 'slugorfilename' ? fileName(input.place) : contentBaseName(input.place);
}

const titleIn = ({ title, hugo }: TokenInput): string =>
  doesNow(hugo, 'titlesWithoutSlashes') ? title.replaceAll('/', '-') : title;

function fileName(place: ContentPlace): string {
  if (place.baseName === '_index') return '';
  return place.baseName === 'index' ? lastOf(place.spelledPath) : place.baseName;
}

const contentBaseName = (place: ContentPlace): string => lastOf(place.spelledPath);
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `1:`, `:last`, `0`, `last`; lenient out of range, as Hugo is. */
function sliceOf(list: readonly string[], cut: string): readonly string[] {
  if (list.length === 0) return [];
  const [from = '', to] = cut.trim().toLowerCase().split(':');
  const low = indexIn(list, from, 0);
  if (to === undefined) return low >= list.length ? [] : list.slice(low, low + 1);
  const high = Math.min(indexIn(list, to, list.length), list.length);
  return low >= list.length ? [] : list.slice(low, high);
}

function indexIn(list: readonly string[], text: string, usual: number): number {
  if (text === '') return usual;
  if (text === 'last') return list.length - 1;
  return /^\d+$/.test(text) ? Number(text) : 0;
}
