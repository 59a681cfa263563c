import type { Value } from '../../article/tree.ts';
import type { SiteConfig } from '../../hugo/config-types.ts';
import { numberOf, textOf, textsOf } from '../../hugo/config-value.ts';
import { parseHugoDate } from '../../hugo/date.ts';
import { pageOf } from '../../hugo/page.ts';
import { placeOf } from '../../hugo/page-place.ts';
import type { ContentPlace, Page, PageDate } from '../../hugo/page-types.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { HugoVersion } from '../../hugo/version.ts';
import type { PageLink } from '../input.ts';
import type { SiteArticle, SurroundingsInput } from './site-articles.ts';

/** A published page of the site, in the language of the article that is shown. */
export interface Member {
  readonly place: ContentPlace;
  readonly article: SiteArticle;
}

/** All pages that Hugo lists, the article itself among them even where it is a draft: so it will look. */
export function membersOf(input: SurroundingsInput): readonly Member[] {
  const { page, config, hugo, now } = input;
  const { switches } = settingsFor(config, page.language);
  const members: Member[] = page.list === 'always' ? [{ place: page, article: articleOf(page, config) }] : [];
  for (const [path, article] of input.articles.entries()) {
    if (path === page.path || (article.isDraft && !switches.buildDrafts)) continue;
    if (article.date > now && !switches.buildFuture) continue;
    const place = knownPlace(path, config, hugo);
    if (place?.kind === 'page' && place.language === page.language) members.push({ place, article });
  }
  return members;
}

function articleOf(page: Page, config: SiteConfig): SiteArticle {
  const { effective, dates, title, slug, url, draft } = page;
  const { date } = dates;
  const terms = Object.values(config.taxonomies).map(plural => {
    const key = plural.toLowerCase();
    return [key, textsOf(effective[key]) ?? []] as const;
  });
  return {
    title,
    linkTitle: textOf(effective['linktitle']),
    date: date ? indexedDate(date, effective[date.source]) : 0,
    weight: numberOf(effective['weight']),
    isDraft: draft,
    slug,
    url,
    type: textOf(effective['type']),
    menu: effective['menus'] ?? effective['menu'],
    terms: Object.fromEntries(terms),
  };
}

/** The date as the index has those of the other articles: without an offset it counts as UTC. */
function indexedDate({ instant, wall }: PageDate, written: Value | undefined): number {
  if (typeof written === 'number') return instant;
  const read = typeof written === 'string' ? parseHugoDate(written)?.instant : undefined;
  return read ?? Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** The place of a path depends on nothing but configuration and version: found once. */
const places = new WeakMap<SiteConfig, Map<string, ContentPlace | undefined>>();

export function knownPlace(
  path: string,
  config: SiteConfig,
  hugo: HugoVersion | undefined,
): ContentPlace | undefined {
  const known = places.get(config) ?? new Map<string, ContentPlace | undefined>();
  places.set(config, known);
  const key = `${String(hugo)}:${path}`;
  if (!known.has(key)) {
    const found = placeOf(path, config, hugo);
    known.set(key, 'place' in found ? found.place : undefined);
  }
  return known.get(key);
}

/** Title and address of a page of the site. */
export function linkOf({ place, article }: Member, input: SurroundingsInput): PageLink {
  const { page, config, hugo, lists } = input;
  const title = article.title ?? '';
  if (place.path === page.path) return { title, url: page.relPermalink };
  const found = pageOf(place.path, frontMatterOf(article), config, {
    hugo,
    ...(lists && { lists }),
  });
  return { title, url: 'page' in found ? found.page.relPermalink : '' };
}

/** As much of it as decides the address. */
export function frontMatterOf({ title, date, slug, url }: SiteArticle): Record<string, Value> {
  return {
    ...(title !== undefined && { title }),
    ...(date !== 0 && { date: new Date(date).toISOString().slice(0, 19) }),
    ...(slug !== undefined && { slug }),
    ...(url !== undefined && { url }),
  };
}

/** The title in lists and menus. */
export const linkTitle = ({ linkTitle: short, title }: SiteArticle): string =>
  short === undefined || short === '' ? (title ?? '') : short;
