import * as vscode from 'vscode';
import type { Files, HeadFile, Heads, Walk } from '../../core/ports.ts';

/** A file system as VS Code gives it, seen from one of its files. */
export interface Located {
  readonly files: Files;
  readonly heads: Heads;
  /** Absolute path with `/` in that file system. */
  readonly path: string;
  readonly uriOf: (path: string) => vscode.Uri;
}

/** The files around `uri` by `vscode.workspace.fs`: virtual workspaces, and everything in the browser. */
export function workspaceFiles(uri: vscode.Uri): Located {
  const uriOf = (path: string): vscode.Uri => uri.with({ path, query: '', fragment: '' });
  return {
    files: {
      read: path => ifThere(vscode.workspace.fs.readFile(uriOf(path))),
      list: async path => {
        const entries = await ifThere(vscode.workspace.fs.readDirectory(uriOf(path)));
        return entries?.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
      },
    },
    heads: (folder, walk) => headsBelow(uriOf, { folder, prefix: '', depth: 0 }, walk),
    path: uri.path,
    uriOf,
  };
}

/** Folders in each other beyond this are taken for a loop of links. */
const MAX_DEPTH = 30;

async function* headsBelow(
  uriOf: Located['uriOf'],
  { folder, prefix, depth }: { folder: string; prefix: string; depth: number },
  walk: Walk,
): AsyncGenerator<HeadFile> {
  const entries = (await ifThere(vscode.workspace.fs.readDirectory(uriOf(folder)))) ?? [];
  if (entries.some(([name]) => name === '.gitignore')) {
    const bytes = await ifThere(vscode.workspace.fs.readFile(uriOf(`${folder}/.gitignore`)));
    if (bytes) walk.gitignore(prefix, new TextDecoder().decode(bytes));
  }
  for (const [name, type] of entries) {
    const path = prefix + name;
    const below = `${folder}/${name}`;
    if ((type & vscode.FileType.Directory) !== 0) {
      if (depth < MAX_DEPTH && !walk.skip(`${path}/`)) {
        yield* headsBelow(uriOf, { folder: below, prefix: `${path}/`, depth: depth + 1 }, walk);
      }
    } else if (/\.(?:md|markdown|mdown)$/i.test(name) && !walk.skip(path)) {
      const bytes = await ifThere(vscode.workspace.fs.readFile(uriOf(below)));
      if (bytes) yield { path, bytes, isWhole: true };
    }
  }
}

async function ifThere<T>(reading: Thenable<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
