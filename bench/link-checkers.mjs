// Galley beside two checkers of links from npm, on the situations that test/unit/support/network-cases plays: how often
// each calls broken what readers see, and how often it misses what they do not. On Linux, where each address of
// 127.0.0.0/8 is this machine. usage: node bench/link-checkers.mjs [--at FOLDER] [--list]
//   --at  where linkinator and markdown-link-check are installed; without it they are, into a temporary folder
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { load } from './support.mjs';

const { values: options } = parseArgs({
  options: { at: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const run = promisify(execFile);

const { Authority, Fixture, CASES, RemoteChecker, VerdictCache, CancellationSource, nodeNet } = await load(`
  export { Authority, Fixture } from './test/network/support/fixture.ts';
  export { CASES } from './test/unit/support/network-cases/index.ts';
  export { RemoteChecker } from './src/core/images/checker.ts';
  export { VerdictCache } from './src/core/images/cache.ts';
  export { CancellationSource } from './src/core/images/cancellation.ts';
  export { nodeNet } from './src/platform/node/net.ts';
`);

/** Of http and https at the same time, and of hosts of their own, these say nothing here. */
const played = CASES.filter(({ id, scheme }) => scheme === undefined && id !== 65);
const truth = ({ outcome }) =>
  outcome === 'suspicious' ? 'either' : /^(?:broken|reader-)/.test(outcome) ? 'lost' : 'seen';

/** A server for one checker, with a page and an article that have all the addresses. */
async function withServer(use) {
  const server = new Fixture(new Authority());
  const hostOf = at => `127.0.${1 + Math.floor(at / 200)}.${1 + (at % 200)}`;
  await server.start('0.0.0.0');
  const addresses = played.map(
    ({ path: name = '/img/1.jpg' }, at) => `http://${hostOf(at)}:${server.port}${name}`,
  );
  const tag = ({ kind }, at) =>
    kind === 'link' ? `<a href="${addresses[at]}">x</a>` : `<img src="${addresses[at]}" alt="x">`;
  server.serve = ask => {
    if (ask.path === '/all.html')
      return { headers: { 'content-type': 'text/html' }, body: Buffer.from(played.map(tag).join('\n')) };
    const one = played.find((_, at) => hostOf(at) === ask.host);
    const local = (host, target) => ask.at(host, target, 'http');
    const headers = {
      ...ask.headers,
      referer: ask.headers.referer?.replace('http://site.test', 'https://site.test'),
    };
    return one?.serve({ ...ask, headers, at: local }) ?? { status: 404 };
  };
  const started = performance.now();
  const lost = await use({ addresses, page: `http://127.0.0.1:${server.port}/all.html` });
  const ms = performance.now() - started;
  const requests = server.seen.filter(({ path: name }) => name !== '/all.html').length;
  await server.stop();
  return { lost: played.filter((_, at) => lost.has(addresses[at])), requests, ms };
}

async function galley({ addresses }) {
  const times = { connect: 5000, firstByte: 5000, idle: 5000, total: 10_000 };
  const net = nodeNet({ times });
  const policy = { allowedHosts: addresses.map(address => new URL(address).hostname) };
  const checker = new RemoteChecker(net, new VerdictCache(), { policy });
  const targets = played.map(({ kind = 'image' }, at) => ({
    kind,
    href: addresses[at],
    key: `${kind} ${addresses[at]}`,
  }));
  // On pages by https, images by http are another matter.
  const { token } = new CancellationSource();
  const { verdicts } = await checker.run({ targets, site: 'http://site.test', cancel: token });
  checker.dispose();
  return new Set(
    targets
      .filter(({ key }) => /^(?:broken|reader-)/.test(verdicts.get(key)?.outcome ?? ''))
      .map(({ href }) => href),
  );
}

/** Runs a script where a checker is installed; it prints the addresses that are broken, as JSON. */
async function other(folder, script) {
  const file = path.join(folder, `run-${process.pid}.mjs`);
  fs.writeFileSync(file, script);
  const { stdout } = await run(process.execPath, [file], {
    cwd: folder,
    maxBuffer: 1 << 26,
    timeout: 300_000,
  });
  fs.rmSync(file);
  return new Set(JSON.parse(stdout.slice(stdout.lastIndexOf('\n[') + 1)));
}

const linkinator =
  folder =>
  ({ page }) =>
    other(
      folder,
      `import { LinkChecker } from 'linkinator';
     const { links } = await new LinkChecker().check({ path: ${JSON.stringify(page)}, timeout: 5000 });
     console.log('\\n' + JSON.stringify(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)));
     process.exit();`,
    );

/** One address at a time: a redirect to `data:` ends the whole process, and all others would be lost with it. */
const markdownLinkCheck =
  folder =>
  ({ addresses }) =>
    other(
      folder,
      `import check from 'markdown-link-check';
       process.on('uncaughtException', () => {});
       const dead = [];
       const one = link => new Promise(resolve => {
         setTimeout(resolve, 30_000).unref();
         check('![x](' + link + ')', { timeout: '5s' }, (error, found) => {
           if ((found ?? []).some(({ status }) => status === 'dead' || status === 'error')) dead.push(link);
           resolve();
         });
       });
       await Promise.all(${JSON.stringify(addresses)}.map(one));
       console.log('\\n' + JSON.stringify(dead));
       process.exit();`,
    );

const installed = options.at ?? fs.mkdtempSync(path.join(os.tmpdir(), 'galley-checkers-'));
if (options.at === undefined) {
  fs.writeFileSync(path.join(installed, 'package.json'), '{"private":true}');
  const names = ['linkinator', 'markdown-link-check'];
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names], { cwd: installed });
}
const versionOf = name =>
  JSON.parse(fs.readFileSync(path.join(installed, 'node_modules', name, 'package.json'), 'utf8')).version;
const checkers = {
  Galley: galley,
  [`linkinator ${versionOf('linkinator')}`]: linkinator(installed),
  [`markdown-link-check ${versionOf('markdown-link-check')}`]: markdownLinkCheck(installed),
};

const count = kind => played.filter(one => truth(one) === kind).length;
console.log(
  `${played.length} situations: readers see ${count('seen')}, lose ${count('lost')}, ${count('either')} may be either`,
);
console.log(
  `${''.padEnd(28)}${['false errors', 'missed', 'requests', 'seconds'].map(head => head.padStart(14)).join('')}`,
);
for (const [name, check] of Object.entries(checkers)) {
  const { lost, requests, ms } = await withServer(check);
  const alarms = lost.filter(one => truth(one) === 'seen');
  const missed = played.filter(one => truth(one) === 'lost' && !lost.includes(one));
  const cells = [alarms.length, missed.length, requests, (ms / 1000).toFixed(1)];
  console.log(`${name.padEnd(28)}${cells.map(cell => String(cell).padStart(14)).join('')}`);
  if (options.list)
    for (const [what, all] of Object.entries({ false: alarms, missed }))
      console.log(`  ${what}: ${all.map(({ id, name: title }) => `${id} ${title}`).join('; ')}`);
}
if (options.at === undefined) fs.rmSync(installed, { recursive: true });
