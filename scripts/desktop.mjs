// @ts-check
// What differs between the systems that Galley is built on.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const windows = process.platform === 'win32';

/** A window can be shown, and what is started here shows it on this machine. */
export function hasScreen() {
  if (process.env['VSCODE_IPC_HOOK_CLI'] || process.env['SSH_CONNECTION']) return false;
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** @param {string} name of a program @returns {string | undefined} */
export function findOnPath(name) {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, windows ? `${name}.cmd` : name))
    .find(file => fs.existsSync(file));
}

/** @param {string} program @returns {Promise<string | undefined>} the first line of `--version` */
export function versionOf(program) {
  return new Promise(resolve => {
    execFile(quoted(program), ['--version'], { shell: windows, timeout: 10_000 }, (error, out) =>
      resolve(error ? undefined : out.split('\n')[0]?.trim()),
    );
  });
}

/**
 * Runs a program until it ends, or until Ctrl+C ends it and what it has started.
 * @param {string} program
 * @param {string[]} args
 */
export function closeable(program, args) {
  const child = spawn(quoted(program), args.map(quoted), {
    stdio: 'ignore',
    shell: windows,
    detached: !windows,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => child.pid && (windows ? child.kill() : process.kill(-child.pid, 'SIGTERM')));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** Opens an address in the browser of the person at this machine, where there is one. @param {string} url */
export function openInBrowser(url) {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (!hasScreen() || !findOnPath(program)) return;
  // Not being able to is no harm: the address is printed.
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** What a shell, which Windows needs for `.cmd` files, takes as one word. @param {string} word */
function quoted(word) {
  return windows ? `"${word}"` : word;
}
