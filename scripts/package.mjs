// @ts-check
// node scripts/package.mjs: builds a .vsix at the project's root; node scripts/package.mjs --list [--write] compares the
// files that go into it with scripts/package-files.txt, or writes that list.
import fs from 'node:fs';
import path from 'node:path';
import { node } from './run.mjs';
import { ensureInstalled, root } from './setup.mjs';

const list = path.join(root, 'scripts/package-files.txt');
const vsce = 'node_modules/@vscode/vsce/vsce';

await ensureInstalled();
process.exitCode = process.argv.includes('--list')
  ? await compare(process.argv.includes('--write'))
  : await build();

async function build() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = `${name}-${version}.vsix`;
  const { code } = await node(
    [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      file,
    ],
    text => process.stdout.write(text),
  );
  if (code !== 0) return 1;
  console.log(`${file}: ${Math.ceil(fs.statSync(path.join(root, file)).size / 1024)} KB`);
  return 0;
}

/** @param {boolean} write @returns {Promise<number>} */
async function compare(write) {
  const { code, output } = await node([vsce, 'ls', '--no-dependencies'], () => undefined);
  if (code !== 0) {
    console.error(output);
    return 1;
  }
  // A new rule brings its page, which is no reason to look at the package again.
  const lines = output
    .trim()
    .split('\n')
    .map(file => file.replace(/^docs\/rules\/.*/, 'docs/rules/*'));
  const files = [...new Set(lines)].sort();
  if (write) fs.writeFileSync(list, `${files.join('\n')}\n`);
  const wanted = fs.existsSync(list) ? fs.readFileSync(list, 'utf8').trim().split('\n') : [];
  const added = files.filter(file => !wanted.includes(file));
  const gone = wanted.filter(file => !files.includes(file));
  for (const file of added) console.error(`not in scripts/package-files.txt: ${file}`);
  for (const file of gone) console.error(`not in the package: ${file}`);
  if (added.length + gone.length === 0) return 0;
  console.error('If that is as it should be: node scripts/package.mjs --list --write');
  return 1;
}
