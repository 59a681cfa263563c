// @ts-check
// Makes every script work on a bare clone. Nothing but Node's own modules may be imported before this has run.
import fs from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';

export const root = path.join(import.meta.dirname, '..');

/** Installs the packages where there are none, or where package-lock.json has changed since; ends the script if it cannot. */
export async function ensureInstalled() {
  try {
    await install();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Galley is built with Node 20.19 or newer; this is ${process.version}.`);
  }
  const changed = (/** @type {string} */ file) =>
    fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  await npm('installing packages (npm ci)', ['ci'], root);
}
