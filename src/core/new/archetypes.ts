import { decode } from '../article/encoding.ts';
import { joinPath, onDisk } from '../hugo/config-paths.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import type { Files } from '../ports.ts';

/** An archetype as it lies on the disk. */
export interface Archetype {
  /** `post`, `default`. */
  readonly name: string;
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/**
 * The archetype of a new page (create/content.go): that of the kind, else the default one; of each the site's own before
 * those of themes. A bundle takes the `index.md` of an archetype that is a folder before one that is a file.
 */
export async function archetypeFor(
  kind: string,
  isBundle: boolean,
  { root, files, config }: { readonly root: string; readonly files: Files; readonly config: SiteConfig },
): Promise<Archetype | undefined> {
  const mounts = config.mounts.filter(({ component }) => component === 'archetypes');
  for (const name of new Set([kind, 'default'])) {
    for (const file of [...(isBundle ? [`${name}/index.md`] : []), `${name}.md`]) {
      for (const { target, source } of mounts) {
        const below =
          target === '' ? file : file.startsWith(`${target}/`) ? file.slice(target.length + 1) : '';
        const path = joinPath(source, below);
        const bytes = name === '' || below === '' ? undefined : await files.read(onDisk(root, path));
        if (bytes) return { name, path, text: decode(bytes).text.replace(/^\ufeff+/, '') };
      }
    }
  }
  return undefined;
}
