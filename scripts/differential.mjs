// Holds Galley's verdict against real Hugo's on some thousand wrong front matters. What it needs is in
// test/differential/README.md. usage: node scripts/differential.mjs --hugo PATH… [--out FILE] [--seed N] [--class NAME] [--list]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from '../test/differential/core.mjs';
import { allCases } from '../test/differential/cases.mjs';
import { Builder, versionOf } from '../test/differential/hugo.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    hugo: { type: 'string', multiple: true, default: ['hugo'] },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    class: { type: 'string' },
    list: { type: 'boolean', default: false },
    cache: { type: 'string', default: path.join(root, 'dist/differential') },
  },
});

/** Agreement that is asked for, percent: of each class, and of all together. */
const LEAST = { class: 95, all: 99.5 };

const galley = await loadCore(`
  export { parseArticle } from './src/core/article/article.ts';
  export { decode } from './src/core/article/encoding.ts';
  export { check } from './src/core/check/check.ts';
  export { parseVersion } from './src/core/hugo/version.ts';
  export { gatherSite } from './src/core/site/site.ts';
  export { nodeFiles } from './src/platform/node/files.ts';`);
const site = await galley.gatherSite(path.join(root, 'test/differential/site'), galley.nodeFiles);
const cases = allCases(Number(options.seed)).filter(one => !options.class || one.class === options.class);
const reports = [];
for (const hugo of options.hugo) reports.push(await compare(hugo));
if (options.out) fs.writeFileSync(options.out, `${JSON.stringify(reports, undefined, 1)}\n`);
process.exitCode = reports.every(report => report.isGoodEnough) ? 0 : 1;

async function compare(hugo) {
  const version = await versionOf(hugo);
  if (!version) throw new Error(`${hugo} does not tell its version`);
  const builder = new Builder(hugo, version, options.cache);
  const breaks = new Map(cases.map(one => [one, errorsOf(one.bytes, galley.parseVersion(version))]));
  await builder.build(cases, one => breaks.get(one).length === 0);
  const rows = cases.map(one => ({ ...one, hugo: builder.resultOf(one.bytes), galley: breaks.get(one) }));
  return print(version, rows);
}

/** The errors that Galley sees in a file, as the command line checks it. */
function errorsOf(bytes, hugo) {
  const { text, encoding, at } = galley.decode(bytes);
  const page = { path: 'content/post/case-0.md', kind: 'article' };
  const facts = {
    hugo,
    page,
    site,
    encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined,
  };
  const problems = galley.check(galley.parseArticle(text), facts);
  return problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

function print(version, rows) {
  console.log(`\nHugo ${version}`);
  console.log(
    `${'class'.padEnd(12)}${['cases', 'agree', 'false alarms', 'misses'].map(head => head.padStart(14)).join('')}`,
  );
  const groups = [...new Set(rows.map(row => row.class))].map(name => [
    name,
    rows.filter(row => row.class === name),
  ]);
  const shares = [...groups, ['all', rows]].map(([name, group]) => {
    const alarms = group.filter(row => row.galley.length > 0 && row.hugo === '').length;
    const misses = group.filter(row => row.galley.length === 0 && row.hugo !== '').length;
    const share = 100 * (1 - (alarms + misses) / group.length);
    console.log(
      `${name.padEnd(12)}${[group.length, `${share.toFixed(2)} %`, alarms, misses].map(cell => String(cell).padStart(14)).join('')}`,
    );
    return { name, cases: group.length, agreement: share, alarms, misses };
  });
  const disagreements = rows
    .filter(row => row.galley.length > 0 !== (row.hugo !== ''))
    .map(row => ({
      class: row.class,
      name: row.name,
      hugo: row.hugo,
      galley: row.galley,
      text: row.bytes.toString(),
    }));
  if (options.list)
    for (const one of disagreements)
      console.log(
        `${one.galley.length > 0 ? 'alarm' : 'miss '} ${one.class} ${one.name} → ${one.galley.join(' ') || one.hugo}`,
      );
  const isGoodEnough = shares.every(
    ({ name, agreement }) => agreement >= (name === 'all' ? LEAST.all : LEAST.class),
  );
  return { version, isGoodEnough, classes: shares, disagreements };
}
