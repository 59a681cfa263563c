import fs from 'node:fs';
import type { Files } from '../../core/ports.ts';

/**
 * The local disk. Synchronous calls behind the asynchronous port: for many small files they are seven times as
 * fast as `fs.promises`.
 */
export const nodeFiles: Files = {
  read: path => Promise.resolve(ifThere(() => fs.readFileSync(path))),
  start: (path, length) => Promise.resolve(ifThere(() => startOf(path, length))),
  list: path =>
    Promise.resolve(
      ifThere(() =>
        fs.readdirSync(path, { withFileTypes: true }).map(entry => ({
          name: entry.name,
          isFolder: entry.isSymbolicLink() ? isFolder(`${path}/${entry.name}`) : entry.isDirectory(),
        })),
      ),
    ),
};

function startOf(path: string, length: number): Uint8Array {
  const handle = fs.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, fs.readSync(handle, bytes, 0, length, 0));
  } finally {
    fs.closeSync(handle);
  }
}

const isFolder = (path: string): boolean =>
  fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** `undefined` where the file system refuses: not there, no folder, no permission, a loop of links. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
