import type { Value, ValueMap } from '../article/tree.ts';
import type { SiteConfig } from './config-types.ts';
import { EMPTY, at, isMap, lowerKeys, mapFrom, mapsOf, textOf, textsOf } from './config-value.ts';
import { globMatches } from './page-glob.ts';
import { placeOf } from './page-place.ts';
import type { ContentPlace, EffectiveValue, ListPage, Lists, Page } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import { lower } from './url-path.ts';
import type { HugoVersion } from './version.ts';

/** The `_index` files of a site where `cascadeFor` and `pageOf` find them; worth keeping from page to page. */
export function indexLists(lists: readonly ListPage[], config: SiteConfig, hugo?: HugoVersion): Lists {
  const found = new Map<string, ListPage>();
  for (const { path, frontMatter } of lists) {
    const at = placeOf(path, config, hugo);
    if (!('place' in at) || at.place.bundle !== 'branch') continue;
    const { language, logicalPath } = at.place;
    const list = { path, frontMatter: lowerKeys(frontMatter) };
    const others = found.get(othersKey(logicalPath))?.others ?? [];
    found.set(listKey(language, logicalPath), list);
    found.set(othersKey(logicalPath), { ...list, others: [...others, list] });
  }
  return found;
}

export const listKey = (language: string, logicalPath: string): string => `${language}:${logicalPath}`;

/** Where the list pages of all languages at a path are. */
const othersKey = (logicalPath: string): string => listKey('', logicalPath);

/** The logical paths above one, the nearest first, `/` last. */
export function pathsAbove(logicalPath: string): readonly string[] {
  const above: string[] = [];
  for (let at = logicalPath; at !== '/';) {
    at = at.slice(0, at.lastIndexOf('/')) || '/';
    above.push(at);
  }
  return above;
}

/** One value that is cascaded to a page. */
export interface Cascaded {
  readonly value: Value;
  /** The `_index` file; `undefined`: the configuration. */
  readonly path: string | undefined;
}

export interface CascadeInput {
  readonly config: SiteConfig;
  readonly lists: Lists;
  readonly hugo: HugoVersion | undefined;
}

/**
 * What is cascaded to a page, by key in lower case: from its own `cascade` if it is a list page, from the list
 * pages above it, the nearest first, then from the configuration (resources/page/page_matcher.go). The page's own
 * front matter is not looked at and goes before all of it.
 */
export function cascadeFor(
  place: ContentPlace,
  own: ValueMap,
  { config, lists, hugo }: CascadeInput,
): ReadonlyMap<string, Cascaded> {
  const settings = config.languages.find(({ code }) => code === place.language)?.settings ?? config;
  const above = pathsAbove(place.logicalPath).flatMap(path => listsAt(path, place.language, lists));
  const across = doesNow(hugo, 'cascadeAcrossLanguages');
  const sources: Source[] = [
    ...(place.bundle === 'branch' ? [{ given: own['cascade'], path: place.path, foreign: false }] : []),
    ...above
      .filter(({ foreign }) => across || !foreign)
      .map(({ list, foreign }) => ({ given: list.frontMatter['cascade'], path: list.path, foreign })),
    { given: settings.cascade, path: undefined, foreign: false },
  ];
  const found = new Map<string, Cascaded>();
  for (const { given, path, foreign } of sources) {
    const isList = isWrittenAsList(given, path);
    for (const item of itemsOf(given, isList && path !== undefined && !doesNow(hugo, 'cascadeListsFolded'))) {
      const target = targetOf(item, isList, hugo);
      if (foreign && !(target && namesLanguages(target))) continue;
      if (target && !matches(target, place, config.environment, hugo)) continue;
      for (const [key, value] of valuesIn(item, hugo)) if (!found.has(key)) found.set(key, { value, path });
    }
  }
  return found;
}

/** The configuration's is a list always. */
const isWrittenAsList = (given: Source['given'], path: string | undefined): boolean =>
  Array.isArray(given) && (path !== undefined || given.length > 1);

const itemsOf = (given: Source['given'], keepsCase: boolean): readonly ValueMap[] =>
  keepsCase ? (given as readonly Value[]).filter(isMap) : mapsOf(given);

interface Source {
  readonly given: Value | undefined;
  readonly path: string | undefined;
  /** It comes from a list page in another language. */
  readonly foreign: boolean;
}

/** The list pages at a path, that in the language of the page first. */
function listsAt(path: string, language: string, lists: Lists): { list: ListPage; foreign: boolean }[] {
  const own = lists.get(listKey(language, path));
  const others = lists.get(othersKey(path));
  return [
    ...(own ? [{ list: own, foreign: false }] : []),
    ...(others?.others ?? []).filter(list => list !== own).map(list => ({ list, foreign: true })),
  ];
}

