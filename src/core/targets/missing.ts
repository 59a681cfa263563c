import { joinPath } from '../hugo/config-paths.ts';
import { staticFolder } from '../site/static-folder.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Reference } from '../images/reference.ts';
import type { Local } from './address.ts';
import { nearFiles } from './nearest.ts';
import { lookUp } from './page-lookup.ts';
import { pageAt } from './pages.ts';
import { assetAt, CONTENT, resourceAt, staticAt } from './places.ts';
import type { Published, Surroundings } from './places.ts';
import type { Origin } from './resolve.ts';
import type { Missing, Outcome, Why } from './target.ts';
import { walk } from './walk.ts';
import { writtenAs } from './write.ts';

interface Case {
  readonly reference: Reference;
  readonly way: Local;
  readonly origin: Origin;
  readonly around: Surroundings;
}

/** What is meant instead: the address that would do, and why the one that is written does not. */
interface Meant {
  readonly why: Why;
  /** From the root of the published site, decoded. */
  readonly address: string;
  readonly file?: string;
}

/** Why nothing is behind an address, and what was meant. */
export function missingAt(reference: Reference, way: Local, origin: Origin, around: Surroundings): Outcome {
  const given = { reference, way, origin, around };
  if (isOutsideOfIndex(given)) return { is: 'unknown' };
  for (const guess of GUESSES) {
    const meant = guess(given);
    if (meant) return missing(given, meant);
  }
  const asset = assetAt(way.path, around) ?? outside(way, around);
  const why = asset ? (assetAt(way.path, around) ? 'assets' : 'outside') : 'nothing';
  // Other programs on the same host may answer what lies outside of the site.
  if (way.address === undefined) {
    const isOurs = !way.isRelative && !isElsewhere(way.asked, around);
    return isOurs
      ? { is: 'missing', why: 'base', address: way.asked, isElsewhere: false }
      : { is: 'unknown' };
  }
  const rest = {
    isElsewhere: !asset && !way.isRelative && isElsewhere(way.address, around),
    ...placed(asset?.file, way, around),
  };
  const near = asset || way.address.endsWith('/') ? [] : nearFiles(way.address, around);
  const perhaps = near.map(({ address }) => writtenAs(address, { way, origin, reference }));
  return { is: 'missing', why, address: way.asked, ...rest, ...(perhaps.length > 0 ? { perhaps } : {}) };
}

