// Tests of the injection grammars: node test/syntaxes/run.mjs [--update] [--config PACKAGE_JSON]
//   unit/                 what each grammar promises, as assertions below the lines (// ^^^ scope)
//   snapshots/            all scopes of whole articles (*.snap; --update writes them anew)
//   with-toml-extension/  the same, as where another extension brings source.toml
// The base is VS Code's own Markdown grammar, which the npm package tm-grammars carries.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const require = createRequire(import.meta.url);

const base = [
  require.resolve('tm-grammars/grammars/markdown.json'),
  require.resolve('tm-grammars/grammars/html-derivative.json'),
  require.resolve('tm-grammars/grammars/html.json'),
  require.resolve('tm-grammars/grammars/yaml.json'),
  require.resolve('tm-grammars/grammars/json.json'),
  require.resolve('tm-grammars/grammars/javascript.json'),
];
const toml = require.resolve('tm-grammars/grammars/toml.json');
const unit = require.resolve('vscode-tmgrammar-test/dist/unit.js');
const snapshot = require.resolve('vscode-tmgrammar-test/dist/snapshot.js');

const suites = [
  { folder: 'unit', tool: unit, grammars: base },
  { folder: 'snapshots', tool: snapshot, grammars: base },
  { folder: 'with-toml-extension', tool: snapshot, grammars: [...base, toml] },
];

/** Runs one of the two programs of vscode-tmgrammar-test; its output without the grammars that nobody gave it. */
function tmgrammarTest(tool, args) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [tool, ...args], {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data));
    child.on('close', code => {
      const lines = output.split('\n').filter(line => line && !line.startsWith('grammar not found for'));
      resolve({ ok: code === 0, output: lines.join('\n') });
    });
  });
}

/** @returns {Promise<{ passed: number, failed: number }>} one test for each article */
export async function run({ update = false, config = path.join(root, 'package.json') } = {}) {
  const results = suites.map(async ({ folder, tool, grammars }) => {
    const all = fs.readdirSync(path.join(here, folder)).filter(name => name.endsWith('.md'));
    // Relative and with slashes, as the tool takes patterns.
    const files = all.map(name => `test/syntaxes/${folder}/${name}`);
    // The tool itself takes a missing snapshot for success.
    const bare =
      tool === unit || update ? [] : files.filter(file => !fs.existsSync(path.join(root, `${file}.snap`)));
    const args = [
      '--config',
      config,
      ...grammars.flatMap(file => ['-g', file]),
      ...files.filter(file => !bare.includes(file)),
    ];
    if (tool === snapshot) args.unshift('-s', 'text.html.markdown', ...(update ? ['-u'] : []));
    const { ok, output } = await tmgrammarTest(tool, args);
    const failed = files.filter(
      file => bare.includes(file) || !(ok || ['✓', '√'].some(mark => output.includes(`${mark} ${file} `))),
    );
    return { total: files.length, failed, output: ok ? '' : output, bare };
  });
  const count = { passed: 0, failed: 0 };
  for (const { total, failed, output, bare } of await Promise.all(results)) {
    if (output) console.log(output);
    for (const file of bare) console.log(`${file}.snap is missing`);
    count.passed += total - failed.length;
    count.failed += failed.length;
  }
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--config');
  const config = at < 0 ? undefined : path.resolve(process.argv[at + 1]);
  const { passed, failed } = await run({ update: process.argv.includes('--update'), config });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