const namesLanguages = (target: ValueMap): boolean =>
  target['lang'] !== undefined || at(target, 'sites', 'matrix', 'languages') !== undefined;

/** Before 0.112 only the items of a list had targets. */
function targetOf(item: ValueMap, isList: boolean, hugo: HugoVersion | undefined): ValueMap | undefined {
  const target = item['target'] ?? item['_target'];
  if (!isMap(target) || doesNow(hugo, 'cascadeKeywords')) return isMap(target) ? target : undefined;
  return isList && isMap(item['_target']) ? item['_target'] : undefined;
}

/** `cascade: {params: {toc: true}}` and `cascade: {toc: true}` are the same. */
function valuesIn(item: ValueMap, hugo: HugoVersion | undefined): readonly (readonly [string, Value])[] {
  if (!doesNow(hugo, 'cascadeKeywords')) return Object.entries(item).filter(([key]) => key !== '_target');
  const { params } = item;
  const fields = Object.entries(item).filter(([key]) => !/^(?:_?target|params|_merge)$/.test(key));
  return [...fields, ...Object.entries(isMap(params) ? params : {})];
}

function matches(
  target: ValueMap,
  place: ContentPlace,
  environment: string,
  hugo: HugoVersion | undefined,
): boolean {
  const fits = (key: string, actual: string): boolean => {
    const glob = textOf(target[key]);
    return glob === undefined || glob === '' || globMatches(lower(glob), actual);
  };
  const languages = textsOf(at(target, 'sites', 'matrix', 'languages'));
  // Before 0.123 globs were held against the file's path, extension included.
  const path = doesNow(hugo, 'normalisedPaths') ? place.logicalPath : lower(`/${place.file}`);
  return (
    fits('kind', place.kind) &&
    fits('path', path) &&
    fits('lang', place.language) &&
    fits('environment', environment) &&
    (languages?.some(glob => globMatches(lower(glob), place.language)) ?? true)
  );
}

/** What Hugo itself reads of the front matter, and of its `params` does not (hugolib/page__meta.go, setMetaPost). */
const READ_AT_TOP = new Set([
  ...['title', 'linktitle', 'summary', 'description', 'slug', 'url', 'type', 'layout', 'translationkey'],
  ...[
    'draft',
    'headless',
    'iscjklanguage',
    'published',
    'weight',
    'keywords',
    'aliases',
    'outputs',
    'markup',
  ],
  ...['date', 'lastmod', 'modified', 'publishdate', 'pubdate', 'expirydate', 'unpublishdate'],
  ...['build', '_build', 'sitemap', 'cascade', 'resources', 'menu', 'menus', 'kind', 'path', 'lang', 'sites'],
]);

/**
 * The front matter in effect: the page's own, the parameters of its `params`, then what is cascaded. Keys are lower
 * case.
 */
export function effectiveFrontMatter(
  own: ValueMap,
  cascaded: ReadonlyMap<string, Cascaded>,
  hugo: HugoVersion | undefined,
): ValueMap {
  const { params } = own;
  const unfolds = isMap(params) && doesNow(hugo, 'paramsMap');
  const entries = new Map(Object.entries(own).filter(([key]) => !unfolds || key !== 'params'));
  for (const [key, value] of Object.entries(unfolds ? params : EMPTY))
    if (!READ_AT_TOP.has(key)) entries.set(key, value);
  for (const [key, { value }] of cascaded) if (!entries.has(key)) entries.set(key, value);
  return mapFrom(entries);
}

/**
 * The value that `.Param name` has on a page, and whose it is; `a.b` reaches into maps. A key that is there
 * counts, whatever its value: `toc: false` goes before the site's `toc = true`.
 */
export function effectiveValue(name: string, page: Page, config: SiteConfig): EffectiveValue | undefined {
  const keys = [lower(name), ...(name.includes('.') ? [lower(name).split('.')] : [])];
  for (const key of keys) {
    const path = typeof key === 'string' ? [key] : key;
    const value = at(page.effective, ...path);
    if (value === undefined) continue;
    const cascaded = page.cascadedFrom[path[0] ?? ''];
    if (cascaded === undefined) return { value, from: 'page', path: undefined };
    return { value, from: 'cascade', path: cascaded === '' ? undefined : cascaded };
  }
  const settings = config.languages.find(({ code }) => code === page.language)?.settings ?? config;
  const value = at(settings.params, ...lower(name).split('.'));
  return value === undefined ? undefined : { value, from: 'site', path: undefined };
}
