import { decode } from '../article/encoding.ts';
import { onDisk } from '../hugo/config-paths.ts';
import { sniff } from '../images/sniff.ts';
import type { Sniffed } from '../images/sniff.ts';
import type { Files } from '../ports.ts';
import { remember } from '../remember.ts';

/** A folder's content: whether each name is a folder, by its exact name. */
export interface Folder {
  readonly names: ReadonlyMap<string, boolean>;
  /** Names by `foldName`. */
  readonly folded: ReadonlyMap<string, readonly string[]>;
}

/** What a file is by its first bytes; `nothing`: it is empty. */
export type Contents = Sniffed | 'nothing';

const SNIFFED_BYTES = 4096;

/** What names are compared by when neither case nor Unicode form shall count. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * Folders of a site, each read once and kept. What asks gets an answer at once; a folder that has not been read counts
 * as absent and is noted, and after `load` the question can be asked again.
 */
export class Listings {
  private readonly files: Files;
  private readonly root: string;
  private readonly known = new Map<string, Folder | undefined>();
  private readonly wanted = new Set<string>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly wantedTexts = new Set<string>();
  private readonly contents = new Map<string, Contents | undefined>();
  private readonly wantedContents = new Set<string>();

  constructor(root: string, files: Files) {
    this.root = root;
    this.files = files;
  }

  /** @param path from the root of the site, or absolute */
  folder(path: string): Folder | undefined {
    if (!this.known.has(path)) this.wanted.add(path);
    return this.known.get(path);
  }

  /** The text of a file; kept until it changes. @param path from the root of the site */
  text(path: string): string | undefined {
    if (!this.texts.has(path)) this.wantedTexts.add(path);
    return this.texts.get(path);
  }

  /** What a file holds; `undefined` where that cannot be told. @param path from the root of the site */
  holds(path: string): Contents | undefined {
    if (this.files.start && !this.contents.has(path)) this.wantedContents.add(path);
    return this.contents.get(path);
  }

  /** Nothing was asked for that has not been read. */
  get isComplete(): boolean {
    return this.wanted.size + this.wantedTexts.size + this.wantedContents.size === 0;
  }

  /** Reads what was asked for in vain; whether there was any such folder or file. */
  async load(): Promise<boolean> {
    const paths = [...this.wanted];
    const texts = [...this.wantedTexts];
    const contents = [...this.wantedContents];
    await Promise.all([
      ...contents.map(async path => {
        const bytes = await this.files.start?.(onDisk(this.root, path), SNIFFED_BYTES);
        this.contents.set(path, bytes && (bytes.length === 0 ? 'nothing' : sniff(bytes)));
        this.wantedContents.delete(path);
      }),
      ...texts.map(async path => {
        const bytes = await this.files.read(onDisk(this.root, path));
        this.texts.set(path, bytes && decode(bytes).text);
        this.wantedTexts.delete(path);
      }),
      ...paths.map(async path => {
        const folder = await this.read(path);
        this.known.set(path, folder);
        this.wanted.delete(path);
      }),
    ]);
    return paths.length + texts.length + contents.length > 0;
  }

  /** Takes notice that files or folders have come, gone or changed; whether that changes any answer. */
  async refresh(paths: readonly string[]): Promise<boolean> {
    let isChanged = false;
    const parents = new Map<string, string[]>();
    for (const path of paths) {
      if (this.texts.delete(path)) isChanged = true;
      if (this.contents.delete(path)) isChanged = true;
      const slash = path.lastIndexOf('/');
      const names = remember(parents, path.slice(0, Math.max(0, slash)), () => []);
      names.push(path.slice(slash + 1));
    }
    for (const [parent, names] of parents) {
      const before = this.known.get(parent);
      if (!this.known.has(parent)) continue;
      const now = await this.read(parent);
      this.known.set(parent, now);
      for (const name of names) {
        if (before?.names.get(name) === now?.names.get(name)) continue;
        isChanged = true;
        this.forgetBelow(parent === '' ? name : `${parent}/${name}`);
      }
    }
    return isChanged;
  }

  private forgetBelow(path: string): void {
    for (const known of this.known.keys())
      if (known === path || known.startsWith(`${path}/`)) this.known.delete(known);
  }

  private async read(path: string): Promise<Folder | undefined> {
    const entries = await this.files.list(onDisk(this.root, path));
    if (!entries) return undefined;
    const names = new Map(entries.map(({ name, isFolder }) => [name, isFolder]));
    let folded: Folder['folded'] | undefined;
    return {
      names,
      get folded() {
        return (folded ??= foldedFrom(names.keys()));
      },
    };
  }
}

function foldedFrom(names: Iterable<string>): Folder['folded'] {
  const folded = new Map<string, string[]>();
  for (const name of names) remember(folded, foldName(name), () => []).push(name);
  return folded;
}
