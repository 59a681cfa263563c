// What the benchmarks share: parts of the product as one bundle, medians, a table.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { nodeOptions } from '../esbuild.mjs';

/** Loads exports of the sources, built as the product is. */
export async function load(contents) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-bench-'));
  const outfile = path.join(folder, 'bundle.cjs');
  const resolveDir = path.resolve(import.meta.dirname, '..');
  await esbuild.build({
    ...nodeOptions,
    stdin: { contents, resolveDir, loader: 'ts' },
    outfile,
    minify: true,
    sourcemap: false,
  });
  const loaded = await import(pathToFileURL(outfile).href);
  fs.rmSync(folder, { recursive: true });
  return loaded;
}

/** Median milliseconds of a call, after a tenth of the runs to warm up. */
export function median(run, times) {
  for (let i = 0; i < times / 10; i++) run();
  const spent = Array.from({ length: times }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** Prints medians, each with its ratio to the first. */
export function report(title, medians) {
  const [[, base]] = Object.entries(medians);
  console.log(`\n${title}`);
  for (const [name, ms] of Object.entries(medians)) {
    console.log(`  ${name.padEnd(32)} ${ms.toFixed(3).padStart(10)} ms  ${(ms / base).toFixed(2)}`);
  }
}
