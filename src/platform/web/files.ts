import * as vscode from 'vscode';
import type { Files } from '../../core/ports.ts';

/** A file system as VS Code gives it, seen from one of its files. */
export interface Located {
  readonly files: Files;
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
    path: uri.path,
    uriOf,
  };
}

async function ifThere<T>(reading: Thenable<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
