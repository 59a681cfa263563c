import type { ReferenceForm } from '../images/reference.ts';
import { joinPath } from '../hugo/config-paths.ts';
import { basePath } from '../hugo/url-base.ts';
import { foldName } from '../targets/listings.ts';
import type { Listings } from '../targets/listings.ts';
import type { Surroundings } from '../targets/places.ts';
import { outcomeOf } from '../targets/resolve.ts';
import type { Origin } from '../targets/resolve.ts';
import { addressFor, folderOf } from '../targets/write.ts';

/** A file that a page can show, and its address as it is written there. */
export interface ImagePath {
  readonly address: string;
  /** From the root of the site. */
  readonly file: string;
}

export interface ImagePaths {
  readonly paths: readonly ImagePath[];
  /** False: there are more; ask again when more is typed. */
  readonly isComplete: boolean;
}

/** Folders that files can be published from, the nearest first. */
interface Source {
  readonly folder: string;
  /** Where they are published, from the root of the published site, with `/` at both ends. */
  readonly above: string;
}

/** So many are offered at once. */
const MOST = 300;
/** A site with more files below a folder has them left out. */
const MOST_FILES = 50_000;

const IMAGE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico)$/i;

/** The image files of bundle, `static`, themes and `assets` that readers get by an address in such a place. */
export async function imagePaths(
  { form, typed }: { readonly form: ReferenceForm; readonly typed: string },
  origin: Origin,
  around: Surroundings,
): Promise<ImagePaths> {
  const found: { file: string; published: string }[] = [];
  for (const { folder, above } of sourcesOf(origin, around)) {
    for (const path of await filesBelow(folder, around.listings)) {
      if (IMAGE.test(path)) found.push({ file: joinPath(folder, path), published: above + path });
    }
  }
  const wanted = foldName(typed.replace(/^[./]+/, ''));
  const fitting = found.length > MOST ? found.filter(({ file }) => foldName(file).includes(wanted)) : found;
  const paths = new Map<string, ImagePath>();
  for (const { file, published } of fitting.slice(0, MOST)) {
    const address = addressFor(published, form, origin);
    const range = { start: 0, end: 0 };
    const outcome = outcomeOf({ kind: 'image', form, url: address, range, isVerbatim: true }, origin, around);
    // Another file may stand in front of this one.
    const isIt = outcome.is === 'unknown' || (outcome.is === 'there' && outcome.file === file);
    if (isIt && !paths.has(address)) paths.set(address, { address, file });
  }
  return { paths: [...paths.values()], isComplete: fitting === found };
}

function sourcesOf({ page, base }: Origin, { site }: Surroundings): Source[] {
  const own = page.bundle === 'none' ? [] : [ownFolder(page.path, base)];
  const mounted = (component: 'static' | 'assets'): Source[] =>
    site.config.mounts
      .filter(mount => mount.component === component)
      .map(({ source, target }) => ({ folder: source, above: `/${target === '' ? '' : `${target}/`}` }));
  return [...own, ...mounted('static'), ...(site.isMainroad ? [] : mounted('assets'))];
}

/** The folder of a bundle, which is published beside its page. */
function ownFolder(path: string, { permalink, settings }: Origin['base']): Source {
  const above = folderOf(permalink).slice(basePath(settings.baseURL).length);
  return { folder: path.slice(0, path.lastIndexOf('/')), above: above || '/' };
}

/** Paths of all files below a folder, from it; folders whose name starts with a dot are left out. */
async function filesBelow(top: string, listings: Listings): Promise<string[]> {
  const files: string[] = [];
  for (let level = ['']; level.length > 0 && files.length < MOST_FILES;) {
    const folders = level.map(path => [path, joinPath(top, path)] as const);
    for (const [, folder] of folders) listings.folder(folder);
    if (!listings.isComplete) await listings.load();
    level = [];
    for (const [path, folder] of folders) {
      for (const [name, isFolder] of listings.folder(folder)?.names ?? []) {
        if (name.startsWith('.')) continue;
        (isFolder ? level : files).push(joinPath(path, name));
      }
    }
    if (level.some(path => path.split('/').length > MOST_DEPTH)) break;
  }
  return files.sort();
}

/** Folders in each other beyond this are taken for a loop of links. */
const MOST_DEPTH = 12;
