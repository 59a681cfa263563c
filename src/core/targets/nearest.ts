import { nearest } from '../check/near.ts';
import { joinPath } from '../hugo/config-paths.ts';
import { foldName } from './listings.ts';
import { resourceAt, staticAt } from './places.ts';
import type { Published, Surroundings } from './places.ts';

/** More folders are not looked through for a file that may have moved. */
const MOST_FOLDERS = 200;
/** More files are no help. */
const MOST = 3;

/**
 * Files that may be meant by an address where nothing is: one whose name is nearly the same, or differs in its
 * extension, in the same folder; and those of the same name elsewhere in `static`.
 *
 * @param address from the root of the published site, decoded
 */
export function nearFiles(address: string, around: Surroundings): readonly Published[] {
  const slash = address.lastIndexOf('/');
  const name = address.slice(slash + 1);
  const dot = name.lastIndexOf('.');
  if (dot < 1) return [];
  const above = address.slice(0, slash + 1);
  const beside = filesAt(above, around);
  const sameStem = beside.filter(other => foldName(stemOf(other)) === foldName(name.slice(0, dot)));
  // Another number is another picture.
  const near = nearest(
    name,
    beside.filter(other => digitsOf(other) === digitsOf(name)),
  );
  const found = [...new Set([...sameStem, ...(near === undefined ? [] : [near])])].flatMap(other => {
    const file = staticAt(above + other, around, 'exact') ?? resourceAt(above + other, around, 'exact');
    return file?.isFolder === false ? [file] : [];
  });
  return [...found, ...elsewhere(name, around)].slice(0, MOST);
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');
const digitsOf = (name: string): string => name.replace(/\D+/g, ' ');

/** Names of files in the folders that are published at an address, which ends in `/`. */
function filesAt(above: string, around: Surroundings): string[] {
  const { listings, site } = around;
  const folders = [staticAt(above.slice(0, -1) || '/', around, 'exact')?.file ?? ''].filter(
    path => path !== '',
  );
  if (above === '/') folders.push(...staticFolders(around));
  folders.push(...site.contentFolders.map(folder => joinPath(folder, above.replace(/^\/|\/$/g, ''))));
  return folders.flatMap(folder =>
    Array.from(listings.folder(folder)?.names ?? []).flatMap(([name, isFolder]) => (isFolder ? [] : [name])),
  );
}

const staticFolders = ({ site: { config } }: Surroundings): string[] =>
  config.mounts.flatMap(({ component, target, source, module }) =>
    component === 'static' && target === '' && module === undefined ? [source] : [],
  );

/** Files of that name anywhere in the site's own `static`. */
function elsewhere(name: string, around: Surroundings): Published[] {
  const found: Published[] = [];
  let left = MOST_FOLDERS;
  const look = (source: string, path: string): void => {
    if (left-- <= 0) return;
    const folder = around.listings.folder(joinPath(source, path));
    for (const other of folder?.folded.get(foldName(name)) ?? []) {
      if (folder?.names.get(other) === false)
        found.push({
          address: `/${joinPath(path, other)}`,
          file: joinPath(source, path, other),
          isFolder: false,
        });
    }
    for (const [other, isFolder] of folder?.names ?? []) if (isFolder) look(source, joinPath(path, other));
  };
  for (const source of staticFolders(around)) look(source, '');
  return found;
}
