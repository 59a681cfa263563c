// Holds what Galley says of images and links of the site itself against real Hugo: each row of
// test/differential/addresses.mjs is built, published by a server of this machine, and asked for.
// usage: node scripts/addresses.mjs --hugo PATH… [--list]
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../bench/support.mjs';
import { ROWS, SITES } from '../test/differential/addresses.mjs';
import { versionOf } from '../test/differential/hugo.mjs';

const { values: options } = parseArgs({
  options: {
    hugo: { type: 'string', multiple: true, default: ['hugo'] },
    list: { type: 'boolean', default: false },
  },
});

async function compare(hugo) {
  const version = await versionOf(hugo);
  if (!version) throw new Error(`${hugo} does not tell its version`);
  const results = [];
  const open = ROWS.map((row, at) => ({ ...row, at }));
  const work = async () => {
    for (let row = open.shift(); row; row = open.shift())
      results.push(await ask(row, hugo, version).catch(error => console.log(error.message)));
  };
  await Promise.all([work(), work(), work(), work()]);
  if (results.includes(undefined)) return false;
  results.sort((a, b) => a.at - b.at);
  const wrong = results.filter(({ isThere, galley }) => isThere === (galley !== ''));
  const alarms = wrong.filter(({ isThere }) => isThere).length;
  const share = (100 * (1 - wrong.length / results.length)).toFixed(1);
  console.log(
    `Hugo ${version}: ${results.length} addresses, ${share} % agree, ${alarms} false alarms, ${wrong.length - alarms} misses`,
  );
  for (const { site, path: file, body, front = '', asked, galley } of options.list ? wrong : [])
    console.log(
      `  ${galley ? 'alarm' : 'miss '} ${site} ${file} ${(front + body).trim()} → ${asked} ${galley}`,
    );
  return wrong.length === 0;
}

/** What readers get for the address of a row, and what Galley says of it. */
async function ask(row, hugo, version) {
  const root = path.join(lab, `${version}-${row.at}`);
  const own = `---\ntitle: 题\ndate: 2025-01-01\n${row.front ?? ''}---\n`;
  const before = SITES[row.site][row.path];
  const head = before === undefined ? own : before.replace(/---\n$/, `${row.front ?? ''}---\n`);
  const files = { ...SITES[row.site], [row.path]: `${head}\n${row.body}\n` };
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue;
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  const out = path.join(root, 'public');
  await run(hugo, ['--source', root, '--destination', out]);
  const address = addressIn(out, row);
  const { host, isThere } = await served(out, address, new URL(baseOf(files['hugo.toml'])).pathname);
  const galley = await said(root, row.path, version);
  fs.rmSync(root, { recursive: true });
  return { ...row, asked: `${address.pathname}${host}`, isThere, galley };
}

const baseOf = toml => /baseURL = "([^"]*)"/.exec(toml)[1];

function run(hugo, args) {
  return new Promise((resolve, reject) => {
    execFile(hugo, args, { timeout: 60_000 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${stdout}${stderr}`)) : resolve(),
    );
  });
}

/** The address that a browser asks for, by the page that Hugo made. */
function addressIn(out, row) {
  const pages = fs.readdirSync(out, { recursive: true }).filter(name => name.endsWith('.html'));
  for (const name of pages) {
    const html = fs.readFileSync(path.join(out, name), 'utf8');
    const permalink = /<data value="(.*?)">/.exec(html)?.[1];
    const found = /<(?:img|a)\s[^>]*?(?:src|href)="?([^"\s>]*)/.exec(html);
    if (permalink && found && isOf(row, html)) return new URL(decode(found[1]), permalink);
  }
  throw new Error(`${row.site}: no page with ${row.front ?? ''}${row.body} in ${row.path}`);
}

/** Lists show no bodies of their pages here, so that one page at most has the reference. */
const isOf = (row, html) => (row.front ? html.includes('<p>T <img') : /<(?:img|a)\s/.test(html));

const decode = text =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');

/** Asks a server for it that serves what is published below the path of `baseURL`, as static hosts do. */
async function served(out, address, base) {
  if (address.host !== 'example.org') return { host: ` on ${address.host}`, isThere: false };
  const server = http.createServer((request, response) => {
    response.statusCode = statusOf(out, request.url, base);
    response.end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const { status } = await fetch(`http://127.0.0.1:${port}${address.pathname}${address.search}`, {
    redirect: 'manual',
  });
  server.closeAllConnections();
  server.close();
  return { host: '', isThere: status === 200 };
}

function statusOf(out, url, base) {
  const asked = url.replace(/[?#].*$/s, '');
  const full = asked === base.slice(0, -1) ? base : asked;
  if (!full.startsWith(base)) return 404;
  const name = decodeURIComponent(full.slice(base.length).replace(/%(?![\da-f]{2})/gi, '%25'));
  const file = path.join(out, name);
  const stat = fs.statSync(file.replace(/\/$/, ''), { throwIfNoEntry: false });
  if (stat?.isDirectory()) return fs.existsSync(path.join(file, 'index.html')) ? 200 : 404;
  return stat && !name.endsWith('/') ? 200 : 404;
}

/** The rule that speaks of a missing image or link; empty: none. */
async function said(root, file, version) {
  let text = '';
  const sink = { write: part => void (text += part), isTTY: false };
  await main(
    ['check', file, '--site', '.', '--format', 'json', '--hugo-version', version, '--locale', 'en'],
    {
      out: sink,
      err: { write: () => true, isTTY: false },
      cwd: root,
      env: {},
    },
  );
  const problems = JSON.parse(text).files.flatMap(one => one.problems);
  const told = problems.filter(
    ({ rule, severity }) => SPEAKING.has(rule) && (severity === 'warning' || rule.endsWith('-missing')),
  );
  return [...new Set(told.map(({ rule }) => rule))].join(' ');
}

const SPEAKING = new Set([
  'image-missing',
  'link-missing',
  'thumbnail-address',
  'image-address',
  'body-address',
]);

const { main } = await load(`export { main } from './src/cli/main.ts';`);
const lab = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-addresses-'));
try {
  let isGood = true;
  for (const hugo of options.hugo) isGood = (await compare(hugo)) && isGood;
  process.exitCode = isGood ? 0 : 1;
} finally {
  fs.rmSync(lab, { recursive: true });
}
