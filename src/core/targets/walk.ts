import { joinPath } from '../hugo/config-paths.ts';
import { foldName } from './listings.ts';
import type { Folder, Listings } from './listings.ts';

/** How exactly a name has to be met. */
export type Likeness = 'exact' | 'folded';

export interface Entry {
  /** Below the folder that the walk started in, as the disk spells it. */
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The entry at a path below a folder, each part in its exact case, as a server on Linux sees it, whatever the editor's
 * disk does. `folded`: in any case and Unicode form; the exact one if there is one.
 */
export function walk(
  listings: Listings,
  folder: string,
  path: string,
  likeness: Likeness,
): Entry | undefined {
  const parts = path.split('/').filter(part => part !== '');
  let spelled = '';
  let isFolder = true;
  for (const part of parts) {
    const entries: Folder | undefined = isFolder ? listings.folder(joinPath(folder, spelled)) : undefined;
    const name: string | undefined = entries && nameIn(entries, part, likeness);
    if (name === undefined) return undefined;
    isFolder = entries?.names.get(name) ?? false;
    spelled = spelled === '' ? name : `${spelled}/${name}`;
  }
  return { path: spelled, isFolder };
}

function nameIn({ names, folded }: Folder, part: string, likeness: Likeness): string | undefined {
  if (names.has(part)) return part;
  return likeness === 'exact' ? undefined : folded.get(foldName(part))?.[0];
}
