// @ts-check
// npm start [-- SITE] [--desktop | --served]: builds Galley and opens VS Code with it, on the sample site or on SITE.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { node } from './run.mjs';
import { ensureInstalled, root } from './setup.mjs';
import { closeable, findOnPath, hasScreen, openInBrowser, versionOf } from './desktop.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { desktop: { type: 'boolean', default: false }, served: { type: 'boolean', default: false } },
});
const site = path.resolve(positionals[0] ?? path.join(root, 'samples/site'));
if (!fs.statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`There is no folder ${site}`);
  process.exit(2);
}
const tests = path.join(root, '.vscode-test');
const file = firstArticle(site);

await ensureInstalled();
const { code } = await node(['esbuild.mjs'], text => process.stdout.write(text));
if (code !== 0) process.exit(1);
const desktop = !values.served && (values.desktop || hasScreen()) ? await findDesktop() : undefined;
if (desktop) await runDesktop(desktop.program);
else await serve();

/** @returns {Promise<{ program: string } | undefined>} an installed VS Code, else a downloaded one */
async function findDesktop() {
  const installed = findOnPath('code');
  const version = installed && (await versionOf(installed));
  if (installed && version && Number(/^1\.(\d+)\./.exec(version)?.[1]) >= 100) {
    console.log(`Galley opens in the desktop VS Code ${version} (${installed})`);
    return { program: installed };
  }
  if (installed) console.log(`${installed} is not a desktop VS Code of 1.100 or newer`);
  try {
    const program = await download();
    console.log(`Galley opens in a downloaded VS Code (${program})`);
    return { program };
  } catch (error) {
    console.log(`VS Code cannot be downloaded: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** Gives up when nothing has come for ten seconds. @returns {Promise<string>} the program */
async function download() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nothing came for 10 s')), 10_000);
    let bytes = 0;
    let percent = 0;
    /** @param {any} report */
    const report = ({ bytesSoFar = 0, totalBytes = 0 }) => {
      if (bytesSoFar > bytes) timer.refresh();
      bytes = bytesSoFar;
      const now = Math.floor((10 * bytes) / (totalBytes || Infinity)) * 10;
      if (now > percent) console.log(`downloading VS Code: ${(percent = now)} %`);
    };
    downloadAndUnzipVSCode({ version: 'stable', cachePath: tests, reporter: { report, error: reject } })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** @param {string} program */
async function runDesktop(program) {
  const { quietSettings } = await import('../test/host/vscode.mjs');
  const data = path.join(tests, 'user-desktop');
  keepSettings(path.join(data, 'User/settings.json'), quietSettings);
  await closeable(program, [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--new-window', '--wait'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    site,
    ...(file ? [file] : []),
  ]);
}

async function serve() {
  const { quietSettings, workbenchUrl } = await import('../test/host/vscode.mjs');
  const { startServer } = await import('../test/host/server.mjs');
  const data = path.join(tests, 'user');
  keepSettings(path.join(data, 'data/User/settings.json'), quietSettings);
  // The browser keeps what a person has arranged under the address, so it should be the same each time.
  const start = (/** @type {number} */ port) => startServer({ version: 'current', data, port });
  const server = await start(4190).catch(error => {
    if (/EADDRINUSE/.test(error.message)) return start(0);
    throw error;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void server.stop());
  const url = workbenchUrl(server, { site, extension: root, ...(file ? { file } : {}) });
  console.log(`Galley is served, in the VS Code that npm carries, at\n\n${url}\n\nCtrl+C ends it.`);
  openInBrowser(url);
  const why = await server.exited;
  if (!/SIGTERM/.test(why)) console.error(`${why}\n${server.log()}`);
}

/**
 * Settings for a first start; what a person changes afterwards stays.
 * @param {string} file
 * @param {object} settings
 */
function keepSettings(file, settings) {
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

/** @param {string} site @returns {string | undefined} the article to start with */
function firstArticle(site) {
  const content = path.join(site, 'content');
  if (!fs.existsSync(content)) return undefined;
  const articles = fs
    .readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md') && !path.basename(name).startsWith('_'))
    .sort();
  const welcome = articles.find(name => path.basename(name) === 'reading-a-galley-proof.md');
  const name = welcome ?? articles.find(name => name.includes(path.sep)) ?? articles[0];
  return name && path.join(content, name);
}
