import { cleanPath } from '../hugo/config-paths.ts';
import { normalise } from '../hugo/page-place.ts';
import type { Page, PageContext } from '../hugo/page-types.ts';
import { doesNow } from '../hugo/behaviour.ts';
import { sanitizePath } from '../hugo/url-path.ts';
import { remember } from '../remember.ts';
import type { Surroundings } from './places.ts';

/** What stands at an address of the published site beside files. */
export type PageAt =
  | { readonly is: 'page'; readonly path: string }
  /** A list that Hugo makes without a file. */
  | { readonly is: 'list' }
  /** An article that this build does not publish. */
  | { readonly is: 'unpublished'; readonly path: string }
  /** Feeds, further pages of lists: made or not, by settings and templates. */
  | { readonly is: 'perhaps' };

/** @param address from the root of the published site, decoded */
export function pageAt(address: string, from: Page, around: Surroundings): PageAt | undefined {
  let hidden: string | undefined;
  const ofAlias = inLanguage(address, around);
  for (const asked of [...spellings(address), ...ofAlias]) {
    for (const path of around.known.pages.publishedAt(asked)) {
      const page = around.known.pages.page(path);
      if (page && isOtherwhere(page, asked, ofAlias.includes(asked), around)) continue;
      if (page && isPublished(page, from, around)) return { is: 'page', path };
      hidden ??= path;
    }
  }
  if (isList(spellings(address), around)) return { is: 'list' };
  if (hidden !== undefined) return { is: 'unpublished', path: hidden };
  return MADE_OTHERWISE.test(address) ? { is: 'perhaps' } : undefined;
}

/** Feeds, data and alternative formats; `/page/2/`. */
const MADE_OTHERWISE =
  /\.(?:xml|json|txt|ics|csv|webmanifest|css|js|map)$|\/page\/\d+(?:\/(?:index\.html)?|\.html)?$|\/404\.html$/i;

/** Aliases are known from the root of their language; newer versions put them below it. */
function inLanguage(address: string, { site: { config } }: Surroundings): readonly string[] {
  const [, first = ''] = address.split('/');
  const isCode = config.languages.length > 1 && config.languages.some(({ code }) => code === first);
  return isCode ? spellings(address.slice(first.length + 1) || '/') : [];
}

/** Only the other reading of the address, with or without language, is right for this page in this version. */
function isOtherwhere(
  page: Page,
  asked: string,
  isBelow: boolean,
  { known: { pages }, hugo }: Surroundings,
): boolean {
  const [own = ''] = pages.addressesOf(page);
  if (own === asked) return isBelow;
  const hasPrefix = own.startsWith(`/${page.language}/`);
  if (!hasPrefix) return isBelow;
  if (hugo === undefined) return false;
  return !doesNow(hugo, isBelow ? 'aliasesInLanguage' : 'aliasesAtRoot');
}

/** Servers give `/a/` for `/a` and for `/a/index.html`. */
function spellings(address: string): readonly string[] {
  if (address.endsWith('/index.html')) return [address, address.slice(0, -'index.html'.length)];
  if (address.endsWith('/')) return [address, `${address}index.html`];
  return [address, `${address}/`, `${address}/index.html`];
}

const isPublished = (page: Page, from: Page, around: Surroundings): boolean =>
  page.render !== 'never' && isBuilt(page, from, around);

/** Whether a build that has `from` has this page, too. */
export function isBuilt(page: Page, from: Page, { site, now }: Surroundings): boolean {
  const { buildDrafts, buildExpired, buildFuture } = site.config.switches;
  if (page.draft && !buildDrafts && !from.draft) return false;
  if (now === undefined) return true;
  const due = ({ dates }: Page): number => (dates.publishDate ?? dates.date)?.instant ?? 0;
  const expiry = page.dates.expiryDate?.instant;
  if (expiry !== undefined && expiry > 0 && expiry <= now && !buildExpired) return false;
  return buildFuture || due(page) <= Math.max(now, due(from));
}

function isList(spelled: readonly string[], around: Surroundings): boolean {
  const folders = [...listFolders(around), ...spelled.flatMap(address => termFolders(address, around))];
  return folders.some(folder => addressesOfList(folder, around).some(address => spelled.includes(address)));
}

/** By what the lists of the site say; then by folder. A page takes some 0.1 ms to make. */
const madeLists = new WeakMap<PageContext, Map<string, readonly string[]>>();

/** Where a list without a file is published, in all languages. */
function addressesOfList(folder: string, { site, known: { pages } }: Surroundings): readonly string[] {
  const context = pages.context();
  const made = madeLists.get(context) ?? new Map<string, readonly string[]>();
  madeLists.set(context, made);
  return remember(made, folder, () =>
    site.config.languages.flatMap(({ code }) => {
      const file = `${site.contentFolders[0] ?? 'content'}/${folder}_index.${code}.md`;
      return pages.addressesOf(pages.pageFrom(file, {}));
    }),
  );
}

/** Folders of the lists that need no file: home, sections, taxonomies; empty or ending in `/`. */
function listFolders({ site, known }: Surroundings): readonly string[] {
  const taxonomies = Object.values(site.config.taxonomies).map(plural => `${plural}/`);
  return ['', ...known.pages.names().sections(), ...taxonomies];
}

const sanitised = new Map<string, string>();

/** Folders of the terms that an address may be of: `tags/人工 智能/` for `/tags/人工-智能/`. */
function termFolders(address: string, { site, known }: Surroundings): string[] {
  const { config } = site;
  const trimmed = address.replace(/(?:\/index)?\.html$|\/$/, '');
  return Object.values(config.taxonomies).flatMap(plural => {
    const root = `/${normalise(plural)}/`;
    const at = trimmed.indexOf(root);
    if (at === -1) return [];
    const asked = trimmed.slice(at + root.length).toLowerCase();
    const published = (name: string): string =>
      remember(sanitised, name, () =>
        cleanPath(sanitizePath(normalise(name), config.switches)).toLowerCase(),
      );
    const used = known.index.terms(plural.toLowerCase());
    const spelled = [asked, asked.replaceAll('-', ' ')].find(term => used.get(term));
    if (spelled !== undefined) return [`${plural}/${spelled}/`];
    const terms = Array.from(used.all(), ({ term }) => term);
    return terms.filter(term => published(term) === asked).map(term => `${plural}/${term.toLowerCase()}/`);
  });
}
