import type { Mount, SiteConfig } from '../hugo/config-types.ts';
import { at, flagOf } from '../hugo/config-value.ts';
import { joinPath } from '../hugo/config-paths.ts';
import { isTaken } from '../hugo/page-place.ts';
import { contentMounts } from '../hugo/content-mounts.ts';
import type { Page } from '../hugo/page-types.ts';
import { doesNow } from '../hugo/behaviour.ts';
import { sanitizePath } from '../hugo/url-path.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { KnownSite } from '../index/others.ts';
import type { SiteFacts } from '../check/facts.ts';
import { foldName } from './listings.ts';
import type { Listings } from './listings.ts';
import { walk } from './walk.ts';
import type { Likeness } from './walk.ts';

/** A site with its articles and folders, as far as they are read. */
export interface Surroundings {
  readonly site: SiteFacts;
  readonly known: KnownSite;
  readonly listings: Listings;
  readonly hugo: HugoVersion | undefined;
  /** Milliseconds since 1970. */
  readonly now: number | undefined;
}

/** A file that is published. */
export interface Published {
  /** From the root of the published site, decoded. */
  readonly address: string;
  /** From the root of the site. */
  readonly file: string;
  readonly isFolder: boolean;
}

/** A file of `static`, of the site or a theme, by its address from the root of the published site. */
export function staticAt(address: string, around: Surroundings, likeness: Likeness): Published | undefined {
  let folder: Published | undefined;
  for (const mount of mountsOf(around.site.config, 'static')) {
    const found = inMount(mount, address, around.listings, likeness);
    if (found && !found.isFolder) return found;
    folder ??= found;
  }
  return folder ?? mainroadFile(address, around.site);
}

/** A file of `assets` by its path there. */
export function assetAt(path: string, around: Surroundings): Published | undefined {
  return mountsOf(around.site.config, 'assets')
    .map(mount => inMount(mount, path, around.listings, 'exact'))
    .find(found => found && !found.isFolder);
}

const mountsOf = ({ mounts }: SiteConfig, component: Mount['component']): readonly Mount[] =>
  mounts.filter(mount => mount.component === component);

function inMount(
  mount: Mount,
  address: string,
  listings: Listings,
  likeness: Likeness,
): Published | undefined {
  const path = address.replace(/^\/+|\/+$/g, '');
  const { target, source } = mount;
  if (path === target && target !== '') return sourceOf(source, address, listings);
  if (target !== '' && !path.startsWith(`${target}/`)) return undefined;
  const found = walk(listings, source, target === '' ? path : path.slice(target.length + 1), likeness);
  if (!found || (!found.isFolder && !isTaken(found.path, mount.files))) return undefined;
  return { ...found, address: `/${joinPath(target, found.path)}`, file: joinPath(source, found.path) };
}

/** A mount may be of one file. */
function sourceOf(source: string, address: string, listings: Listings): Published | undefined {
  const slash = source.lastIndexOf('/');
  const isFolder = listings.folder(source.slice(0, Math.max(0, slash)))?.names.get(source.slice(slash + 1));
  return isFolder === undefined ? undefined : { address, file: source, isFolder };
}

/** What Mainroad has in `static` (13e04b3), for sites whose theme is not on disk. */
const MAINROAD_STATIC = new Set([
  '/apple-touch-icon.png',
  '/favicon.ico',
  '/img/avatar.png',
  '/img/placeholder.png',
  '/js/menu.js',
]);

function mainroadFile(address: string, { isMainroad, config }: SiteFacts): Published | undefined {
  const isOnDisk = config.modules.some(({ path }) => /mainroad/i.test(path));
  if (!isMainroad || isOnDisk || !MAINROAD_STATIC.has(address)) return undefined;
  return { address, file: `themes/mainroad/static${address}`, isFolder: false };
}

/** Files that become pages and are not published as they are (media/config.go). */
export const CONTENT = /\.(?:md|markdown|mdown|html?|adoc|asciidoc|ad|org|pandoc|pdc|rst)$/i;

/** A file that lies in the content beside a page or list and is published with it. */
export function resourceAt(address: string, around: Surroundings, likeness: Likeness): Published | undefined {
  for (const { folder, above, path } of sectionsFor(address, around, likeness)) {
    const found = walk(around.listings, folder, path, likeness);
    const file = found && !found.isFolder ? published(folder, found.path, above, around) : undefined;
    if (file) return file;
  }
  for (let slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1)) {
    const above = address.slice(0, slash + 1);
    for (const folder of bundlesAt(above, around)) {
      const found = walk(around.listings, folder, address.slice(slash + 1), likeness);
      const file = found && !found.isFolder ? published(folder, found.path, above, around) : undefined;
      if (file) return file;
    }
  }
  return undefined;
}

