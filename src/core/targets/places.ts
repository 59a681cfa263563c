import type { Mount, SiteConfig } from '../hugo/config-types.ts';
import { joinPath } from '../hugo/config-paths.ts';
import { isTaken } from '../hugo/page-place.ts';
import type { KnownSite } from '../index/others.ts';
import type { SiteFacts } from '../check/facts.ts';
import type { Listings } from './listings.ts';
import { walk } from './walk.ts';
import type { Likeness } from './walk.ts';

/** A site with its articles and folders, as far as they are read. */
export interface Surroundings {
  readonly site: SiteFacts;
  readonly known: KnownSite;
  readonly listings: Listings;
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
  const isFolder = listings
    .folder(source.slice(0, Math.max(0, slash)))
    ?.names.get(source.slice(slash + 1));
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
  const path = address.slice(1);
  for (const folder of around.site.contentFolders) {
    const found = walk(around.listings, folder, path, likeness);
    const file = found && !found.isFolder ? published(folder, found.path, '/', around) : undefined;
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

function published(
  folder: string,
  path: string,
  above: string,
  { listings }: Surroundings,
): Published | undefined {
  if (CONTENT.test(path) || isInDeeperBundle(folder, path, listings)) return undefined;
  return { address: above + path, file: joinPath(folder, path), isFolder: false };
}

/** Folders of the bundles whose page is published at an address, which ends in `/`. */
function bundlesAt(address: string, { known: { pages } }: Surroundings): string[] {
  return [...pages.publishedAt(address), ...pages.publishedAt(`${address.slice(0, -1)}.html`)]
    .filter(path => (pages.page(path)?.bundle ?? 'none') !== 'none')
    .map(path => path.slice(0, path.lastIndexOf('/')));
}

const INDEX = /^index\.[^/]*$/i;

/** Whether a folder between has a page of its own, which then publishes what is in it. */
function isInDeeperBundle(folder: string, path: string, listings: Listings): boolean {
  const parts = path.split('/').slice(0, -1);
  return parts.some((_part, at) => {
    const names = listings.folder(joinPath(folder, ...parts.slice(0, at + 1)))?.names.keys() ?? [];
    return Array.from(names).some(name => INDEX.test(name) && CONTENT.test(name));
  });
}
