import { basePath } from '../hugo/url-base.ts';
import type { Reference, ReferenceForm } from '../images/reference.ts';
import type { Local } from './address.ts';
import type { Origin } from './resolve.ts';

/**
 * An address of the published site as it has to stand in the place of another; like that one relative or from the
 * root, where both would do. Thumbnails count from the root of the site, if they do not start with `/`.
 */
export function writtenAs(
  address: string,
  { way, origin, reference }: { way: Local; origin: Origin; reference: Reference },
): string {
  const { settings, isMainroad } = origin.base;
  const isThumbnail = reference.form === 'thumbnail' && isMainroad;
  const sameDepth = isThumbnail ? undefined : tailOf(way, basePath(settings.baseURL) + address);
  return (sameDepth === undefined ? plainly(address, reference.form, origin) : encoded(sameDepth)) + way.rest;
}

/**
 * An address of the published site as it is written on a page where nothing stands yet: beside the page by its name,
 * else from the root of the site, or relative where the root is not the host's.
 */
export function addressFor(address: string, form: ReferenceForm, origin: Origin): string {
  const { settings, permalink, isMainroad } = origin.base;
  const full = basePath(settings.baseURL) + address;
  const folder = folderOf(permalink);
  const isBeside = folder !== `${basePath(settings.baseURL)}/` && full.startsWith(folder);
  if (isBeside && !(form === 'thumbnail' && isMainroad)) return encoded(fromPage(full, permalink));
  return plainly(address, form, origin);
}

function plainly(address: string, form: ReferenceForm, { base }: Origin): string {
  const { settings, permalink, isMainroad } = base;
  const root = basePath(settings.baseURL);
  const { canonifyURLs, relativeURLs } = settings.switches;
  const isFromRoot = root === '' || canonifyURLs || relativeURLs;
  if (form === 'thumbnail' && isMainroad) return encoded(isFromRoot ? address : address.slice(1));
  return encoded(isFromRoot ? address : fromPage(root + address, permalink));
}

/** The written path with other names at its end, if the one that was asked for is as deep. */
function tailOf({ path, asked, isRelative }: Local, full: string): string | undefined {
  const names = path.split('/');
  const wanted = full.split('/');
  const before = asked.split('/');
  if (!isRelative || wanted.length !== before.length || names.some(name => name.includes('\\')))
    return undefined;
  let count = 0;
  while (count < names.length && !/^\.{0,2}$/.test(names[names.length - 1 - count] ?? '')) count++;
  const kept = wanted.length - count;
  if (wanted.slice(0, kept).join('/') !== before.slice(0, kept).join('/')) return undefined;
  return [...names.slice(0, names.length - count), ...wanted.slice(kept)].join('/');
}

/** From the page's folder: `../../img/a.jpg`. */
function fromPage(full: string, permalink: string): string {
  const from = folderOf(permalink).split('/').slice(0, -1);
  const to = full.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Of a page's address on its host, decoded; ends in `/`. */
export function folderOf(permalink: string): string {
  const path = permalink.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').replace(/%(?![\da-f]{2})/gi, '%25');
  const page = decodeURI(path);
  return page.slice(0, page.lastIndexOf('/') + 1);
}

/** A name as it is written beside the page, where no path is needed. */
export const escapedName = (name: string): string =>
  name.replace(/[^\p{L}\p{M}\p{N}._~-]/gu, character => {
    const escaped = encodeURIComponent(character);
    return escaped === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
  });

/** What neither Markdown nor the front matter nor a URL can hold is escaped; letters of all scripts stay. */
const encoded = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N}/._~@!$&=+,:;-]/gu, char => {
    const escaped = encodeURIComponent(char);
    return escaped === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
  });
