import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fixFile, newFixing } from '../../../src/cli/fix.ts';
import type { Judge } from '../../../src/cli/fix.ts';
import { createIo } from '../../../src/cli/io.ts';
import { decode } from '../../../src/core/article/encoding.ts';
import { run } from './run.ts';

const right = '---\ntitle: "甲"\ndate: 2025-02-13\n---\n';
const wrong = '---\ntitle: "甲"\ndate: 2025/2/13\ntags: "x"\n---\n';
const mended = '---\ntitle: "甲"\ndate: "2025-02-13"\ntags:\n  - "x"\n---\n';

describe('galley check --fix', () => {
  let site: string;
  const write = (name: string, content: string | Uint8Array): void => {
    const file = path.join(site, 'content/post', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  };
  const read = (name: string): string => fs.readFileSync(path.join(site, 'content/post', name), 'utf8');

  beforeEach(() => {
    site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-fix-'));
    fs.writeFileSync(path.join(site, 'hugo.toml'), 'baseURL = "https://example.org/"\n');
    write('right.md', right);
  });
  afterEach(() => fs.rmSync(site, { recursive: true }));

  it('mends what it can, reports what is left, and ends as after the fixing', async () => {
    write('wrong.md', wrong);
    const { code, out } = await run(site, 'check', '--fix', '.');
    assert.equal(read('wrong.md'), mended);
    assert.equal(out, '2 articles checked: 0 errors, 0 warnings\n2 problems fixed\n');
    assert.equal(code, 0);
  });

  it('changes nothing the second time', async () => {
    write('wrong.md', wrong);
    await run(site, 'check', '--fix', '.');
    assert.match((await run(site, 'check', '--fix', '.')).out, /\n0 problems fixed\n$/);
    assert.equal(read('wrong.md'), mended);
  });

  it('does not touch a file without fixes', async () => {
    const file = path.join(site, 'content/post/right.md');
    fs.utimesSync(file, 1, 1);
    await run(site, 'check', '--fix', '.');
    assert.equal(fs.statSync(file).mtimeMs, 1000);
  });

  it('keeps line ends and the byte order mark', async () => {
    write('wrong.md', `\ufeff${wrong.replaceAll('\n', '\r\n')}`);
    await run(site, 'check', '--fix', '.');
    assert.equal(read('wrong.md'), `\ufeff${mended.replaceAll('\n', '\r\n')}`);
  });

  it('makes UTF-8 of UTF-16', async () => {
    write('wrong.md', Buffer.from(`\ufeff${wrong}`, 'utf16le'));
    await run(site, 'check', '--fix', '.');
    assert.equal(read('wrong.md'), mended);
  });

  it('makes UTF-8 of GBK', async () => {
    // “甲” in GBK.
    write(
      'wrong.md',
      Buffer.concat([
        Buffer.from('---\ntitle: "'),
        Buffer.from([0xbc, 0xd7]),
        Buffer.from('"\ndate: 2025-02-13\n---\n'),
      ]),
    );
    await run(site, 'check', '--fix', '.');
    assert.equal(read('wrong.md'), right);
  });

  it('leaves a file alone whose encoding is not known', async () => {
    const bytes = Buffer.concat([Buffer.from(wrong), Buffer.from([0xff, 0x0a])]);
    write('wrong.md', bytes);
    const { code } = await run(site, 'check', '--fix', '.');
    assert.deepEqual(fs.readFileSync(path.join(site, 'content/post/wrong.md')), bytes);
    assert.equal(code, 1);
  });

  it('mends front matter only where only that is checked', async () => {
    const body = '\n##小标题\n';
    write('wrong.md', wrong + body);
    await run(site, 'check', '--fix', '--only', 'front-matter', '.');
    assert.equal(read('wrong.md'), mended + body);
  });

  it('does not write a file that changed since it was read', () => {
    write('wrong.md', wrong);
    const file = path.join(site, 'content/post/wrong.md');
    const bytes = fs.readFileSync(file);
    write('wrong.md', `${wrong}more\n`);
    const complaints: string[] = [];
    const io = createIo([], { out: process.stdout, err: process.stderr, cwd: site, env: {} });
    const fixing = newFixing('write');
    const target = { file, name: 'wrong.md', bytes, decoded: decode(bytes) };
    const fix = {
      title: { code: 'fix.write' },
      preferred: true,
      edits: [{ range: { start: 0, end: 1 }, newText: '+' }],
    } as const;
    const judge: Judge = () => [
      { rule: 'x', severity: 'error', range: { start: 0, end: 1 }, message: fix.title, fixes: [fix] },
    ];
    fixFile(target, judge, fixing, { ...io, complain: line => void complaints.push(line) });
    assert.equal(read('wrong.md'), `${wrong}more\n`);
    assert.deepEqual(fixing.failed, ['wrong.md']);
    assert.match(complaints.join(), /wrong\.md was not fixed/);
  });

  it('shows a diff that patch can read, and writes nothing', async () => {
    write('wrong.md', wrong);
    const { code, out, err } = await run(site, 'check', '--fix-dry-run', 'content');
    assert.equal(read('wrong.md'), wrong);
    assert.equal(
      out,
      '--- a/content/post/wrong.md\n+++ b/content/post/wrong.md\n@@ -1,5 +1,6 @@\n ---\n title: "甲"\n-date: 2025/2/13\n-tags: "x"\n+date: "2025-02-13"\n+tags:\n+  - "x"\n ---\n',
    );
    assert.match(err, /^2 articles checked: 0 errors, 0 warnings\n2 problems would be fixed\n$/);
    assert.equal(code, 0);
  });

  it('has the diffs in its JSON', async () => {
    write('wrong.md', wrong);
    const { out } = await run(site, 'check', '--fix-dry-run', '--format', 'json', '.');
    const report = JSON.parse(out) as { diffs: { path: string; diff: string }[]; summary: { fixed: number } };
    assert.deepEqual(
      report.diffs.map(({ path: name }) => name),
      ['content/post/wrong.md'],
    );
    assert.equal(report.summary.fixed, 2);
  });
});
