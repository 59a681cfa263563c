import type { ValueMap } from '../article/tree.ts';
import { cleanPath, joinPath } from './config-paths.ts';
import type { SiteConfig } from './config-types.ts';
import { lowerKeys, textOf } from './config-value.ts';
import { cascadeFor, effectiveFrontMatter, listKey, pathsAbove } from './page-cascade.ts';
import { dateInName, datesOf } from './page-dates.ts';
import { aliasesOf, fieldsOf } from './page-fields.ts';
import { expandTokens } from './page-permalink.ts';
import type { TokenInput } from './page-permalink.ts';
import { placeOf } from './page-place.ts';
import { sectionsOf, sluggedFolder } from './page-sections.ts';
import type { ContentPlace, Lists, Needed, NotAPage, Page, PageContext, PageDates } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import { permalink, relPermalink } from './url-base.ts';
import { pageLink, settingsFor } from './url-page.ts';
import { queryUnescape, unescapePath } from './url-path.ts';

const NO_LISTS: Lists = new Map();

/**
 * What Hugo makes of a content file, or why it makes no page of it. Pure.
 *
 * @param path from the root of the site
 * @param frontMatter as written; keys in any case
 */
export function pageOf(
  path: string,
  frontMatter: ValueMap,
  config: SiteConfig,
  context: PageContext = {},
): { readonly page: Page } | { readonly reason: NotAPage } {
  const { hugo, lists = NO_LISTS } = context;
  const found = placeOf(path, config, hugo);
  if (!('place' in found)) return found;
  if (isInBundle(found.place, context.leafBundles)) return { reason: 'in-bundle' };
  const own = lowerKeys(frontMatter);
  const place = inItsLanguage(found.place, own, config, context);
  const settings = settingsFor(config, place.language);
  const cascaded = cascadeFor(place, own, { config, lists, hugo });
  const effective = effectiveFrontMatter(own, cascaded, hugo);
  const fields = fieldsOf(effective, place.kind, place.bundle === 'leaf', hugo);
  const naming = { fileName: fileNameOf(place), zone: settings.timeZone, context };
  const dates = datesOf(effective, { ...naming, sources: settings.frontMatterDates });
  const named = hasNameDate(dates) && !('slug' in effective);
  const slug = named ? (dateInName(naming)?.slug ?? '') : fields.slug;
  const sections = sectionsOf(place, lists, hugo !== undefined && !doesNow(hugo, 'normalisedPaths'));
  const tokens: TokenInput = {
    place,
    title: fields.title,
    slug,
    date: dates.date,
    sluggedFolder: sluggedFolder(place, lists, settings.switches.disablePathToLower),
    sections: sections.names,
    sectionSlugs: sections.slugs,
    settings,
    environment: config.environment,
    hugo,
  };
  const url = expandedUrl(fields.url, tokens);
  const link = pageLink(tokens, url, config);
  const hasLink = fields.render !== 'never' && !settings.disableKinds.includes(place.kind);
  const page: Page = {
    ...place,
    ...fields,
    slug,
    url,
    relPermalink: hasLink ? relPermalink(link, settings) : '',
    permalink: hasLink ? permalink(link, settings) : '',
    aliases: aliasesOf(effective).map(alias => aliasPath(alias, link, settings.uglyURLs === true)),
    dates,
    translationKey: textOf(effective['translationkey']) ?? place.logicalPath,
    effective,
    cascadedFrom: Object.fromEntries(
      [...cascaded]
        .filter(([key, { value }]) => effective[key] === value && !(key in own))
        .map(([key, { path: from }]) => [key, from ?? '']),
    ),
    needs: neededBy(place, config, context),
  };
  return { page };
}

function neededBy(place: ContentPlace, config: SiteConfig, context: PageContext): Needed[] {
  const { hugo, lists = NO_LISTS } = context;
  if (hugo === undefined || !doesNow(hugo, 'sectionsWithhold')) return [];
  const [nearest] = pathsAbove(place.logicalPath).flatMap(
    path => lists.get(listKey(place.language, path)) ?? [],
  );
  const made = nearest && pageOf(nearest.path, nearest.frontMatter, config, context);
  if (!made || !('page' in made)) return [];
  const { path, draft, dates, needs } = made.page;
  return [{ path, draft, dates }, ...needs];
}

const hasNameDate = ({ date, lastmod, publishDate, expiryDate }: PageDates): boolean =>
  [date, lastmod, publishDate, expiryDate].some(found => found?.source === ':filename');

/** Markdown below a leaf bundle belongs to it, wherever it lies. */
function isInBundle(place: ContentPlace, bundles: ReadonlySet<string> | undefined): boolean {
  if (!bundles || bundles.size === 0) return false;
  const above = pathsAbove(place.logicalPath);
  return above.some(path => bundles.has(path));
}

/** For ten years of versions `lang` in the front matter names the language of the page. */
function inItsLanguage(
  place: ContentPlace,
  own: ValueMap,
  config: SiteConfig,
  { hugo }: PageContext,
): ContentPlace {
  const lang = typeof own['lang'] === 'string' ? own['lang'].toLowerCase() : undefined;
  if (lang === undefined || !doesNow(hugo, 'langInFrontMatter')) return place;
  return config.languages.some(({ code }) => code === lang) ? { ...place, language: lang } : place;
}

function fileNameOf(place: ContentPlace): string {
  if (place.bundle === 'none') return place.baseName;
  return place.spelledPath.slice(place.spelledPath.lastIndexOf('/') + 1);
}

/** A `url` may have the tokens of permalinks. */
function expandedUrl(url: string, tokens: TokenInput): string {
  if (!url.includes(':') || !doesNow(tokens.hugo, 'tokensInUrl')) return url;
  const expanded = expandTokens(url, tokens);
  return expanded === undefined || expanded === '' ? url : queryUnescape(expanded);
}

/** A relative alias starts in the folder above the page's (hugolib/site_render.go). */
function aliasPath(alias: string, link: string, isUgly: boolean): string {
  const folder = link.endsWith('/') ? link : link.replace(/\.html$/, '');
  const path = alias.startsWith('/') ? cleanPath(alias) : joinPath('/', unescapePath(folder), '..', alias);
  if (isUgly && !path.endsWith('.html')) return `${path}.html`;
  return /\.html?$/.test(path) || path === '/' ? path : `${path}/`;
}
