import { cleanPath } from '../hugo/config-paths.ts';
import { normalise } from '../hugo/page-place.ts';
import type { Page } from '../hugo/page-types.ts';
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
  for (const asked of spellings(address)) {
    for (const path of around.known.pages.publishedAt(asked)) {
      const page = around.known.pages.page(path);
      if (page && isPublished(page, from, around)) return { is: 'page', path };
      hidden ??= path;
    }
  }
  if (spellings(address).some(asked => isList(asked, around))) return { is: 'list' };
  if (hidden !== undefined) return { is: 'unpublished', path: hidden };
  return MADE_OTHERWISE.test(address) ? { is: 'perhaps' } : undefined;
}

/** Feeds, data and alternative formats; `/page/2/`. */
const MADE_OTHERWISE =
  /\.(?:xml|json|txt|ics|csv|webmanifest|css|js|map)$|\/page\/\d+(?:\/(?:index\.html)?|\.html)?$|\/404\.html$/i;

/** Servers give `/a/` for `/a` and for `/a/index.html`. */
function spellings(address: string): readonly string[] {
  if (address.endsWith('/index.html')) return [address, address.slice(0, -'index.html'.length)];
  if (address.endsWith('/')) return [address, `${address}index.html`];
  return [address, `${address}/`];
}

/** Whether a build that publishes `from` publishes this page, too. */
export function isPublished(page: Page, from: Page, { site, now }: Surroundings): boolean {
  const { buildDrafts, buildExpired, buildFuture } = site.config.switches;
  if (page.render === 'never') return false;
  if (page.draft && !buildDrafts && !from.draft) return false;
  if (now === undefined) return true;
  const due = ({ dates }: Page): number => (dates.publishDate ?? dates.date)?.instant ?? 0;
  const expiry = page.dates.expiryDate?.instant;
  if (expiry !== undefined && expiry > 0 && expiry <= now && !buildExpired) return false;
  return buildFuture || due(page) <= Math.max(now, due(from));
}

function isList(address: string, around: Surroundings): boolean {
  const { site, known } = around;
  return listFolders(around).some(folder =>
    site.config.languages.some(({ code }) => {
      const made = known.pages.pageFrom(`${site.contentFolders[0] ?? 'content'}/${folder}_index.${code}.md`, {});
      return made !== undefined && known.pages.addressesOf(made).includes(address);
    }),
  ) || isTerm(address, around);
}

/** Folders of the lists that need no file: home, sections, taxonomies; empty or ending in `/`. */
function listFolders({ site, known }: Surroundings): readonly string[] {
  const taxonomies = Object.values(site.config.taxonomies).map(plural => `${plural}/`);
  return ['', ...known.pages.names().sections(), ...taxonomies];
}

const sanitised = new Map<string, string>();

/** `/tags/人工-智能/`, with any language in front. */
function isTerm(address: string, { site, known }: Surroundings): boolean {
  const { config } = site;
  const trimmed = address.replace(/\/$|\.html$|\/index\.html$/, '');
  return Object.entries(config.taxonomies).some(([, plural]) => {
    const root = `/${normalise(plural)}/`;
    const at = trimmed.indexOf(root);
    if (at === -1) return false;
    const term = trimmed.slice(at + root.length);
    const isOf = (name: string): boolean =>
      remember(sanitised, name, () => cleanPath(sanitizePath(normalise(name), config.switches))) === term;
    return Array.from(known.index.terms(plural.toLowerCase()).all()).some(({ term: name }) => isOf(name));
  });
}
