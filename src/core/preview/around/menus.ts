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
import type { SurroundingsInput } from './site-articles.ts';

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
  input: SurroundingsInput,
): Readonly<Record<string, readonly MenuLink[]>> {
  // Of entries with the same key the last counts: those of the configuration, then of the first article.
  const entries = [...ofArticles(members, input), ...ofSections(input), ...configured(members, input)];
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

function configured(members: readonly Member[], input: SurroundingsInput): readonly Entry[] {
  const { menus } = settingsFor(input.config, input.page.language);
  return Object.entries(menus).flatMap(([menu, entries]) =>
    entries.map(entry => configuredEntry(menu, entry, members, input)),
  );
}

function configuredEntry(
  menu: string,
  { name, url, pageRef, identifier, weight, parent }: MenuEntry,
  members: readonly Member[],
  input: SurroundingsInput,
): Entry {
  const found = pageRef === '' ? undefined : findPage(pageRef, members, input);
  return {
    menu,
    identifier,
    weight,
    parent,
    name: name === '' ? (found?.title ?? '') : name,
    url: found?.url ?? configuredUrl(url, input),
    isCurrent: found?.isCurrent ?? false,
  };
}

/** Only what starts with `/` is put under the path of `baseURL`. */
function configuredUrl(url: string, { page, config, hugo }: SurroundingsInput): string {
  if (!url.startsWith('/') || url.startsWith('//')) return url;
  return underBase(url, { settings: settingsFor(config, page.language), hugo });
}

/** `sectionPagesMenu`: the sections with pages in them. */
function ofSections(input: SurroundingsInput): readonly Entry[] {
  const menu = settingsFor(input.config, input.page.language).sectionPagesMenu;
  if (menu === '') return [];
  return sectionPages(input).map(section => ({
    ...EMPTY,
    menu,
    identifier: section.name,
    name: section.title,
    url: section.url,
    weight: section.weight,
    isCurrent: section.isCurrent,
  }));
}

function ofArticles(members: readonly Member[], input: SurroundingsInput): readonly Entry[] {
  return members
    .filter(({ article: { menu } }) => menu !== undefined && menu !== null)
    .sort((a, b) => compareTexts(b.place.logicalPath, a.place.logicalPath))
    .flatMap(member => ofArticle(member, input));
}

/** What `menu` in the front matter says: a name, a list of names, or a map with values for each. */
function ofArticle(member: Member, input: SurroundingsInput): readonly Entry[] {
  const { menu } = member.article;
  const named: readonly (readonly [string, Value])[] = isMap(menu)
    ? Object.entries(menu)
    : (textsOf(menu) ?? []).map(name => [name, null]);
  return named.map(([name, values]) =>
    articleEntry(member, name, isMap(values) ? lowerKeys(values) : {}, input),
  );
}

function articleEntry(member: Member, menu: string, values: ValueMap, input: SurroundingsInput): Entry {
  const text = (key: string): string => textOf(values[key]) ?? '';
  return {
    menu,
    name: text('name') || linkTitle(member.article),
    url: linkOf(member, input).url,
    identifier: text('identifier'),
    weight: numberOf(values['weight']) ?? member.article.weight ?? 0,
    parent: text('parent'),
    isCurrent: member.place.path === input.page.path,
  };
}
