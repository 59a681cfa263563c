// @ts-check
// What `npm ci` does not bring: VS Code and a browser, both out of npm packages, into a folder beside the project's files.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../../scripts/npm.mjs';
import { once } from './once.mjs';
import { unpack } from './unpack.mjs';
import versions from './versions.json' with { type: 'json' };

/** @typedef {'current' | 'oldest'} Version */

const cache = path.resolve(
  process.env['GALLEY_HOST_CACHE'] ?? path.join(import.meta.dirname, '../../.vscode-test'),
);
const fontFolder = `fonts-${versions.fonts['@expo-google-fonts/noto-sans-sc']}`;

/**
 * VS Code's server with its workbench for the browser, and the Node that it needs.
 * @param {Version} version
 * @returns {Promise<{ vscode: string, node: string }>} the folder with `out/server-main.js`, and the program
 */
export async function installVSCode(version) {
  if (process.platform === 'win32')
    throw new Error('The VS Code that npm carries does not run on Windows: use a desktop VS Code.');
  const pinned = versions[version];
  const [vscode, node] = await Promise.all([
    installServer(pinned['code-server'], 'ripgrep' in pinned ? pinned.ripgrep : undefined),
    installNode(pinned.node),
  ]);
  return { vscode, node };
}

/**
 * @param {string} version of code-server
 * @param {string | undefined} ripgrep the version of the one that has to be added
 */
function installServer(version, ripgrep) {
  const label = `installing VS Code (code-server ${version})`;
  return once(cache, `vscode-server-${version}`, async folder => {
    await download(label, `code-server@${version}`, folder, 'lib/vscode/');
    // Native modules stay unbuilt, so that no compiler is needed: there is no terminal.
    const flags = ['--omit=dev', '--omit=optional', '--ignore-scripts'];
    await npm(`${label}: packages`, ['install', ...flags], folder);
    const logger = path.join(folder, 'node_modules/@vscode/spdlog/index.js');
    if (!fs.existsSync(logger))
      throw new Error(`code-server ${version} logs in a new way: see test/host/spdlog.cjs`);
    fs.copyFileSync(path.join(import.meta.dirname, 'spdlog.cjs'), logger);
    // These two there are ready made: changes on the disk go unnoticed without the one, findFiles fails without the other.
    const watcher = path.join(folder, 'node_modules/@parcel/watcher');
    const { version: watched } = JSON.parse(fs.readFileSync(path.join(watcher, 'package.json'), 'utf8'));
    const machine = `${process.platform}-${process.arch}`;
    const system = process.platform === 'linux' ? `${machine}-glibc` : machine;
    await download(
      `${label}: file watcher`,
      `@parcel/watcher-${system}@${watched}`,
      `${watcher}-${system}`,
      '',
    );
    const search = path.join(folder, 'node_modules/@vscode/ripgrep/bin');
    if (ripgrep) await download(`${label}: search`, `@vscode/ripgrep-${machine}@${ripgrep}`, search, 'bin/');
  });
}

/**
 * @param {string} version
 * @returns {Promise<string>} the Node that runs this where it is of the same line
 */
async function installNode(version) {
  if (process.versions.node.split('.')[0] === version.split('.')[0]) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await once(cache, `node-${version}`, folder =>
    download(`installing Node ${version}`, `${name}@${version}`, folder, 'bin/', file => file === 'node'),
  );
  return path.join(folder, 'node');
}

/**
 * @returns {Promise<{ driver: string, chromium: string | undefined, files: string }>} Playwright's folder; the carried
 * Chromium, which there is for Linux on x64 only; the folder with what belongs to it
 */
export async function installBrowser() {
  const pinned = versions.browser;
  const chromium = pinned['@sparticuz/chromium'];
  const carried = process.platform === 'linux' && process.arch === 'x64';
  const names = carried ? Object.keys(pinned) : ['playwright-core'];
  const folder = await once(cache, `browser-${chromium}-${pinned['playwright-core']}`, async folder => {
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const packages = Object.entries(pinned).filter(([name]) => names.includes(name));
    await npm(
      `installing a browser (Chromium ${chromium})`,
      ['install', '--ignore-scripts', ...packages.map(([name, version]) => `${name}@${version}`)],
      folder,
    );
    if (carried) inflateChromium(folder);
  });
  const files = path.join(folder, 'chromium');
  return {
    driver: path.join(folder, 'node_modules/playwright-core'),
    chromium: carried ? path.join(files, 'chromium') : undefined,
    files,
  };
}

/**
 * Unpacks Chromium into `folder/chromium`. The package does it into the system's temporary folder at the first start,
 * and its shared libraries only where it believes itself at Amazon; both are asked for here.
 * @param {string} folder
 */
function inflateChromium(folder) {
  const files = path.join(folder, 'chromium');
  fs.mkdirSync(files);
  const result = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `await (await import('@sparticuz/chromium')).default.executablePath()`],
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: files, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) throw new Error(`Chromium cannot be unpacked: ${result.stderr}`);
  for (const file of ['chromium', 'al2023/lib', 'fonts']) {
    if (!fs.existsSync(path.join(files, file)))
      throw new Error(`@sparticuz/chromium has no ${file} any more`);
  }
  fs.rmSync(path.join(folder, 'node_modules/@sparticuz/chromium/bin'), { recursive: true });
  fs.writeFileSync(path.join(files, 'fonts.conf'), fontConfiguration);
}

/** The machine's fonts where it has some, then the carried one, then the Chinese one where it is installed. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <dir prefix="relative">../../${fontFolder}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** A font with Chinese, for pictures on machines without one. @returns {Promise<string>} its folder */
export function installFonts() {
  const [[name, version] = ['', '']] = Object.entries(versions.fonts);
  return once(cache, fontFolder, folder =>
    download('installing a Chinese font', `${name}@${version}`, folder, '400Regular/', file =>
      file.endsWith('.ttf'),
    ),
  );
}

/**
 * Unpacks a package from the registry, or the part of it that lies in `from`, into `folder`.
 * @param {string} label
 * @param {string} name with version
 * @param {string} folder
 * @param {string} from
 * @param {(file: string) => boolean} [wanted]
 */
async function download(label, name, folder, from, wanted) {
  const temporary = path.join(folder, '.download');
  fs.mkdirSync(temporary, { recursive: true });
  await npm(label, ['pack', name, '--pack-destination', temporary, '--silent'], folder);
  const [tarball] = fs.readdirSync(temporary);
  if (!tarball) throw new Error(`npm pack ${name} wrote nothing`);
  unpack(path.join(temporary, tarball), folder, from, wanted);
  fs.rmSync(temporary, { recursive: true });
  if (fs.readdirSync(folder).length === 0) throw new Error(`${name} does not hold what is expected`);
}
