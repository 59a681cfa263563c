import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

describe('A check of more than a thousand articles', () => {
  let site: string;
  const article = (i: number): string =>
    `---\ntitle: "第 ${i % 1200} 篇"\ndate: ${i % 50 === 0 ? '2025-02-30' : '2025-02-13'}\ntags: [甲${i % 90}, ${i % 7 === 0 ? '甲1' : '乙'}]\n---\n\n正文。![图](/img/${i}.png)\n`;

  before(() => {
    site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'galley-threads-')));
    fs.writeFileSync(path.join(site, 'hugo.toml'), 'baseURL = "https://example.org/"\nnonsense = [\n');
    for (let i = 0; i < 1300; i++) {
      const folder = path.join(site, 'content', `${i % 13}`);
      if (i < 13) fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, `a${i}.md`), article(i));
    }
  });
  after(() => fs.rmSync(site, { recursive: true }));

  for (const more of [[], ['--only', 'front-matter']]) {
    it(`finds in several threads what it finds in one${more.map(arg => ` ${arg}`).join('')}`, async () => {
      const args = ['check', '--format', 'json', ...more, '.'];
      let alone = '';
      const out = new Writable({ write: (chunk: Buffer, _, done) => done(void (alone += chunk.toString())) });
      assert.equal(await main(args, { out, err: out, cwd: site, env: {} }), 1);
      const together = runBuilt(args, site);
      assert.deepEqual(found(together), found(alone));
      assert.match(alone, /"files": 1300,/);
    });
  }
});

/** What the built program prints; it has threads. */
function runBuilt(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [path.resolve('dist/cli.js'), ...args], { cwd, encoding: 'utf8' });
  } catch (error) {
    // Errors in articles end the run with 1.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

/** Without what differs by chance, and by where the program lies. */
const found = (json: string): unknown =>
  JSON.parse(json.replace(/"durationMs": \d+/, '"durationMs": 0').replace(/"ruleUrl": "[^"]*",/g, ''));
