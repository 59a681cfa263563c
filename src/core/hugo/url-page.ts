import type { SiteConfig, SiteSettings } from './config-types.ts';
import { permalinkOf } from './page-permalink.ts';
import type { TokenInput } from './page-permalink.ts';
import { doesNow } from './behaviour.ts';
import { linkOf, oldLinkOf } from './url-target.ts';
import type { Target } from './url-target.ts';
import type { HugoVersion } from './version.ts';

/** The settings of a language, or of the site if it has no such language. */
export const settingsFor = (config: SiteConfig, language: string): SiteSettings =>
  config.languages.find(({ code }) => code === language)?.settings ?? config;

/** The first part of the URLs of a language; empty for the default one and where each has a host. */
export function languagePrefix(config: SiteConfig, language: string, hugo: HugoVersion | undefined): string {
  if (config.isMultihost) return '';
  const isDefault = language === config.defaultContentLanguage;
  if (isDefault && config.defaultContentLanguageInSubdir)
    return config.languages.length > 1 || doesNow(hugo, 'normalisedPaths') ? language : '';
  const enabled = config.languages.filter(({ disabled }) => !disabled);
  return isDefault || enabled.length < 2 ? '' : language;
}

/** The link to a page from the root of the site, without the path of `baseURL`. `url`: with its tokens filled in. */
export function pageLink(input: TokenInput, url: string, config: SiteConfig): string {
  const { place, slug, settings, hugo } = input;
  const isNew = doesNow(hugo, 'normalisedPaths');
  const path = isNew && !settings.switches.disablePathToLower ? place.logicalPath : place.spelledPath;
  const { uglyURLs } = settings;
  const takesTable = !doesNow(hugo, 'uglySectionsIgnored');
  const slugs = doesNow(hugo, 'sectionSlugs');
  const folder = slugs ? input.sluggedFolder : path.slice(0, path.lastIndexOf('/')) || '/';
  const target: Target = {
    kind: place.kind,
    isBundle: place.bundle !== 'none',
    url,
    permalink: permalinkOf(input),
    baseName: slug === '' ? lastOf(path) : slug,
    folder,
    listPath:
      place.bundle === 'branch' && place.kind !== 'home'
        ? listPathOf(folder, lastOf(path), slugs ? slug : '')
        : '/',
    prefix: languagePrefix(config, place.language, hugo),
    isUgly: typeof uglyURLs === 'boolean' ? uglyURLs : takesTable && (uglyURLs[place.section] ?? false),
    isMultihost: config.isMultihost,
    switches: settings.switches,
  };
  if (!isNew) return oldLinkOf(target);
  return linkOf(target, {
    uglyListIndex: doesNow(hugo, 'uglyListIndex'),
    listUrlsKept: doesNow(hugo, 'listUrlsKept'),
    urlsJoinedRaw: doesNow(hugo, 'urlsJoinedRaw'),
  });
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const listPathOf = (folder: string, name: string, slug: string): string =>
  `${folder === '/' ? '' : folder}/${slug === '' ? name : slug}`;
