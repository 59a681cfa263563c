// @ts-check
// npm run check: what the tests do not see. Everything runs, and what failed is shown.
import { node } from './run.mjs';
import { ensureInstalled } from './setup.mjs';

const bin = (/** @type {string} */ file) => `node_modules/${file}`;

/** @type {[name: string, ...steps: string[][]][]} checks that run at the same time, each a row of steps */
const checks = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['lint', [bin('eslint/bin/eslint.js'), '.']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dead code and import cycles', [bin('knip/bin/knip.js'), '--no-progress']],
  ['texts in all languages', ['scripts/l10n.mjs']],
  ['generated files', ['scripts/generate.mjs', '--check']],
  // One after another: they build into the same folder, the last one what is shipped.
  [
    'coverage, size and contents of the package',
    ['esbuild.mjs', '--only=unit,cli,extension'],
    [
      ...[
        bin('c8/bin/c8.js'),
        '--reporter',
        'text',
        '--skip-full',
        '--exclude-after-remap',
        '--all',
        '--src',
        'src',
      ],
      // While c8 counts, sources are addresses (`file:///…/src/core/…`): a pattern without `**/` matches none, and all passes.
      ...['--include', '**/src/core/**', '--include', '**/src/cli/**', '--exclude', '**/*.d.ts'],
      ...['--check-coverage', '--lines', '90', '--branches', '80', '--functions', '90'],
      ...['node', 'scripts/mocha.mjs', '--reporter', 'dot', '--timeout', '20000', 'dist/test/unit.js'],
    ],
    ['esbuild.mjs', '--production'],
    ['scripts/package.mjs', '--list'],
  ],
];

/** What is worth reading of a check that passed. */
const figures = /^All files| bytes/;

await ensureInstalled();
const results = checks.map(async ([name, ...steps]) => {
  const started = Date.now();
  let output = '';
  for (const step of steps) {
    const result = await node(step, () => undefined);
    output += result.output;
    if (result.code !== 0) return { name, ok: false, output, seconds: (Date.now() - started) / 1000 };
  }
  return { name, ok: true, output, seconds: (Date.now() - started) / 1000 };
});
let failed = 0;
for (const result of results) {
  const { name, ok, output, seconds } = await result;
  if (!ok) failed++;
  console.log(`${ok ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`);
  const shown = ok ? output.split('\n').filter(line => figures.test(line)) : [output.trim(), ''];
  for (const line of shown) console.log(line);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
