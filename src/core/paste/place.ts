import type { SiteFacts } from '../check/facts.ts';
import { cleanPath, joinPath } from '../hugo/config-paths.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Local } from '../targets/address.ts';
import type { Origin } from '../targets/resolve.ts';
import { writtenAs } from '../targets/write.ts';

/** Where an image is put: shown by the body, or named by a field of the front matter. */
export type Use = 'body' | 'field';

/** A folder for images of an article. */
export interface ImagePlace {
  /** From the root of the site. */
  readonly folder: string;
  /** What to write to show a file of that folder. */
  readonly addressOf: (name: string) => string;
}

/**
 * The folder for an image of an article: that of its leaf bundle, if the body shows it, since fields are seen from the
 * root of the site; else one in `static`.
 *
 * @param folder from the root of the site; what is not published as it is gives `undefined`
 */
export function imagePlace(
  use: Use,
  origin: Origin,
  site: SiteFacts,
  folder: string,
): ImagePlace | undefined {
  const { page, base } = origin;
  const root = basePath(base.settings.baseURL);
  if (use === 'body' && page.bundle === 'leaf' && base.permalink.endsWith('/')) {
    const beside = page.path.slice(0, page.path.lastIndexOf('/'));
    return { folder: beside, addressOf: escapedName };
  }
  const above = publishedFolder(cleanPath(`/${folder}`).slice(1), site);
  if (above === undefined) return undefined;
  const way: Local = { to: 'site', asked: '/', address: '/', path: '/', rest: '', isRelative: false };
  // Other themes look for fields from the root of the site, too, as far as they look for files at all.
  const seen: Origin = use === 'field' ? { ...origin, base: { ...base, isMainroad: true } } : origin;
  const form = use === 'field' ? 'thumbnail' : 'markdown';
  const reference = { kind: 'image', form, url: '', range: { start: 0, end: 0 }, isVerbatim: false } as const;
  const { switches } = base.settings;
  // `/img` alone would do for the body where Hugo puts the path of baseURL in front.
  const isPlain = root === '' || switches.canonifyURLs || switches.relativeURLs;
  return {
    folder: cleanPath(`/${folder}`).slice(1),
    addressOf: name => {
      const written = writtenAs(`/${joinPath(above, name)}`, { way, origin: seen, reference });
      return use === 'field' && isPlain && site.isMainroad ? written.replace(/^\//, '') : written;
    },
  };
}

/** Beside the page no path is needed. */
export const escapedName = (name: string): string =>
  name.replace(/[^\p{L}\p{M}\p{N}._~-]/gu, character => {
    const escaped = encodeURIComponent(character);
    return escaped === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
  });

/** Where the files of a folder are published, from the root of the published site, without `/` at the ends. */
function publishedFolder(folder: string, { config }: SiteFacts): string | undefined {
  const mount = config.mounts.find(
    ({ component, source, module }) =>
      component === 'static' &&
      module === undefined &&
      (folder === source || folder.startsWith(`${source}/`)),
  );
  return mount && joinPath(mount.target, folder.slice(mount.source.length + 1));
}