/** A file of the site's folder that no mount publishes, as if the site's folder itself were published. */
function outside({ address }: Local, { listings }: Surroundings): { readonly file: string } | undefined {
  const path = address?.replace(/^\//, '') ?? '';
  const found = path === '' || /(?:^|\/)\./.test(path) ? undefined : walk(listings, '', path, 'exact');
  return found && !found.isFolder && /\.\w+$/.test(path) && !CONTENT.test(path)
    ? { file: found.path }
    : undefined;
}

/** A file that is meant, and where it would have to lie. */
function placed(
  file: string | undefined,
  { address }: Local,
  { site }: Surroundings,
): Pick<Missing, 'file' | 'place'> {
  if (file === undefined) return {};
  const isPlain = address !== undefined && !/[\\\p{Cc}]|\/$/u.test(address);
  return isPlain ? { file, place: joinPath(staticFolder(site), address.slice(1)) } : { file };
}

/** Nothing else will do but the address: what lies where it is meant, and is not published there. */
const MOVABLE: readonly Why[] = ['beside', 'bundle'];

function missing({ reference, way, origin, around }: Case, { why, address, file }: Meant): Missing {
  const instead = writtenAs(address, { way, origin, reference });
  const behind = MOVABLE.includes(why) ? placed(file, way, around) : file === undefined ? {} : { file };
  return {
    is: 'missing',
    why,
    address: way.asked,
    isElsewhere: false,
    instead,
    ...behind,
  };
}

/** An article that is excluded from the index is published by Hugo all the same; so is content in other formats. */
function isOutsideOfIndex({ way, around }: Case): boolean {
  const path = (way.address ?? way.asked).replace(/^\/|\/$|\.html$/g, '');
  if (path === '') return false;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const name = path.slice(parent === '' ? 0 : parent.length + 1);
  const { site, listings, known } = around;
  if (site.config.mounts.some(({ component, module }) => component === 'content' && module !== undefined))
    return true;
  return site.contentFolders.some(folder => {
    const above = walk(listings, folder, parent, 'folded');
    if (!above) return false;
    const inside = joinPath(folder, above.path);
    const names = listings.folder(inside)?.folded;
    if (names?.has('_content.gotmpl')) return true;
    const isThere = (at: string, file: string): boolean =>
      EXTENSIONS.some(extension =>
        (listings.folder(at)?.folded.get(`${file}.${extension}`) ?? []).some(
          found => !known.index.get(joinPath(at, found)),
        ),
      );
    const bundles = names?.get(name.toLowerCase()) ?? [];
    return (
      isThere(inside, name.toLowerCase()) || bundles.some(found => isThere(joinPath(inside, found), 'index'))
    );
  });
}

const EXTENSIONS = ['md', 'markdown', 'html', 'htm', 'adoc', 'org', 'rst', 'pdc'];

/** In the order in which they are tried. */
const GUESSES: readonly ((given: Case) => Meant | undefined)[] = [
  backslash,
  otherSpelling,
  literalEscape,
  inStatic,
  withoutBase,
  sourceFile,
  inBundle,
  fromRoot,
  beside,
];

const fileAt = (address: string, around: Surroundings): Published | undefined => {
  const file = staticAt(address, around, 'exact') ?? resourceAt(address, around, 'exact');
  return file?.isFolder === false ? file : undefined;
};

/** A file, or for links a page. */
function thingAt(address: string, { reference, origin, around }: Case): Published | undefined {
  const file = fileAt(address, around);
  if (file || reference.kind === 'image') return file;
  const page = pageAt(address, origin.page, around);
  if (page?.is === 'page') {
    // Not an alias of it.
    const [own] = around.known.pages.addressesOf(around.known.pages.page(page.path));
    return { address: own ?? address, file: page.path, isFolder: false };
  }
  return page?.is === 'list' ? { address, file: '', isFolder: false } : undefined;
}

const meant = (why: Why, found: Published | undefined): Meant | undefined =>
  found && { why, address: found.address, ...(found.file === '' ? {} : { file: found.file }) };

function backslash(given: Case): Meant | undefined {
  const { address } = given.way;
  if (!address?.includes('\\')) return undefined;
  return meant('backslash', thingAt(address.replaceAll('\\', '/'), given));
}

function otherSpelling({ way: { address }, around }: Case): Meant | undefined {
  if (address === undefined || address.endsWith('/')) return undefined;
  const found = [staticAt(address, around, 'folded'), resourceAt(address, around, 'folded')].find(
    file => file && !file.isFolder && file.address !== address,
  );
  if (!found) return undefined;
  return meant(found.address.normalize('NFC') === address.normalize('NFC') ? 'form' : 'case', found);
}

/** A file that is called `a%20b.jpg`. */
function literalEscape(given: Case): Meant | undefined {
  const { way, around } = given;
  if (!way.path.includes('%') || way.address === undefined) return undefined;
  const name = way.path.slice(way.path.lastIndexOf('/') + 1);
  const folder = way.address.slice(0, way.address.lastIndexOf('/') + 1);
  return meant('encoded', fileAt(folder + name, around));
}

function inStatic(given: Case): Meant | undefined {
  const path = /(?:^|\/)static(\/.*)$/.exec(given.way.path)?.[1];
  return path === undefined ? undefined : meant('static', fileAt(path, given.around));
}

function withoutBase(given: Case): Meant | undefined {
  const { way, origin } = given;
  if (basePath(origin.base.settings.baseURL) === '' || way.isRelative || way.address !== undefined)
    return undefined;
  return meant('base', thingAt(way.asked, given));
}

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/** `[x](other.md)`, which works on GitHub. */
function sourceFile({ reference, way, origin, around }: Case): Meant | undefined {
  if (reference.kind !== 'link' || !MARKDOWN.test(way.path)) return undefined;
  const found = lookUp(decodeURI(safe(way.path)), { origin, around, isRef: false });
  if (found.is !== 'there' || found.file === undefined) return undefined;
  const [address] = around.known.pages.addressesOf(around.known.pages.page(found.file));
  return address === undefined ? undefined : { why: 'source', address, file: found.file };
}

const safe = (path: string): string => path.replace(/%(?!20)/g, '%25');

function inBundle({ reference, way, origin: { page }, around }: Case): Meant | undefined {
  if (reference.form !== 'thumbnail' || page.bundle === 'none') return undefined;
  const folder = page.path.slice(0, page.path.lastIndexOf('/'));
  const path = way.path.replace(/^\.?\/+/, '');
  const found = walk(around.listings, folder, path, 'exact');
  const [address] = around.known.pages.addressesOf(page);
  if (!found || found.isFolder || CONTENT.test(found.path) || !address?.endsWith('/')) return undefined;
  return { why: 'bundle', address: address + found.path, file: joinPath(folder, found.path) };
}

/** Written as if every page were at the root of the site. */
function fromRoot(given: Case): Meant | undefined {
  const { way, reference } = given;
  if (!way.isRelative || reference.form === 'thumbnail' || way.path.startsWith('../')) return undefined;
  return meant('root', thingAt(joinPath('/', way.path), given));
}

/** Beside the file of the article; the page is a folder deeper. */
function beside({ way, origin: { page }, around }: Case): Meant | undefined {
  const folder = joinPath('/', page.file, '..');
  const address = way.isRelative ? joinPath(folder, way.path) : way.address;
  if (address === undefined) return undefined;
  const found = way.isRelative ? fileAt(address, around) : undefined;
  if (found) return meant('beside', found);
  // From the folder that has the name of the file, whose files Hugo publishes with the page.
  const own = `${joinPath(folder, page.baseName)}/`;
  const [made] = around.known.pages.addressesOf(page);
  if (page.bundle !== 'none' || !address.startsWith(own) || made?.endsWith('/') !== true) return undefined;
  return meant('page', fileAt(made + address.slice(own.length), around));
}

/** No static or content folder starts as the address does. */
function isElsewhere(address: string, around: Surroundings): boolean {
  const [, first = '', ...deeper] = address.split('/');
  if (deeper.length === 0 || first === '') return false;
  const { site, known } = around;
  if (staticAt(`/${first}`, around, 'folded')) return false;
  if (site.contentFolders.some(folder => walk(around.listings, folder, first, 'folded'))) return false;
  const made = [...Object.values(site.config.taxonomies), ...site.config.languages.map(({ code }) => code)];
  return !made.includes(first) && !known.pages.names().sections().includes(`${first}/`);
}
