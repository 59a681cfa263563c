/** The outside world as the core sees it; `src/platform` has the implementations. Paths are absolute, with `/`. */
export interface Files {
  /** The bytes of a file; `undefined` if there is none or it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** The first bytes of a file; absent where it would have to be fetched whole for them. */
  readonly start?: (path: string, length: number) => Promise<Uint8Array | undefined>;
  /** What a folder holds, names in their exact case; `undefined` if there is no such folder. */
  readonly list: (path: string) => Promise<readonly FolderEntry[] | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The start of an article's file, as far as its front matter goes. */
export interface HeadFile {
  /** From the folder that was asked for, with `/`. */
  readonly path: string;
  /** Valid only until the next one is asked for. */
  readonly bytes: Uint8Array;
  /** The bytes are the whole file. */
  readonly isWhole: boolean;
}

/** Whether a path, from the folder that was asked for, is left out; folders end in `/`. */
export type Skip = (path: string) => boolean;

/** What a walk is told, and tells. */
export interface Walk {
  readonly skip: Skip;
  /** Called with the text of a `.gitignore` before anything else of its folder (empty, or ending in `/`). */
  readonly gitignore: (folder: string, text: string) => void;
}

/** Reads the heads of all Markdown files below a folder, one after the other. */
export type Heads = (folder: string, walk: Walk) => Iterable<HeadFile> | AsyncIterable<HeadFile>;
