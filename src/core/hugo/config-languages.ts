import type { Value, ValueMap } from '../article/tree.ts';
import { mergeRoot, withoutStrategies } from './config-merge.ts';
import { settingsOf } from './config-settings.ts';
import type { Language, SiteSettings } from './config-types.ts';
import { flagOf, isMap, mapAt, mapFrom, numberOf, textOf, textsOf } from './config-value.ts';

/** Keys that Hugo takes from a language only if they are maps. */
const MAPS_ONLY = new Set([
  'permalinks',
  'menus',
  'params',
  'taxonomies',
  'markup',
  'outputs',
  'frontmatter',
]);

/**
 * A site without languages has one. Hugo sees to that before it takes themes in, so that a theme can add to them
 * (config/allconfig/allconfig.go).
 *
 * @param site with the strategies of merging
 */
export function withLanguages(site: ValueMap): ValueMap {
  const code = defaultCode(site) || 'en';
  const given = site['languages'] === undefined ? mapFrom([[code, mapFrom([])]]) : mapAt(site, 'languages');
  const languages = Object.entries(given).map(([key, language]): [string, Value] => {
    if (!isMap(language) || language['params'] !== undefined) return [key, language];
    return [key, mapFrom([...Object.entries(language), ['params', mapFrom([['_merge', 'deep']])]])];
  });
  return mapFrom([
    ...Object.entries(site).filter(([key]) => key !== 'languages'),
    ['languages', mapFrom(languages)],
  ]);
}

const defaultCode = (site: ValueMap): string => (textOf(site['defaultcontentlanguage']) ?? '').toLowerCase();

/** All languages in Hugo's order: by weight, 0 last, then by code. Disabled ones come last. */
export function languagesIn(site: ValueMap, base: SiteSettings): readonly Language[] {
  const off = new Set(textsOf(site['disablelanguages']) ?? []);
  return Object.entries(mapAt(site, 'languages'))
    .flatMap(([code, given]): Language[] => {
      if (!isMap(given)) return [];
      const language = withoutStrategies(given);
      return [
        {
          code,
          name: textOf(language['label']) ?? textOf(language['languagename']) ?? '',
          weight: numberOf(language['weight']) ?? 0,
          disabled: off.has(code) || (flagOf(language['disabled']) ?? false),
          settings: settingsIn(site, given, base),
        },
      ];
    })
    .sort(compareLanguages);
}

function compareLanguages(a: Language, b: Language): number {
  if (a.disabled !== b.disabled) return a.disabled ? 1 : -1;
  if (a.weight !== b.weight) return (a.weight || Infinity) - (b.weight || Infinity);
  return a.code < b.code ? -1 : 1;
}

/** The language's own values before the site's; only a map whose strategy is deep takes in the site's. */
function settingsIn(site: ValueMap, language: ValueMap, base: SiteSettings): SiteSettings {
  const own = new Map(Object.entries(site));
  let differs = false;
  for (const [key, value] of Object.entries(language)) {
    if (key === '_merge' || (!isMap(value) && MAPS_ONLY.has(key))) continue;
    const below = site[key];
    if (isMap(value)) own.set(key, isMap(below) ? mergeRoot(value, below) : value);
    else own.set(key, value);
    differs ||= key !== 'params' || Object.keys(mapAt(language, 'params')).length > 1;
  }
  if (!differs) return base;
  const settings = settingsOf(withoutStrategies(mapFrom(own)));
  // A root locale is that of the default language only.
  const locale = textOf(language['locale']) ?? textOf(language['languagecode']);
  return { ...settings, locale: locale ?? settings.locale };
}

/** `defaultContentLanguage`, or what Hugo takes if it is not set: `en`, else the first language. */
export function defaultLanguage(site: ValueMap, languages: readonly Language[]): string {
  const code = defaultCode(site);
  if (code !== '') return code;
  return languages.some(language => language.code === 'en') ? 'en' : (languages[0]?.code ?? 'en');
}
