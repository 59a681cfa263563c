// @ts-check
import fs from 'node:fs';
import path from 'node:path';

const beat = 2000;

/**
 * The folder `name` of `cache`, filled by `fill` the first time. It gets its name only when it is complete, so a folder
 * that has the name is whole, whatever happened to earlier tries; a lock keeps two processes from doing the work twice.
 * @param {string} cache
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function once(cache, name, fill) {
  const folder = path.join(cache, name);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(cache, { recursive: true });
  const unlock = await lock(path.join(cache, `${name}.lock`), () => fs.existsSync(folder));
  try {
    if (fs.existsSync(folder)) return folder;
    for (const entry of fs.readdirSync(cache)) {
      if (entry.startsWith(`${name}.part-`))
        fs.rmSync(path.join(cache, entry), { recursive: true, force: true });
    }
    const part = fs.mkdtempSync(path.join(cache, `${name}.part-`));
    fs.chmodSync(part, 0o755);
    try {
      await fill(part);
      fs.renameSync(part, folder);
    } finally {
      fs.rmSync(part, { recursive: true, force: true });
    }
    return folder;
  } finally {
    unlock();
  }
}

/**
 * Waits for the lock, or for `done`. A lock is a folder that its owner touches every two seconds; one that was not
 * touched for fifteen belongs to nobody any more.
 * @param {string} file
 * @param {() => boolean} done
 * @returns {Promise<() => void>} gives the lock back
 */
async function lock(file, done) {
  let said = false;
  while (!done()) {
    try {
      fs.mkdirSync(file);
      const timer = setInterval(() => touch(file), beat);
      return () => {
        clearInterval(timer);
        fs.rmSync(file, { recursive: true, force: true });
      };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 15_000) fs.rmSync(file, { recursive: true, force: true });
    else if (!said)
      console.log(`another process is installing ${path.basename(file, '.lock')}; waiting for it`);
    said = true;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return () => undefined;
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  if (fs.existsSync(file)) fs.utimesSync(file, now, now);
}
