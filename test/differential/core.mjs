// Galley's core for scripts that hold it against Hugo.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { nodeOptions } from '../../esbuild.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} contents exports, with paths from the root */
export async function loadCore(contents) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-core-'));
  const outfile = path.join(folder, 'core.cjs');
  await esbuild.build({
    ...nodeOptions,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    sourcemap: false,
  });
  const loaded = await import(pathToFileURL(outfile).href);
  fs.rmSync(folder, { recursive: true });
  return loaded;
}
