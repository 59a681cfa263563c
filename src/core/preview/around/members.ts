import type { Value } from '../../article/tree.ts';
import { at, flagOf, textOf, textsOf } from '../../hugo/config-value.ts';
import { parseHugoDate } from '../../hugo/date.ts';
import { pageOf } from '../../hugo/page.ts';
import type { ContentPlace, PageDate } from '../../hugo/page-types.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { PageLink } from '../input.ts';
import { frontMatterOf, knownPlace } from './places.ts';
import type { Site, SiteArticle } from './site-articles.ts';

/** A published page of the site, in the language of the article that is shown. */
export interface Member {
  readonly place: ContentPlace;
  readonly article: SiteArticle;
  /** In effect, as `SiteArticle` counts it. */
  readonly date: number;
}

/** All pages that Hugo lists, the article itself among them even where it is a draft: so it will look. */
export function membersOf(site: Site): readonly Member[] {
  const { page, config, hugo, context } = site;
  const members: Member[] = page.list === 'always' ? [ownMember(site)] : [];
  const hasBundles = (context.leafBundles?.size ?? 0) > 0;
  const inBundle = (path: string): boolean => {
    if (!hasBundles) return false;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      if (context.leafBundles?.has(path.slice(0, at))) return true;
    }
    return false;
  };
  for (const [path, article] of site.articles.entries()) {
    if (path === page.path) continue;
    const place = knownPlace(path, config, hugo);
    if (place?.kind !== 'page' || place.language !== page.language || inBundle(place.logicalPath)) continue;
    const date = dateOf(article, site);
    if (isPublished(article, date, site)) members.push({ place, article, date });
  }
  return members;
}

/** By the dates alone that the index has; a cascade is not looked at. */
function isPublished({ isDraft, routing }: SiteArticle, date: number, { page, config, now }: Site): boolean {
  const { buildDrafts, buildFuture, buildExpired } = settingsFor(config, page.language).switches;
  if ((isDraft || flagOf(routing['published']) === false) && !buildDrafts) return false;
  if (flagOf(routing['headless']) === true || at(routing, 'build', 'list') === 'never') return false;
  const publish = parsed(routing['publishdate'] ?? routing['pubdate']) ?? date;
  if (publish > now && !buildFuture) return false;
  const expiry = parsed(routing['expirydate'] ?? routing['unpublishdate']);
  return expiry === undefined || expiry > now || buildExpired;
}

const parsed = (value: Value | undefined): number | undefined =>
  typeof value === 'string' ? parseHugoDate(value)?.instant : undefined;

/** The first date of those that the configuration names. */
function dateOf({ date, routing }: SiteArticle, { page, config }: Site): number {
  if (date !== 0) return date;
  for (const key of settingsFor(config, page.language).frontMatterDates.date) {
    const found = parsed(routing[key]);
    if (found !== undefined) return found;
  }
  return 0;
}

function ownMember({ page, config }: Site): Member {
  const { effective, dates, title, draft } = page;
  const terms = Object.values(config.taxonomies).map(plural => {
    const key = plural.toLowerCase();
    return [key, textsOf(effective[key]) ?? []] as const;
  });
  const date = dates.date ? indexedDate(dates.date, effective[dates.date.source]) : 0;
  const article: SiteArticle = {
    title,
    date,
    dateText: textOf(effective['date']),
    isDraft: draft,
    terms: Object.fromEntries(terms),
    routing: effective,
  };
  return { place: page, article, date };
}

/** The date as the index has those of the other articles: without an offset it counts as UTC. */
function indexedDate({ instant, wall }: PageDate, written: Value | undefined): number {
  if (typeof written === 'number') return instant;
  return (
    parsed(written) ?? Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  );
}

/** Title and address of a page of the site. */
export function linkOf({ place, article }: Pick<Member, 'place' | 'article'>, site: Site): PageLink {
  const { page, config, context } = site;
  const title = article.title ?? '';
  if (place.path === page.path) return { title, url: page.relPermalink };
  const found = pageOf(place.path, frontMatterOf(article), config, context);
  return { title, url: 'page' in found ? found.page.relPermalink : '' };
}

/** The title in lists and menus. */
export function linkTitle({ routing, title }: SiteArticle): string {
  const short = textOf(routing['linktitle']) ?? '';
  return short === '' ? (title ?? '') : short;
}
