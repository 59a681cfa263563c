import { at, numberOf } from '../../hugo/config-value.ts';
import { listKey, pathsAbove } from '../../hugo/page-cascade.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { Surroundings } from '../input.ts';
import { homesOf, translationsOf } from './languages.ts';
import { linkOf, membersOf } from './members.ts';
import type { Member } from './members.ts';
import { menusOf } from './menus.ts';
import { firstOf, neighboursOf, pageOrder } from './order.ts';
import type { SurroundingsInput } from './site-articles.ts';
import { categoriesOf, termsOf } from './terms.ts';

/**
 * What the rest of the site puts around an article. Goes over all articles once: worth keeping until the index or the
 * front matter changes.
 */
export function surroundingsOf(input: SurroundingsInput): Surroundings {
  const members = membersOf(input);
  const compare = pageOrder(input.page.language);
  const own = members.find(({ place }) => place.path === input.page.path);
  const siblings = own ? inSection(members, input) : [];
  const { before, after } = own ? neighboursOf(own, siblings, compare) : {};
  const categories = termsOf('categories', members, input);
  const recent = firstOf(inMainSections(members, input), recentCount(input), compare);
  return {
    recent: recent.map(member => linkOf(member, input)),
    previous: after && linkOf(after, input),
    next: before && linkOf(before, input),
    menus: menusOf(members, input),
    terms: {
      tags: [...termsOf('tags', members, input).values()],
      categories: [...categories.values()],
    },
    categories: categoriesOf(categories, input),
    translations: translationsOf(input),
    homes: homesOf(input),
  };
}

function recentCount({ page, config }: SurroundingsInput): number {
  const given = at(settingsFor(config, page.language).params, 'widgets', 'recent_num');
  const count = numberOf(given) ?? 0;
  return count === 0 ? 10 : count;
}

/** Pages whose type is among `mainSections`; by default the section with the most pages (hugolib/site.go). */
function inMainSections(members: readonly Member[], input: SurroundingsInput): readonly Member[] {
  const main = settingsFor(input.config, input.page.language).mainSections ?? largestSection(members);
  return members.filter(({ place, article }) => main.includes(article.type ?? place.spelledSection));
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
function inSection(members: readonly Member[], { page, lists }: SurroundingsInput): readonly Member[] {
  const sectionOf = (path: string): string => {
    const above = pathsAbove(path);
    const withList = above.find(at => lists?.has(listKey(page.language, at)) ?? false);
    return withList === undefined || withList === '/' ? (above.at(-2) ?? '/') : withList;
  };
  const own = sectionOf(page.logicalPath);
  return members.filter(
    ({ place }) => place.logicalPath.startsWith(own) && sectionOf(place.logicalPath) === own,
  );
}
