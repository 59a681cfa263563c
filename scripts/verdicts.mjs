// Holds Galley's publish verdict against real Hugo's on generated articles: drafts, dates, zones, cascades, languages.
//   node scripts/verdicts.mjs --hugo PATH… [--sites 40] [--seed 1] [--keep DIR]
// What is published is what a build writes; drafts, dates to come and past ones are those of `hugo list`.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { loadCore } from '../test/differential/core.mjs';
import { makeSite } from '../test/differential/publish-sites.mjs';
import { versionOf } from '../test/differential/hugo.mjs';

const { values: options } = parseArgs({
  options: {
    hugo: { type: 'string', multiple: true, default: ['hugo'] },
    sites: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});

const run = promisify(execFile);
const galley = await loadCore(`
  export { parseArticle } from './src/core/article/article.ts';
  export { check } from './src/core/check/check.ts';
  export { parseVersion } from './src/core/hugo/version.ts';
  export { factsInSite } from './src/core/index/others.ts';
  export { publishState } from './src/core/publish/state.ts';
  export { placeInSite } from './src/core/site/place.ts';
  export { Sites } from './src/cli/sites.ts';`);

const folder = options.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'galley-verdicts-'));
let differences = 0;
for (const hugo of options.hugo) {
  const version = await versionOf(hugo);
  if (!version) throw new Error(`${hugo} does not tell its version`);
  const tally = { articles: 0, agree: 0, kinds: /** @type {Record<string, number>} */ ({}) };
  for (let number = 0; number < Number(options.sites); number++) {
    const root = path.join(folder, `${version}-${number}`);
    const isOld = galley.parseVersion(version) < galley.parseVersion('0.136.0');
    makeSite(root, Number(options.seed) * 1000 + number, { now: Date.now(), isOld });
    await compare({ hugo, version, root }, tally);
    if (!options.keep) fs.rmSync(root, { recursive: true });
  }
  differences += tally.articles - tally.agree;
  console.log(`Hugo ${version}: ${tally.agree} of ${tally.articles} articles agree`, tally.kinds);
}
if (!options.keep) fs.rmSync(folder, { recursive: true });
process.exitCode = differences > 0 ? 1 : 0;

async function compare({ hugo, version, root }, tally) {
  const theirs = await hugoSays(hugo, root);
  if (typeof theirs === 'string') {
    console.log(`${root} does not build: ${theirs}`);
    tally.articles++;
    return;
  }
  for (const [name, ours] of await galleySays(root, version)) {
    const hugos = theirs(name, ours);
    const agree = JSON.stringify(hugos) === JSON.stringify(ours.says);
    tally.articles++;
    if (agree) tally.agree++;
    else
      console.log(
        `${version} ${root}/${name}\n  Hugo   ${JSON.stringify(hugos)}\n  Galley ${JSON.stringify(ours.says)}`,
      );
    tally.kinds[ours.kind] = (tally.kinds[ours.kind] ?? 0) + 1;
  }
}

/** Of each article, by path, what Galley says. */
async function galleySays(root, version) {
  const hugo = galley.parseVersion(version);
  const sites = new galley.Sites(root, hugo);
  const site = await sites.of(`${root}/content/x.md`);
  const known = await sites.known(site);
  const now = Date.now();
  const rows = [];
  for (const [name] of known.index.entries()) {
    const article = galley.parseArticle(fs.readFileSync(path.join(root, name), 'utf8'));
    const place = galley.placeInSite(name, site.facts.contentFolders);
    const facts = {
      hugo,
      page: place.page,
      site: site.facts,
      encoding: undefined,
      now,
      ...galley.factsInSite(name, article, known),
    };
    const state = galley.publishState(facts, galley.check(article, facts));
    const { made } = facts;
    if (!made || made.kind !== 'page') continue;
    const { publishDate, expiryDate } = made.dates;
    rows.push([
      name,
      {
        kind: state.kind,
        file: made.relPermalink,
        says: {
          draft: made.draft,
          future: (publishDate?.instant ?? 0) > now,
          expired: expiryDate !== undefined && expiryDate.instant < now,
          published: state.kind === 'published',
        },
      },
    ]);
  }
  return rows;
}

/** What Hugo says of an article; a text: why there is no build. */
async function hugoSays(hugo, root) {
  const call = async (...args) =>
    (await run(hugo, [...args, '--source', root], { maxBuffer: 1 << 26, timeout: 60_000 })).stdout;
  try {
    const now = Date.now();
    const rows = new Map(csv(await call('list', 'all')).map(row => [row.path, row]));
    await call('--destination', path.join(root, 'public'), '--quiet');
    const isThere = file =>
      file !== '' &&
      fs.existsSync(path.join(root, 'public', decodeURI(file), file.endsWith('/') ? 'index.html' : ''));
    return (name, { file, says }) => {
      const row = rows.get(name);
      // Pages that no list shows are in none of these.
      if (!row) return { ...says, published: isThere(file) };
      const expiry = Date.parse(row.expiryDate);
      return {
        draft: row.draft === 'true',
        future: Date.parse(row.publishDate) > now,
        expired: !row.expiryDate.startsWith('0001') && expiry < now,
        published: isThere(file),
      };
    };
  } catch (error) {
    return (
      String(error.stderr ?? error)
        .trim()
        .split('\n')
        .at(-1) ?? ''
    );
  }
}

/** Rows of a table whose cells hold no line ends. */
function csv(text) {
  // Warnings stand before the table.
  const [head = '', ...lines] = text.slice(text.indexOf('path,slug')).trim().split('\n');
  const cells = line =>
    Array.from(
      line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
      found => found[1]?.replaceAll('""', '"') ?? found[2] ?? '',
    );
  const names = cells(head);
  return lines.map(line => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
}
