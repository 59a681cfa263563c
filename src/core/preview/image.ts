import { cleanPath, onDisk } from '../hugo/config-paths.ts';
import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { Files } from '../ports.ts';
import { missingText } from '../targets/missing-text.ts';
import { CONTENT } from '../targets/places.ts';
import type { Surroundings } from '../targets/places.ts';
import { outcomeOf } from '../targets/resolve.ts';
import type { Origin } from '../targets/resolve.ts';
import type { Outcome } from '../targets/target.ts';
import { unescaped } from '../percent.ts';

/** What the address of a picture comes to. */
export type ImageTarget =
  | { readonly kind: 'web'; readonly url: string }
  /** A picture in the address itself. */
  | { readonly kind: 'data'; readonly url: string }
  /** Absolute path of the file that the site publishes there. */
  | { readonly kind: 'file'; readonly path: string }
  /** Nothing can be shown, and why. */
  | { readonly kind: 'missing'; readonly reason: Message };

/** Where the address stands. */
export interface ImagePlace {
  /** Of the site, or the folder of the article. */
  readonly root: string;
  readonly files: Files;
  /** Absent where the article is on no page: then addresses are those of files beside it. */
  readonly site: { readonly origin: Origin; readonly around: Surroundings } | undefined;
}

const missing = (reason: Message): ImageTarget => ({ kind: 'missing', reason });

/**
 * Resolves the `src` of a picture, as it stands in the HTML, as a reader's browser does on the finished site: against
 * the address of the page, and not that of the file.
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
  if (place.site) {
    const found = await onSite(address, place.root, place.site);
    if (found) return found;
  }
  if (scheme === 'http' || scheme === 'https' || address.startsWith('//')) {
    // Browsers ask for pictures of https pages by https only.
    return { kind: 'web', url: address.replace(/^(?:https?:)?\/\//i, 'https://') };
  }
  if (scheme !== undefined) return missing(message('preview.image-scheme', { scheme }));
  return place.site ? missing(message('preview.image-unknown')) : beside(address, place);
}

/** `undefined`: nothing that the site is known to have or to lack. */
async function onSite(
  url: string,
  root: string,
  { origin, around }: NonNullable<ImagePlace['site']>,
): Promise<ImageTarget | undefined> {
  const { listings, site } = around;
  const range = { start: 0, end: 0 };
  // Hugo's own templates look for relative addresses of Markdown first.
  const forms: readonly Reference['form'][] = /^\/|:/.test(url) ? ['html'] : ['markdown', 'html'];
  const ask = (): Outcome | undefined =>
    forms
      .map(form => outcomeOf({ kind: 'image', form, url, range, isVerbatim: false }, origin, around))
      .find(({ is }) => is !== 'unknown');
  let outcome = ask();
  while (await listings.load()) outcome = ask();
  if (outcome?.is === 'missing') {
    if (!site.isWhole || site.config.isMultihost) return undefined;
    return missing(missingText('image', outcome, site.config));
  }
  if (outcome?.is !== 'there') return undefined;
  const { file } = outcome;
  if (file === undefined || CONTENT.test(file)) return missing(message('preview.image-failed'));
  return isOnDisk(file, around) ? { kind: 'file', path: onDisk(root, file) } : undefined;
}

/** What a theme has that is known but not there cannot be shown. */
const isOnDisk = (file: string, { listings }: Surroundings): boolean => {
  const slash = file.lastIndexOf('/');
  return listings.folder(file.slice(0, Math.max(0, slash)))?.names.get(file.slice(slash + 1)) === false;
};

async function beside(address: string, { root, files }: ImagePlace): Promise<ImageTarget> {
  const path = decoded(address.replace(/[?#].*$/s, ''));
  if (path === undefined) return missing(message('preview.image-escape'));
  const file = cleanPath(path);
  const isInside = !file.startsWith('..') && !file.startsWith('/');
  if (isInside && (await isThere(`${root}/${file}`, root, files)))
    return { kind: 'file', path: `${root}/${file}` };
  return missing(message('preview.image-not-there', { path }));
}

/** `undefined` for what decodes to nothing, or to another path than it seems. */
function decoded(path: string): string | undefined {
  return /%(?:2f|5c|00)/i.test(path) || path.includes('\\') ? undefined : unescaped(path);
}

/** Whether there is a file of that very name, in the same case, as a server compares it. */
async function isThere(path: string, root: string, files: Files): Promise<boolean> {
  const parts = path.slice(root.length + 1).split('/');
  let folder = root;
  for (const [index, name] of parts.entries()) {
    const entry = (await files.list(folder))?.find(found => found.name === name);
    if (!entry || entry.isFolder === (index === parts.length - 1)) return false;
    folder = `${folder}/${name}`;
  }
  return true;
}
