// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** What keeps notices, badges and the network out of tests and pictures. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/**
 * @typedef {object} Options
 * @property {string} site the folder to open
 * @property {string} [extension] the folder of an extension under development
 * @property {string} [tests] its test module, which VS Code runs and then ends
 * @property {string} [file] opened at the start; a path in `site`
 * @property {import('./install.mjs').Version} [version]
 * @property {boolean} [restricted] the folder is not trusted
 * @property {string} [locale] display language, such as `zh-CN`
 * @property {'dark' | 'light'} [theme]
 * @property {number} [width]
 * @property {number} [height]
 * @property {Record<string, unknown>} [settings] user settings
 * @property {(line: string, isError: boolean) => void} [onLog] gets what the workbench logs and the extension hosts print
 */

/**
 * Real VS Code in a browser without a window, with empty user data that is gone afterwards.
 * @param {Options} options
 */
export async function openVSCode(options) {
  const { site, file, version = 'current', restricted = false, locale, theme = 'dark' } = options;
  const { width = 1400, height = 900, onLog = () => undefined } = options;
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-vscode-'));
  /** @type {(() => unknown)[]} undone in reverse */
  const undo = [() => fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    writeSettings(data, { ...quietSettings, 'workbench.colorTheme': themes[theme], ...options.settings });
    const [server, browser] = await both(
      startServer({ version, data, restricted, temporary: true }),
      launchBrowser(),
      undo,
    );

    /** @type {(end: { code?: number, why?: string }) => void} */
    let end = () => undefined;
    /** @type {Promise<{ code?: number, why?: string }>} how the tests ended, or what broke */
    const ended = new Promise(resolve => (end = resolve));
    void server.exited.then(why => end({ why }));
    browser.on('disconnected', () => end({ why: 'the browser ended' }));

    const context = await browser.newContext({ viewport: { width, height }, ...(locale ? { locale } : {}) });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('crash', () => end({ why: 'the page crashed' }));
    page.on('pageerror', (/** @type {Error} */ error) => onLog(String(error.stack), true));
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ type, /** @type {unknown[]} */ args) => onLog(format(...args), type === 'error'),
    );
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end({ code }));
    // VS Code's web page has no language packs; this is what one would set.
    if (locale) {
      await page.addInitScript(
        (/** @type {string} */ name) => void Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }),
        locale.toLowerCase(),
      );
    }
    await page.goto(workbenchUrl(server, { ...options, ...(file ? { file: path.join(site, file) } : {}) }));
    if (!options.tests) {
      await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
      await page.evaluate('driver.whenWorkbenchRestored()');
    }
    return { page, ended, close, serverLog: server.log, ...hands(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The address of a workbench. Everything that has no query of its own goes into VS Code's `payload`.
 * @param {import('./server.mjs').Server} server
 * @param {{ site: string, extension?: string, tests?: string, file?: string }} what
 */
export function workbenchUrl(server, { site, extension, tests, file }) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension ? [['extensionDevelopmentPath', server.uri(extension)]] : []),
    ...(tests ? [['extensionTestsPath', server.uri(tests)]] : []),
    ...(file ? [['openFile', server.uri(file)]] : []),
  ];
  return server.url({ folder: path.resolve(site), payload: JSON.stringify(payload) });
}

/**
 * @param {string} data the server's data folder
 * @param {Record<string, unknown>} settings
 */
function writeSettings(data, settings) {
  const user = path.join(data, 'data/User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * Waits for both, and leaves nothing running if one of them fails.
 * @param {Promise<import('./server.mjs').Server>} server
 * @param {Promise<any>} browser
 * @param {(() => unknown)[]} undo
 * @returns {Promise<[import('./server.mjs').Server, any]>}
 */
async function both(server, browser, undo) {
  const results = await Promise.allSettled([server, browser]);
  if (results[0].status === 'fulfilled') undo.push(results[0].value.stop);
  if (results[1].status === 'fulfilled')
    undo.push(() => results[1].status === 'fulfilled' && results[1].value.close());
  return [await server, await browser];
}

/** What a person would do. @param {any} page */
function hands(page) {
  /**
   * Takes a row of a list that is shown for a key. Asks again while the row is missing: extensions bring theirs late.
   * @param {string} key
   * @param {string} text typed
   * @param {string} row its whole label
   */
  const pick = async (key, text, row) => {
    const list = page.locator('.quick-input-list .monaco-list-row');
    const wanted = list.filter({ has: page.getByText(row, { exact: true }) }).first();
    for (let tries = 1; ; tries++) {
      try {
        // A key goes astray while the focus is on its way into or out of a webview.
        await page.keyboard.press(key);
        await page.locator('.quick-input-widget input').first().waitFor({ timeout: 5000 });
        await page.keyboard.type(text);
        await wanted.click({ timeout: 3000 });
        return;
      } catch (error) {
        if (tries === 5)
          throw new Error(`no “${row}” among ${JSON.stringify(await list.allInnerTexts())}`, {
            cause: error,
          });
      }
      await page.keyboard.press('Escape');
    }
  };
  return {
    /** @param {string} title of a command, as the palette shows it */
    command: title => pick('F1', title, title),
    /** @param {string} file a path in the site */
    openFile: file => pick('Control+p', file, path.basename(file)),
    /** @param {string} file */
    shot: file => page.screenshot({ path: file }),
    frames: () => page.frames(),
    /** Waits until the window has looked the same for a second, or for ten. */
    async settled() {
      let last = '';
      let same = 0;
      for (let tries = 0; tries < 40 && same < 4; tries++) {
        await page.waitForTimeout(250);
        const now = (await page.screenshot()).toString('base64');
        same = now === last ? same + 1 : 0;
        last = now;
      }
    },
  };
}
