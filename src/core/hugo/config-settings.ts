import type { ValueMap } from '../article/tree.ts';
import { frontMatterDates } from './config-dates.ts';
import { menusOf } from './config-menus.ts';
import { permalinkRules } from './config-permalinks.ts';
import type { Folders, SiteSettings, Switches } from './config-types.ts';
import { at, flagOf, isMap, lowerKeys, mapAt, mapsOf, numberOf, textOf, textsOf } from './config-value.ts';

/**
 * What a merged configuration says, with Hugo's defaults (config/allconfig/allconfig.go). Values of a wrong type
 * count as absent; Hugo refuses to build with them.
 *
 * @param map keys in lower case, without `_merge`
 */
export function settingsOf(map: ValueMap): SiteSettings {
  const params = mapAt(map, 'params');
  return {
    baseURL: textOf(map['baseurl']) ?? '',
    title: textOf(map['title']) ?? '',
    locale: textOf(map['locale']) ?? textOf(map['languagecode']),
    timeZone: textOf(map['timezone']) === '' ? undefined : textOf(map['timezone']),
    params,
    author: mapAt(map, 'author'),
    taxonomies: taxonomiesOf(map),
    markup: mapAt(map, 'markup'),
    permalinks: permalinkRules(map['permalinks']),
    uglyURLs: uglyOf(map),
    cascade: mapsOf(map['cascade']).map(lowerKeys),
    menus: menusOf(map['menus']),
    sectionPagesMenu: textOf(map['sectionpagesmenu']) ?? '',
    frontMatterDates: frontMatterDates(mapAt(map, 'frontmatter')),
    outputs: textLists(mapAt(map, 'outputs')),
    outputFormats: Object.keys(mapAt(map, 'outputformats')),
    disableKinds: (textsOf(map['disablekinds']) ?? []).map(kind => kind.toLowerCase()),
    mainSections: textsOf(params['mainsections']) ?? textsOf(map['mainsections']),
    ignoreFiles: textsOf(map['ignorefiles']) ?? [],
    pagination: {
      pagerSize: numberOf(at(map, 'pagination', 'pagersize')) ?? numberOf(map['paginate']) ?? 10,
      path: textOf(at(map, 'pagination', 'path')) ?? textOf(map['paginatepath']) ?? 'page',
    },
    refsOnlyWarn: textOf(map['reflinkserrorlevel'])?.toLowerCase() === 'warning',
    disqusShortname: disqusOf(map),
    summaryLength: numberOf(map['summarylength']) ?? 70,
    folders: foldersIn(map),
    switches: switchesOf(map),
  };
}

/** `services.disqus.shortname`; the root key is older and was dropped in 0.120. */
function disqusOf(map: ValueMap): string | undefined {
  const name = textOf(at(map, 'services', 'disqus', 'shortname')) ?? textOf(map['disqusshortname']);
  return name === '' ? undefined : name;
}

/** A table `taxonomies` replaces Hugo's two; `indexes` is its oldest name. Keys without a plural are none. */
function taxonomiesOf(map: ValueMap): Readonly<Record<string, string>> {
  const given = map['taxonomies'] ?? map['indexes'];
  if (given === undefined) return { category: 'categories', tag: 'tags' };
  const pairs = Object.entries(isMap(given) ? given : {}).flatMap(
    ([singular, plural]): [string, string][] => {
      const text = textOf(plural);
      return singular === '' || text === undefined || text === '' ? [] : [[singular, text]];
    },
  );
  return Object.fromEntries(pairs);
}

function uglyOf(map: ValueMap): SiteSettings['uglyURLs'] {
  const given = map['uglyurls'];
  if (!isMap(given)) return given === true || given === 'true';
  return Object.fromEntries(Object.entries(given).map(([section, on]) => [section, flagOf(on) ?? false]));
}

function textLists(map: ValueMap): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, (textsOf(value) ?? []).map(name => name.toLowerCase())]),
  );
}

function foldersIn(map: ValueMap): Folders {
  const folder = (key: string, usual: string): string => {
    const text = textOf(map[key]);
    return text === undefined || text === '' ? usual : text.replace(/\/+$/, '');
  };
  const numbered = Array.from({ length: 11 }, (_, index) => textsOf(map[`staticdir${index}`]) ?? []).flat();
  const statics = [...(textsOf(map['staticdir']) ?? (numbered.length > 0 ? [] : ['static'])), ...numbered];
  return {
    content: folder('contentdir', 'content'),
    static: statics,
    assets: folder('assetdir', 'assets'),
    archetypes: folder('archetypedir', 'archetypes'),
    layouts: folder('layoutdir', 'layouts'),
    data: folder('datadir', 'data'),
    i18n: folder('i18ndir', 'i18n'),
    themes: folder('themesdir', 'themes'),
  };
}

function switchesOf(map: ValueMap): Switches {
  const flag = (key: string, usual = false): boolean => flagOf(map[key]) ?? usual;
  return {
    enableEmoji: flag('enableemoji'),
    hasCJKLanguage: flag('hascjklanguage'),
    buildDrafts: flag('builddrafts'),
    buildFuture: flag('buildfuture'),
    buildExpired: flag('buildexpired'),
    removePathAccents: flag('removepathaccents'),
    disablePathToLower: flag('disablepathtolower'),
    canonifyURLs: flag('canonifyurls'),
    relativeURLs: flag('relativeurls'),
    pluralizeListTitles: flag('pluralizelisttitles', true),
    capitalizeListTitles: flag('capitalizelisttitles', true),
    enableGitInfo: flag('enablegitinfo'),
    disableAliases: flag('disablealiases'),
  };
}
