/** The outside world as the core sees it; `src/platform` has the implementations. Paths are absolute, with `/`. */
export interface Files {
  /** The bytes of a file; `undefined` if there is none or it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** What a folder holds, names in their exact case; `undefined` if there is no such folder. */
  readonly list: (path: string) => Promise<readonly FolderEntry[] | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}
