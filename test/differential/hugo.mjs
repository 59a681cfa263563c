// What real Hugo does with articles: builds them, or not.
import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SITE = path.join(import.meta.dirname, 'site');
const run = (command, args, env) =>
  new Promise(resolve => {
    const options = { env: { ...process.env, ...env }, timeout: 60_000, maxBuffer: 1 << 26 };
    execFile(command, args, options, (error, out, err) =>
      resolve({ status: error ? (error.code ?? error.signal) : 0, text: out + err }),
    );
  });

export async function versionOf(hugo) {
  const { text } = await run(hugo, ['version']);
  return /v(\d+\.\d+\.\d+)/.exec(text)?.[1];
}

const siteHash = () => {
  const hash = crypto.createHash('sha256');
  for (const file of fs
    .readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile()))
    hash.update(file.name).update(fs.readFileSync(path.join(file.parentPath, file.name)));
  return hash.digest();
};

/**
 * Builds articles with one version of Hugo; results are kept in a file. Articles that are expected to build are built
 * many at once; where that fails, each half by itself.
 */
export class Builder {
  constructor(hugo, version, cacheFolder) {
    this.hugo = hugo;
    this.site = siteHash();
    this.file = path.join(cacheFolder, `${version}.json`);
    this.results = fs.existsSync(this.file) ? JSON.parse(fs.readFileSync(this.file, 'utf8')) : {};
  }

  key(bytes) {
    return crypto.createHash('sha256').update(this.site).update(bytes).digest('base64').slice(0, 20);
  }

  /** The error text, or the empty text where Hugo built the article. */
  resultOf(bytes) {
    return this.results[this.key(bytes)];
  }

  async build(cases, isExpectedToBuild) {
    const open = cases.filter(({ bytes }) => this.resultOf(bytes) === undefined);
    const good = open.filter(isExpectedToBuild);
    const batches = Array.from({ length: Math.ceil(good.length / BATCH) }, (_, i) =>
      good.slice(i * BATCH, (i + 1) * BATCH),
    );
    const queue = [...batches, ...open.filter(one => !isExpectedToBuild(one)).map(one => [one])];
    let done = 0;
    let settled = 0;
    const worker = async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-differential-'));
      fs.cpSync(SITE, folder, { recursive: true });
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        await this.settle(batch, folder);
        done += batch.length;
        if (++settled % 200 === 0) this.save();
        if (process.stderr.isTTY) process.stderr.write(`\r${done}/${open.length}`);
      }
      fs.rmSync(folder, { recursive: true });
    };
    await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
    this.save();
  }

  save() {
    fs.mkdirSync(path.dirname(this.file), { recursive: true });
    fs.writeFileSync(this.file, JSON.stringify(this.results));
  }

  async settle(batch, folder) {
    const posts = path.join(folder, 'content/post');
    const files = batch.map((_, index) => path.join(posts, `case-${index}.md`));
    for (const [index, { bytes }] of batch.entries()) fs.writeFileSync(files[index], bytes);
    const args = ['--source', folder, '--renderToMemory', '--noBuildLock'];
    const { status, text } = await run(this.hugo, args, { GOMAXPROCS: '1', GOGC: 'off' });
    for (const file of files) fs.rmSync(file);
    if (status === 0) for (const { bytes } of batch) this.results[this.key(bytes)] = '';
    else if (batch.length === 1) this.results[this.key(batch[0].bytes)] = errorOf(text) || `exit ${status}`;
    else {
      const middle = batch.length >> 1;
      await this.settle(batch.slice(0, middle), folder);
      await this.settle(batch.slice(middle), folder);
    }
  }
}

/** How many articles are built at once at most. */
const BATCH = 24;

const errorOf = text =>
  text
    .split('\n')
    .find(line => /error/i.test(line))
    ?.replace(/"[^"]*\/content\//g, '"')
    .slice(0, 300);
