import { cleanPath, joinPath, onDisk } from '../hugo/config-paths.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import type { Page } from '../hugo/page-types.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { Files } from '../ports.ts';

/** What the address of a picture comes to. */
export type ImageTarget =
  | { readonly kind: 'web'; readonly url: string }
  /** A picture in the address itself. */
  | { readonly kind: 'data'; readonly url: string }
  /** Absolute path of the file that the site publishes there. */
  | { readonly kind: 'file'; readonly path: string }
  /** Readers get no picture, and why. */
  | { readonly kind: 'missing'; readonly reason: Message };

/** Where the address stands. */
export interface ImagePlace {
  readonly root: string;
  readonly files: Files;
  /** Absent where the article is on no page: then addresses are those of files beside it. */
  readonly site: { readonly page: Page; readonly config: SiteConfig } | undefined;
}

const missing = (reason: Message): ImageTarget => ({ kind: 'missing', reason });

/**
 * Resolves the `src` of a picture, as written in the HTML, as a reader's browser does on the finished site: against the
 * address of the page, and not that of the file.
 */
export async function resolveImage(src: string, place: ImagePlace): Promise<ImageTarget> {
  const address = src.trim();
  if (address === '') return missing(message('preview.image-empty'));
  if (/^data:image\/(?:png|gif|jpeg|webp|avif|svg\+xml)[;,]/i.test(address))
    return { kind: 'data', url: address };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (/^(?:https?:)?\/\/[^/?#]*vscode-(?:resource|webview|cdn)/i.test(address)) {
    return missing(message('preview.image-scheme', { scheme: 'vscode-resource' }));
  }
  if (scheme === 'http' || scheme === 'https' || address.startsWith('//')) {
    // Browsers ask for pictures of https pages by https only.
    return { kind: 'web', url: address.replace(/^(?:https?:)?\/\//i, 'https://') };
  }
  if (scheme !== undefined) return missing(message('preview.image-scheme', { scheme }));
  const path = decoded(address.replace(/[?#].*$/s, ''));
  if (path === undefined) return missing(message('preview.image-escape'));
  return place.site ? onSite(path, place.root, place.files, place.site) : beside(path, place);
}

/** `undefined` for what decodes to nothing, or to another path than it seems. */
function decoded(path: string): string | undefined {
  if (/%(?:2f|5c|00)/i.test(path) || path.includes('\\')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    // Not an escape: no server has such a file.
    return undefined;
  }
}

async function beside(path: string, { root, files }: ImagePlace): Promise<ImageTarget> {
  const file = cleanPath(path);
  const isInside = !file.startsWith('..') && !file.startsWith('/');
  if (isInside && (await isThere(`${root}/${file}`, root, files)))
    return { kind: 'file', path: `${root}/${file}` };
  return missing(message('preview.image-not-there', { path }));
}

async function onSite(
  path: string,
  root: string,
  files: Files,
  { page, config }: { readonly page: Page; readonly config: SiteConfig },
): Promise<ImageTarget> {
  const folder = page.relPermalink.slice(0, page.relPermalink.lastIndexOf('/') + 1);
  const url = cleanPath(path.startsWith('/') ? path : `/${decoded(folder) ?? ''}${path}`);
  const base =
    /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?([^?#]*)/i.exec(config.baseURL)?.[1]?.replace(/\/+$/, '') ?? '';
  if (base !== '' && url !== base && !url.startsWith(`${base}/`)) {
    return missing(message('preview.image-outside', { url, base: `${base}/` }));
  }
  const published = url.slice(base.length).replace(/^\//, '');
  for (const file of candidates(published, page, config, base)) {
    const disk = onDisk(root, file);
    if (await isThere(disk, root, files)) return { kind: 'file', path: disk };
  }
  return missing(message('preview.image-not-published', { url }));
}

/** The files that may be published at a path from the root of the site, the first that is there wins. */
function candidates(published: string, page: Page, config: SiteConfig, base: string): string[] {
  const own = decoded(page.relPermalink.slice(base.length).replace(/^\//, '')) ?? '';
  const inBundle =
    page.bundle !== 'none' && published.startsWith(own)
      ? [joinPath(page.path.slice(0, page.path.lastIndexOf('/')), published.slice(own.length))]
      : [];
  const mounted = (component: 'static' | 'content'): string[] =>
    config.mounts.flatMap(mount => {
      if (mount.component !== component) return [];
      if (mount.target === '') return [joinPath(mount.source, published)];
      return published.startsWith(`${mount.target}/`)
        ? [joinPath(mount.source, published.slice(mount.target.length + 1))]
        : [];
    });
  const resources = [...inBundle, ...mounted('content')].filter(
    file => !/\.(?:md|markdown|mdown|html?)$/i.test(file),
  );
  return [...mounted('static'), ...resources];
}

/** Whether there is a file of that very name, in the same case, as a server compares it. */
async function isThere(path: string, root: string, files: Files): Promise<boolean> {
  const start = path.startsWith(`${root}/`) ? root : '';
  const parts = path.slice(start.length + 1).split('/');
  let folder = start;
  for (const [index, name] of parts.entries()) {
    const entry = (await files.list(folder === '' ? '/' : folder))?.find(found => found.name === name);
    if (!entry || entry.isFolder === (index === parts.length - 1)) return false;
    folder = `${folder}/${name}`;
  }
  return true;
}
