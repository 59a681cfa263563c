import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './run.ts';

describe('galley render', () => {
  let site: string;
  before(() => {
    site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-render-'));
    fs.mkdirSync(path.join(site, 'content'));
    fs.writeFileSync(path.join(site, 'hugo.toml'), '[markup.goldmark.renderer]\nunsafe = true\n');
    const body = '这是**“重点”**吗 <b>x</b>\n\n{{< param title >}}\n';
    fs.writeFileSync(path.join(site, 'content/a.md'), `---\ntitle: 甲\n---\n${body}`);
  });
  after(() => fs.rmSync(site, { recursive: true }));

  it('prints the body as Hugo makes it, by the configuration of the site', async () => {
    const { code, out } = await run(site, 'render', 'content/a.md');
    assert.equal(code, 0);
    assert.equal(out, '<p>这是**“重点”**吗 <b>x</b></p>\n甲\n\n');
  });

  it('ends with 2 for a file that is not there', async () => {
    assert.equal((await run(site, 'render', 'nope.md')).code, 2);
  });
});
