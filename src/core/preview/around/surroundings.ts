import { at, numberOf, textOf } from '../../hugo/config-value.ts';
import { listKey, pathsAbove } from '../../hugo/page-cascade.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import { remember } from '../../remember.ts';
import type { Surroundings } from '../input.ts';
import { homesOf, translationsOf } from './languages.ts';
import { linkOf, membersOf } from './members.ts';
import type { Member } from './members.ts';
import { menusOf } from './menus.ts';
import { firstOf, neighboursOf, pageOrder } from './order.ts';
import { siteOf } from './site-articles.ts';
import type { Site, SurroundingsInput } from './site-articles.ts';
import { categoriesOf, termsOf } from './terms.ts';

/**
 * What the rest of the site puts around an article. Goes over all articles once: worth keeping until the index or the
 * front matter changes.
 */
export function surroundingsOf(input: SurroundingsInput): Surroundings {
  const site = siteOf(input);
  const members = membersOf(site);
  const compare = pageOrder(site.page.language);
  const own = members.find(({ place }) => place.path === site.page.path);
  const siblings = own ? inSection(members, site) : [];
  const { before, after } = own ? neighboursOf(own, siblings, compare) : {};
  const categories = termsOf('categories', members, site);
  const recent = firstOf(inMainSections(members, site), recentCount(site), compare);
  return {
    recent: recent.map(member => linkOf(member, site)),
    previous: after && linkOf(after, site),
    next: before && linkOf(before, site),
    menus: menusOf(members, site),
    terms: {
      tags: [...termsOf('tags', members, site).values()],
      categories: [...categories.values()],
    },
    categories: categoriesOf(categories, site),
    translations: translationsOf(site),
    homes: homesOf(site),
  };
}

function recentCount({ page, config }: Site): number {
  const given = at(settingsFor(config, page.language).params, 'widgets', 'recent_num');
  const count = numberOf(given) ?? 0;
  return count === 0 ? 10 : count;
}

/** Pages whose type is among `mainSections`; by default the section with the most pages (hugolib/site.go). */
function inMainSections(members: readonly Member[], site: Site): readonly Member[] {
  const main = settingsFor(site.config, site.page.language).mainSections ?? largestSection(members);
  return members.filter(({ place, article }) =>
    main.includes(textOf(article.routing['type']) ?? place.spelledSection),
  );
}

function largestSection(members: readonly Member[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { place } of members) {
    if (place.section !== '') counts.set(place.section, (counts.get(place.section) ?? 0) + 1);
  }
  const [largest] = [...counts].sort(([, a], [, b]) => b - a);
  return largest ? [largest[0]] : [];
}

/** The pages of the section that the article is in: the nearest folder with an `_index` file, else the first one. */
function inSection(members: readonly Member[], { page, lists }: Site): readonly Member[] {
  const known = new Map<string, string>();
  const sectionOf = (path: string): string =>
    remember(known, path.slice(0, path.lastIndexOf('/')), () => {
      const above = pathsAbove(path);
      const withList = above.find(at => lists.has(listKey(page.language, at)));
      return withList === undefined || withList === '/' ? (above.at(-2) ?? '/') : withList;
    });
  const own = sectionOf(page.logicalPath);
  return members.filter(({ place }) => sectionOf(place.logicalPath) === own);
}
