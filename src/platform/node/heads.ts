import fs from 'node:fs';
import path from 'node:path';
import { endOfHead } from '../../core/article/head.ts';
import type { HeadFile, Walk as Outside } from '../../core/ports.ts';

/** Most front matter ends within this; more is read only where it does not. */
const FIRST_READ = 4096;
/** No front matter that is read at all is longer. */
const LAST_READ = 1024 * 1024;

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/**
 * The heads of all Markdown files below a folder, as far as the front matter goes, one at a time, so that the caller
 * decides how long to go on. Synchronous and with one buffer: seven times as fast as `fs.promises` for small files.
 * What goes away meanwhile is left out; links are followed, loops of them are not.
 */
export function* nodeHeads(folder: string, outside: Outside): Generator<HeadFile> {
  const reader = { buffer: Buffer.allocUnsafe(FIRST_READ) };
  yield* below(folder, '', { ...outside, reader, seen: new Set() });
}

interface Walk extends Outside {
  readonly reader: { buffer: Buffer };
  /** Real paths of folders that a link led to. */
  readonly seen: Set<string>;
}

function* below(folder: string, prefix: string, walk: Walk): Generator<HeadFile> {
  const entries = entriesOf(folder);
  if (entries.some(({ name }) => name === '.gitignore')) {
    const text = textOf(`${folder}/.gitignore`);
    if (text !== undefined) walk.gitignore(prefix, text);
  }
  for (const entry of entries) {
    const name = prefix + entry.name;
    const file = `${folder}/${entry.name}`;
    const kind = entry.isSymbolicLink() ? linkKind(file, walk.seen) : kindOf(entry);
    if (kind === 'folder') {
      if (!walk.skip(`${name}/`)) yield* below(file, `${name}/`, walk);
    } else if (kind === 'file' && MARKDOWN.test(entry.name) && !walk.skip(name)) {
      const head = readHeadOf(file, walk.reader);
      if (head) yield { path: name, ...head };
    }
  }
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const isRefusal = (error: unknown): boolean => error instanceof Error && 'code' in error;

type Kind = 'file' | 'folder' | undefined;

const kindOf = (entry: fs.Dirent | fs.Stats): Kind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;

function linkKind(file: string, seen: Set<string>): Kind {
  try {
    const kind = kindOf(fs.statSync(file));
    if (kind !== 'folder') return kind;
    const real = fs.realpathSync(file);
    const isLoop = seen.has(real) || path.dirname(file).startsWith(real);
    seen.add(real);
    return isLoop ? undefined : kind;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** The head of one file; `undefined` if it cannot be read. */
function readHeadOf(file: string, reader: { buffer: Buffer }): Omit<HeadFile, 'path'> | undefined {
  let handle: number | undefined;
  try {
    handle = fs.openSync(file, 'r');
    let length = fs.readSync(handle, reader.buffer, 0, reader.buffer.length, 0);
    let end = endOfHead(reader.buffer.subarray(0, length));
    while (end === undefined && length === reader.buffer.length && length < LAST_READ) {
      const larger = Buffer.allocUnsafe(length * 4);
      reader.buffer.copy(larger);
      reader.buffer = larger;
      length += fs.readSync(handle, larger, length, larger.length - length, length);
      end = endOfHead(larger.subarray(0, length));
    }
    return {
      bytes: reader.buffer.subarray(0, end ?? length),
      isWhole: end === undefined && length < LAST_READ,
    };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}
