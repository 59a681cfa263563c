import type { Value, ValueMap } from '../../article/tree.ts';
import type { MenuEntry } from '../../hugo/config-types.ts';
import { isMap, lowerKeys, numberOf, textOf, textsOf } from '../../hugo/config-value.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import { underBase } from '../address.ts';
import type { MenuLink } from '../input.ts';
import { findPage, sectionPages } from './list-pages.ts';
import { linkOf, linkTitle } from './members.ts';
import type { Member } from './members.ts';
import { compareFolded, compareTexts } from './order.ts';
import type { Site, SiteArticle } from './site-articles.ts';

/** An entry of a menu, from the configuration, an article, or made of a section. */
interface Entry extends MenuLink {
  readonly menu: string;
  readonly identifier: string;
  readonly weight: number;
  readonly parent: string;
}

/** The menus of the site (hugolib/site.go, `assembleMenus`): entries at the top by weight, 0 last, then by name; by menu name. */
export function menusOf(
  members: readonly Member[],
  site: Site,
): Readonly<Record<string, readonly MenuLink[]>> {
  // Of entries with the same key the last counts: those of the configuration, then of the first article.
  const entries = [...ofArticles(members, site), ...ofSections(site), ...configured(members, site)];
  const names = [...new Set(entries.map(({ menu }) => menu))];
  return Object.fromEntries(
    names.map(name => [name, topEntries(entries.filter(({ menu }) => menu === name))]),
  );
}

function topEntries(entries: readonly Entry[]): readonly MenuLink[] {
  const key = ({ identifier, name }: Entry): string => (identifier === '' ? name : identifier);
  const known = new Map(entries.map(entry => [key(entry), entry]));
  // A parent that nobody has defined is made of its name.
  for (const { parent, menu } of entries) {
    if (parent !== '' && !known.has(parent)) known.set(parent, { ...EMPTY, menu, name: parent });
  }
  const hasCurrent = (entry: Entry, above: readonly Entry[] = []): boolean =>
    !above.includes(entry) &&
    entries.some(
      child => child.parent === key(entry) && (child.isCurrent || hasCurrent(child, [...above, entry])),
    );
  return [...known.values()]
    .filter(({ parent }) => parent === '')
    .sort(compare)
    .map(entry => ({ name: entry.name, url: entry.url, isCurrent: entry.isCurrent || hasCurrent(entry) }));
}

const EMPTY: Entry = {
  menu: '',
  name: '',
  url: '',
  isCurrent: false,
  identifier: '',
  weight: 0,
  parent: '',
};

const compare = (a: Entry, b: Entry): number =>
  lastIfNone(a) - lastIfNone(b) || compareFolded(a.name, b.name) || compareFolded(a.identifier, b.identifier);

const lastIfNone = ({ weight }: Entry): number => (weight === 0 ? Number.MAX_SAFE_INTEGER : weight);

function configured(members: readonly Member[], site: Site): readonly Entry[] {
  const { menus } = settingsFor(site.config, site.page.language);
  return Object.entries(menus).flatMap(([menu, entries]) =>
    entries.map(entry => configuredEntry(menu, entry, members, site)),
  );
}

function configuredEntry(
  menu: string,
  { name, url, pageRef, identifier, weight, parent }: MenuEntry,
  members: readonly Member[],
  site: Site,
): Entry {
  const found = pageRef === '' ? undefined : findPage(pageRef, members, site);
  return {
    menu,
    identifier,
    weight,
    parent,
    name: name === '' ? (found?.title ?? '') : name,
    url: found?.url ?? configuredUrl(url, site),
    isCurrent: found?.isCurrent ?? false,
  };
}

/** Only what starts with `/` is put under the path of `baseURL`. */
function configuredUrl(url: string, { page, config, hugo }: Site): string {
  if (!url.startsWith('/') || url.startsWith('//')) return url;
  return underBase(url, { settings: settingsFor(config, page.language), hugo });
}

/** `sectionPagesMenu`: the sections with pages in them. */
function ofSections(site: Site): readonly Entry[] {
  const menu = settingsFor(site.config, site.page.language).sectionPagesMenu;
  if (menu === '') return [];
  return sectionPages(site).map(section => ({
    ...EMPTY,
    menu,
    identifier: section.name,
    name: section.title,
    url: section.url,
    weight: section.weight,
    isCurrent: section.isCurrent,
  }));
}

function ofArticles(members: readonly Member[], site: Site): readonly Entry[] {
  return members
    .filter(({ article }) => menuOf(article) !== undefined)
    .sort((a, b) => compareTexts(b.place.logicalPath, a.place.logicalPath))
    .flatMap(member => ofArticle(member, site));
}

const menuOf = ({ routing }: SiteArticle): Value | undefined =>
  routing['menus'] ?? routing['menu'] ?? undefined;

/** What `menu` in the front matter says: a name, a list of names, or a map with values for each. */
function ofArticle(member: Member, site: Site): readonly Entry[] {
  const menu = menuOf(member.article);
  const named: readonly (readonly [string, Value])[] = isMap(menu)
    ? Object.entries(menu)
    : (textsOf(menu) ?? []).map(name => [name, null]);
  return named.map(([name, values]) =>
    articleEntry(member, name, isMap(values) ? lowerKeys(values) : {}, site),
  );
}

function articleEntry(member: Member, menu: string, values: ValueMap, site: Site): Entry {
  const text = (key: string): string => textOf(values[key]) ?? '';
  return {
    menu,
    name: text('name') || linkTitle(member.article),
    url: linkOf(member, site).url,
    identifier: text('identifier'),
    weight: numberOf(values['weight']) ?? numberOf(member.article.routing['weight']) ?? 0,
    parent: text('parent'),
    isCurrent: member.place.path === site.page.path,
  };
}
