import type { SiteFacts } from '../check/facts.ts';
import { cleanPath, joinPath } from '../hugo/config-paths.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Origin } from '../targets/resolve.ts';
import { addressFor, escapedName, folderOf } from '../targets/write.ts';
import type { ReferenceForm } from './reference.ts';

/** Where an image is put: shown by the body, or named by a field of the front matter. */
export type Use = 'body' | 'field';

/** The use of an image that an article has in these places: what fields can show, bodies can. */
export const useOf = (forms: readonly ReferenceForm[]): Use =>
  forms.some(form => form === 'thumbnail' || form === 'images') ? 'field' : 'body';

/** A folder for images of an article. */
export interface Place {
  /** From the root of the site. */
  readonly folder: string;
  /** Where its files are published, from the root of the published site, decoded; ends in `/`. */
  readonly above: string;
  /** What to write to show a file of that folder. */
  readonly addressOf: (name: string) => string;
}

/**
 * The folder for an image of an article: that of its leaf bundle, if only the body shows it, since fields are seen from
 * the root of the site; else the folder of the setting. `undefined` if that is not published as it is.
 *
 * @param setting a folder from the root of the site, `static/images`
 */
export function placeFor(
  use: Use,
  origin: Origin,
  { site, setting }: { readonly site: SiteFacts; readonly setting: string },
): Place | undefined {
  const { page, base } = origin;
  const root = basePath(base.settings.baseURL);
  // With uglyURLs the bundle's files are not where its page is.
  if (use === 'body' && page.bundle === 'leaf' && base.permalink.endsWith('/')) {
    const folder = page.path.slice(0, page.path.lastIndexOf('/'));
    return { folder, above: folderOf(base.permalink).slice(root.length), addressOf: escapedName };
  }
  const folder = cleanPath(`/${setting}`).slice(1);
  const path = publishedAs(folder, site);
  if (path === undefined) return undefined;
  const above = path === '' ? '/' : `/${path}/`;
  if (use === 'body')
    return { folder, above, addressOf: name => addressFor(above + name, 'markdown', origin) };
  // Other themes look for fields from the root of the site, too, as far as they look for files at all.
  const seen: Origin = { ...origin, base: { ...base, isMainroad: true } };
  const written = (name: string): string => addressFor(above + name, 'thumbnail', seen);
  return { folder, above, addressOf: site.isMainroad ? name => written(name).replace(/^\//, '') : written };
}

/** Where the files of a folder are published, from the root of the published site, without `/` at the ends. */
function publishedAs(folder: string, { config }: SiteFacts): string | undefined {
  const mount = config.mounts.find(
    ({ component, source, module }) =>
      component === 'static' &&
      module === undefined &&
      source !== '' &&
      (folder === source || folder.startsWith(`${source}/`)),
  );
  return mount && joinPath(mount.target, folder.slice(mount.source.length + 1));
}