/**
 * Folders of content whose files lie below an address without a bundle's doing: from 0.123 on as resources of the
 * section, whose name is normalised; before as copies.
 */
function sectionsFor(address: string, around: Surroundings, likeness: Likeness): readonly Section[] {
  const { site, hugo, listings } = around;
  const { config } = site;
  const prefix = config.defaultContentLanguageInSubdir ? `/${config.defaultContentLanguage}` : '';
  if (!address.startsWith(`${prefix}/`)) return [];
  const given = address.slice(prefix.length);
  const slash = given.indexOf('/', 1);
  const [name, path] = [given.slice(1, slash), given.slice(slash + 1)];
  return contentMounts(config)
    .flatMap(({ source: folder, target }): readonly Section[] => {
      // A folder that is mounted below the content brings the name of its section with it.
      if (target !== '') {
        const above = `${prefix}/${target}/`;
        return address.startsWith(above) ? [{ folder, above, path: address.slice(above.length) }] : [];
      }
      if (slash === -1 || !doesNow(hugo, 'normalisedPaths'))
        return [{ folder, above: `${prefix}/`, path: given.slice(1) }];
      const names = Array.from(listings.folder(folder)?.names.keys() ?? []);
      const published = (spelled: string): string =>
        sanitizePath(spelled.replaceAll(' ', '-'), site.config.switches);
      const same = names.filter(spelled => foldName(published(spelled)) === foldName(name));
      return same.map(spelled => ({
        folder: joinPath(folder, spelled),
        above: `${prefix}/${published(spelled)}/`,
        path,
      }));
    })
    .filter(({ above }) => likeness === 'folded' || address.startsWith(above));
}

interface Section {
  readonly folder: string;
  /** The address of its files, ends in `/`. */
  readonly above: string;
  readonly path: string;
}

/** A file below a folder of content, if it is published with what is in that folder. */
export function published(
  folder: string,
  path: string,
  above: string,
  around: Surroundings,
): Published | undefined {
  if (CONTENT.test(path) || isInDeeperBundle(folder, path, around)) return undefined;
  return { address: above + path, file: joinPath(folder, path), isFolder: false };
}

/** Folders whose files belong to a page that is published at an address, which ends in `/`. */
function bundlesAt(address: string, around: Surroundings): string[] {
  const { pages } = around.known;
  return [...pages.publishedAt(address), ...pages.publishedAt(`${address.slice(0, -1)}.html`)].flatMap(
    path => {
      const page = pages.page(path);
      if (!page || isShared(page, around)) return [];
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (page.bundle !== 'none') return [folder];
      const { config } = around.site;
      const isOwner =
        page.language === config.defaultContentLanguage && doesNow(around.hugo, 'normalisedPaths');
      return isOwner ? [joinPath(folder, page.baseName)] : [];
    },
  );
}

/** Files of a bundle in several languages are published once, with the page of the default language. */
function isShared(page: Page, { site: { config }, known: { pages }, hugo }: Surroundings): boolean {
  const { defaultContentLanguage, markup } = config;
  if (page.language === defaultContentLanguage || !doesNow(hugo, 'normalisedPaths')) return false;
  if (flagOf(at(markup, 'goldmark', 'duplicateresourcefiles')) === true) return false;
  const folder = page.path.slice(0, page.path.lastIndexOf('/'));
  return pages
    .names()
    .named(folder.slice(folder.lastIndexOf('/') + 1))
    .some(
      path =>
        path.startsWith(`${folder}/`) &&
        pages.page(path)?.translationKey === page.translationKey &&
        pages.page(path)?.language === defaultContentLanguage,
    );
}

const INDEX = /^index\.[^/]*$/i;

/** A folder of this name belongs to the bundle around it. */
const IS_INDEX = /^_?index$/i;

/**
 * Whether a folder between has a page of its own, which then publishes what is in it; from 0.123 on that is also the
 * page beside the folder that has its name, `market.md` for what is in `market`.
 */
function isInDeeperBundle(folder: string, path: string, { listings, hugo }: Surroundings): boolean {
  const parts = path.split('/').slice(0, -1);
  const hasOwners = doesNow(hugo, 'normalisedPaths');
  return parts.some((part, at) => {
    const beside = joinPath(folder, ...parts.slice(0, at));
    if (hasOwners && !IS_INDEX.test(part) && listings.folder(beside)?.names.has(`${part}.md`) === true)
      return true;
    const names = listings.folder(joinPath(beside, part))?.names.keys() ?? [];
    return Array.from(names).some(name => INDEX.test(name) && CONTENT.test(name));
  });
}
