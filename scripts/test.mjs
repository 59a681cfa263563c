// @ts-check
// node scripts/test.mjs [unit | corpus | network | syntaxes | vscode | browser | stress | vscode-oldest]; without a name: all but the last two.
// The last line is `N passed, N failed`, added up over all runners; types and lint count as one each.
import fs from 'node:fs';
import path from 'node:path';
import { countTests, node } from './run.mjs';
import { ensureInstalled, root } from './setup.mjs';

/** @typedef {import('./run.mjs').Count} Count */
/** @typedef {{ name: string, args: string[], check?: true }} Runner */

const mocha = (/** @type {string[]} */ ...args) => ['scripts/mocha.mjs', ...args];
const suites = (/** @type {string} */ host, /** @type {string[]} */ names) =>
  names.map(suite => [
    {
      name: `VS Code ${host}: ${suite}`,
      args: ['test/host/run-tests.mjs', '--suite', suite, '--host', host],
    },
  ]);
const everySuite = ['normal', 'restricted', 'chinese', 'web'];
const browserTests = fs
  .readdirSync(path.join(root, 'test/browser'))
  .filter(file => file.endsWith('.test.mjs'))
  .map(file => `test/browser/${file}`);

/** @type {Record<string, Runner[][]>} runners of one row run at the same time */
const groups = {
  unit: [[{ name: 'unit', args: mocha('--reporter', 'dot', 'dist/test/unit.js') }]],
  corpus: [
    [{ name: 'corpus', args: mocha('--reporter', 'dot', '--timeout', '20000', 'dist/test/corpus.js') }],
  ],
  network: [
    [{ name: 'network', args: mocha('--reporter', 'dot', '--timeout', '20000', 'dist/test/network.js') }],
  ],
  syntaxes: [[{ name: 'grammars', args: ['test/syntaxes/run.mjs'] }]],
  static: [
    [
      { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'], check: true },
      { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'], check: true },
    ],
  ],
  vscode: suites('current', everySuite),
  browser: [[{ name: 'browser', args: mocha('--timeout', '20000', ...browserTests) }]],
  stress: [[{ name: 'stress', args: mocha('--timeout', '120000', 'dist/test/stress.js') }]],
  'vscode-oldest': suites('oldest', everySuite),
};
/** What each group needs of esbuild.mjs. */
const bundles = {
  unit: 'unit,cli,extension',
  corpus: 'corpus',
  network: 'network',
  syntaxes: '',
  vscode: 'extension,web,preview,vscode,vscode-web',
  browser: 'extension,web,preview',
  stress: 'stress,cli,extension',
  'vscode-oldest': 'extension,web,preview,vscode,vscode-web',
};

const [name, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (name !== undefined && !(name in bundles))) {
  console.error(`usage: node scripts/test.mjs [${Object.keys(bundles).join(' | ')}]`);
  process.exit(2);
}
const names =
  name === undefined ? ['unit', 'corpus', 'network', 'syntaxes', 'static', 'vscode', 'browser'] : [name];

await ensureInstalled();
/** @type {Count} */
const total = { passed: 0, failed: 0 };
const only = name === undefined ? '--tests' : `--only=${bundles[/** @type {keyof typeof bundles} */ (name)]}`;
if (await build(only)) {
  for (const row of names.flatMap(group => groups[group] ?? [])) await runRow(row);
} else {
  total.failed++;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {string} which @returns {Promise<boolean>} */
async function build(which) {
  const { code } = await node(['esbuild.mjs', which], text => process.stdout.write(text));
  if (code !== 0) console.log('✖ build failed');
  return code === 0;
}

/** @param {Runner[]} row */
async function runRow(row) {
  const live = row.length === 1;
  for (const result of row.map(runner => runOne(runner, live))) {
    const { count, report } = await result;
    total.passed += count.passed;
    total.failed += count.failed;
    console.log(report);
  }
}

/**
 * @param {Runner} runner
 * @param {boolean} live its output is printed as it comes, and not at its end
 * @returns {Promise<{ count: Count, report: string }>}
 */
async function runOne(runner, live) {
  const started = Date.now();
  if (live) console.log(`▶ ${runner.name}`);
  const result = await node(runner.args, text => live && process.stdout.write(text));
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const count = runner.check
    ? { passed: Number(result.code === 0), failed: Number(result.code !== 0) }
    : countTests(result);
  const mark = count.failed > 0 ? '✖' : '✔';
  const why = 'why' in count ? `, ${count.why}` : '';
  const headline = `${mark} ${runner.name}: ${count.passed} passed, ${count.failed} failed${why} (${seconds})\n`;
  return { count, report: live ? headline : `▶ ${runner.name}\n${result.output}${headline}` };
}
