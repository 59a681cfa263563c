// Holds Galley's fixes against real Hugo: the wrong article of each rule is built as it is and with all sure fixes.
//   node scripts/fixes.mjs --hugo PATH… [--list]
// A fixed article has to build unless Galley itself sees an error left, and its body has to say what it said: the same
// letters, links and pictures, in the same order, but for rules that are about just these.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { loadCore } from '../test/differential/core.mjs';
import { versionOf } from '../test/differential/hugo.mjs';

const { values: options } = parseArgs({
  options: {
    hugo: { type: 'string', multiple: true, default: ['hugo'] },
    list: { type: 'boolean', default: false },
  },
});

const root = path.resolve(import.meta.dirname, '..');
const fixtures = path.join(root, 'test/fixtures/rules');
const run = promisify(execFile);
const galley = await loadCore(`
  export { parseArticle } from './src/core/article/article.ts';
  export { check } from './src/core/check/check.ts';
  export { fixAll, preferredFix } from './src/core/fix/apply.ts';
  export { parseVersion } from './src/core/hugo/version.ts';
  export { gatherSite } from './src/core/site/site.ts';
  export { nodeFiles } from './src/platform/node/files.ts';`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-fixes-'));
fs.cpSync(path.join(root, 'test/differential/site'), folder, { recursive: true });
const single = fs.readFileSync(
  path.join(folder, 'themes/mainroad-small/layouts/_default/single.html'),
  'utf8',
);
fs.mkdirSync(path.join(folder, 'layouts/_default'), { recursive: true });
fs.writeFileSync(
  path.join(folder, 'layouts/_default/single.html'),
  single.replace('{{ .Content }}', '<i id="body"></i>{{ .Content }}<i id="end"></i>'),
);
const site = await galley.gatherSite(folder, galley.nodeFiles);
const article = path.join(folder, 'content/post/a.md');

/** Fixes that bring to light what readers did not see, or take away what they should not. */
const CHANGING = new Set([
  ...['house-word', 'body-residue', 'body-html', 'body-foreign', 'body-more', 'merge-conflict'],
  // Signs and addresses that were shown as text.
  ...['body-block', 'body-code', 'body-link', 'body-address', 'body-url', 'image-address'],
]);
const isMeant = applied => applied.some(({ rule }) => CHANGING.has(rule) || rule.startsWith('fence-'));

let failures = 0;
for (const hugo of options.hugo) {
  const version = await versionOf(hugo);
  if (!version) throw new Error(`${hugo} does not tell its version`);
  const tally = {
    'nothing sure to fix': 0,
    mended: 0,
    'built, and builds': 0,
    'error left, as told': 0,
    wrong: 0,
  };
  for (const rule of fs.readdirSync(fixtures)) {
    const marked = fs.readFileSync(path.join(fixtures, rule, 'wrong.md'), 'utf8');
    const outcome = await compare(marked.replace(/⟦[^|⟧]*\||⟧/g, ''), { hugo, version });
    tally[outcome.kind]++;
    if (outcome.kind === 'wrong') failures++;
    if (outcome.kind === 'wrong' || options.list)
      console.log(`${version} ${rule}: ${outcome.kind} ${outcome.why ?? ''}`);
  }
  console.log(`Hugo ${version}:`, tally);
}
fs.rmSync(folder, { recursive: true });
process.exitCode = failures > 0 ? 1 : 0;

async function compare(text, { hugo, version }) {
  const facts = {
    hugo: galley.parseVersion(version),
    page: { path: 'content/post/a.md', kind: 'article' },
    site,
    encoding: undefined,
    now: Date.now(),
  };
  const check = current => galley.check(galley.parseArticle(current), facts);
  const fixed = galley.fixAll(text, check);
  if (fixed.applied.length === 0) return { kind: 'nothing sure to fix' };
  const before = await build(hugo, text);
  const after = await build(hugo, fixed.text);
  const isToldOf = check(fixed.text).some(({ severity }) => severity === 'error');
  if (after.error) {
    const kind = isToldOf ? 'error left, as told' : 'wrong';
    return { kind, why: after.error };
  }
  if (isToldOf) return { kind: 'wrong', why: 'builds, and Galley sees an error' };
  if (before.error) return { kind: 'mended' };
  const [said, says] = [meaning(before.html), meaning(after.html)];
  const isKept = said === says || isMeant(fixed.applied);
  return isKept ? { kind: 'built, and builds' } : { kind: 'wrong', why: `\n  ${said}\n  ${says}` };
}

async function build(hugo, text) {
  fs.writeFileSync(article, text);
  const destination = path.join(folder, 'public');
  fs.rmSync(destination, { recursive: true, force: true });
  const flags = ['--buildDrafts', '--buildFuture', '--buildExpired', '--noBuildLock'];
  try {
    await run(hugo, ['--source', folder, '--destination', destination, ...flags], { timeout: 60_000 });
  } catch (error) {
    const lines = `${error.stdout}${error.stderr}`.split('\n');
    return { error: lines.find(line => /error/i.test(line)) ?? 'no build', html: '' };
  }
  const pages = fs
    .readdirSync(destination, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.html'));
  const html = pages
    .filter(name => !name.startsWith('post/other'))
    .map(name => fs.readFileSync(path.join(destination, name), 'utf8'))
    .find(page => page.includes('<i id="body">'));
  return { error: undefined, html: /<i id="body"><\/i>([^]*)<i id="end">/.exec(html ?? '')?.[1] ?? '' };
}

/** Letters and numbers that are shown, and where links and pictures lead. */
function meaning(html) {
  return html
    .replace(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;|&#\d+;/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
