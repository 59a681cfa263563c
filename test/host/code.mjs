#!/usr/bin/env node
// @ts-check
// Stands in for desktop VS Code's `code` in `runTests` of @vscode/test-electron: runs a test module in the VS Code that
// npm carries, and ends with the tests' exit code. Not on Windows, for which npm carries none.
//   code.mjs --extensionDevelopmentPath=… --extensionTestsPath=… [--galley-host=current|oldest] [--galley-restricted]
//            [--galley-web] [--galley-locale=zh-CN] FOLDER
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stageWebExtension } from './stage.mjs';
import { traces } from './traces.mjs';
import { openVSCode } from './vscode.mjs';

/** No output for so long means that the run is stuck: longer than any test may take. */
const silence = 90_000;

/** What VS Code says of its native modules, which stay unbuilt. */
const isUnbuilt = /build\/Release\//;

const { values, positionals } = parseArgs({
  // runTests adds options of the desktop, which mean nothing here.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'galley-host': { type: 'string', default: 'current' },
    'galley-restricted': { type: 'boolean' },
    'galley-web': { type: 'boolean' },
    'galley-locale': { type: 'string' },
  },
});
process.exitCode = await main();

async function main() {
  const [site] = positionals;
  const version = values['galley-host'];
  const [extension, tests, locale] = ['extensionDevelopmentPath', 'extensionTestsPath', 'galley-locale'].map(
    name => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
  );
  if (!site || !extension || !tests || (version !== 'current' && version !== 'oldest')) {
    console.error(
      'usage: code.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--galley-host=oldest] FOLDER',
    );
    return 2;
  }

  const staged = values['galley-web'] ? stageWebExtension(extension, tests) : undefined;
  // In addresses that a web worker sees, the slashes of a path are encoded.
  const own = staged ? path.basename(staged.extension) : path.join(extension, 'dist');
  const output = readable(traces(tests), error => error.includes(own));
  const opening = openVSCode({
    site,
    extension: staged?.extension ?? extension,
    tests: staged?.tests ?? tests,
    version,
    restricted: Boolean(values['galley-restricted']),
    ...(locale ? { locale } : {}),
    onLog: output.add,
  });
  /** @type {{ code?: number, why?: string }} */
  const end = await Promise.race([
    opening.then(
      vscode => Promise.race([vscode.ended, output.silent(silence)]),
      error => ({ why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    ),
    interrupted(),
  ]);
  // Even where the run was interrupted, what is being opened has to be there to be closed.
  const vscode = await opening.catch(() => undefined);
  if (end.why !== undefined) {
    console.error(`\nThe run broke off: ${end.why}`);
    console.error(`\n--- the end of VS Code's console\n${output.tail()}`);
    console.error(`\n--- the end of the server's log\n${vscode?.serverLog() ?? ''}`);
  } else if (!output.shown()) {
    console.error(`The test module printed nothing. The end of VS Code's console:\n${output.tail()}`);
  }
  await vscode?.close();
  staged?.remove();
  return end.code ?? 1;
}

/**
 * Prints what the tests print, which starts and ends with a line `tests: …`, and errors of the extension. The rest, of
 * which VS Code without its native modules and without a network has much to say, is kept in case the run breaks off.
 * @param {(text: string) => string} translate
 * @param {(error: string) => boolean} isOurs
 */
function readable(translate, isOurs) {
  /** @type {string[]} */
  const last = [];
  let marks = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let watchdog;
  return {
    add(/** @type {string} */ line, /** @type {boolean} */ isError) {
      watchdog?.refresh();
      const mark = line.startsWith('tests: ');
      if (mark) marks++;
      const isTest = !isError && (mark || marks === 1) && !line.startsWith('[');
      if (isTest || (isError && isOurs(line))) console.log(translate(line));
      if (!isUnbuilt.test(line)) last.push(line.split('\n').slice(0, 12).join('\n'));
      if (last.length > 40) last.shift();
    },
    shown: () => marks > 0,
    tail: () => last.join('\n'),
    /** @returns {Promise<{ why: string }>} resolves when nothing was printed for so long */
    silent: (/** @type {number} */ milliseconds) =>
      new Promise(resolve => {
        const why = `no output for ${milliseconds / 1000} s`;
        watchdog = setTimeout(() => resolve({ why }), milliseconds).unref();
      }),
  };
}

/** @returns {Promise<{ why: string }>} */
function interrupted() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve({ why: signal }));
  });
}
