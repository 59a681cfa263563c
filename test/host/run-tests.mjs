// @ts-check
// Runs one suite inside real VS Code through @vscode/test-electron, on a copy of a site.
//   node test/host/run-tests.mjs [--suite normal|restricted|chinese|web] [--host current|oldest] [--desktop]
//                                [--extension DIR] [--site DIR]
// --desktop takes the desktop VS Code, downloaded by test-electron, in place of the one that npm carries.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { copySite } from './stage.mjs';

const root = path.join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'normal' },
    host: { type: 'string', default: 'current' },
    desktop: { type: 'boolean', default: false },
    extension: { type: 'string', default: root },
    site: { type: 'string', default: path.join(root, 'samples/site') },
  },
});

/** @type {Record<string, { args: string[], desktop?: string[] }>} switches of code.mjs, and those of the desktop where it can do it */
const suites = {
  normal: { args: [], desktop: [] },
  chinese: { args: ['--galley-locale=zh-CN'] },
  restricted: { args: ['--galley-restricted'] },
  web: { args: ['--galley-web'] },
};
const suite = suites[values.suite];
if (!suite) throw new Error(`no such suite: ${values.suite}`);
const switches = values.desktop ? suite.desktop : [...suite.args, `--galley-host=${values.host}`];
if (!switches) throw new Error(`the suite ${values.suite} runs in the VS Code that npm carries only`);

const extension = path.resolve(values.extension);
const site = copySite(path.resolve(values.site));
try {
  await runTests({
    ...(values.desktop ? {} : { vscodeExecutablePath: path.join(import.meta.dirname, 'code.mjs') }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(
      extension,
      'dist/test',
      values.suite === 'web' ? 'vscode-web' : 'vscode',
      'index.js',
    ),
    launchArgs: [site.folder, ...switches],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  site.remove();
}
