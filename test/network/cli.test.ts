import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { ALLOWED, Lab } from './support/lab.ts';
import { gif, jpeg } from '../unit/support/images.ts';

describe('galley check --images --links', () => {
  const lab = new Lab();
  let site: string;
  before(async () => {
    await lab.start();
    lab.server.serve = ({ path: name }) => {
      if (name.startsWith('/gone')) return { status: 404 };
      const body = name.includes('pixel') ? gif(1, 1) : jpeg(300, 900);
      return { headers: { 'content-type': name.includes('pixel') ? 'image/gif' : 'image/jpeg' }, body };
    };
    site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-remote-'));
    fs.mkdirSync(path.join(site, 'content/post'), { recursive: true });
    fs.writeFileSync(path.join(site, 'hugo.toml'), 'baseURL = "https://site.test/"\n');
    const head = '---\ntitle: 甲\ndate: 2025-02-13\n';
    const a = `${head}thumbnail: ${lab.url('a.pics.test', '/t.jpg')}\n---\n![](${lab.url('a.pics.test', '/gone.jpg')})\n`;
    fs.writeFileSync(path.join(site, 'content/post/a.md'), a);
    const links = `[x](${lab.url('b.pics.test', '/gone')}) ![](${lab.url('b.pics.test', '/pixel.gif')})`;
    fs.writeFileSync(path.join(site, 'content/post/b.md'), `${head}---\n${links}\n`);
  });
  after(async () => {
    fs.rmSync(site, { recursive: true });
    await lab.stop();
  });

  async function run(
    isTerminal: boolean,
    ...args: string[]
  ): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const sink = (add: (text: string) => void): Writable =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          add(chunk.toString());
          done();
        },
      });
    const errors = Object.assign(
      sink(text => (err += text)),
      { isTTY: isTerminal },
    );
    const allowed = ['--allow-host', ALLOWED.allowedHosts.join(',')];
    const code = await main(['check', 'content', '--locale', 'zh-CN', ...allowed, ...args], {
      out: sink(text => (out += text)),
      err: errors,
      cwd: site,
      env: {},
      net: lab.net(),
    });
    return { code, out: out.replace(/^content\/post\//gm, ''), err };
  }

  it('asks for nothing unless it is told to', async () => {
    const { code } = await run(false);
    assert.equal(code, 0);
    assert.equal(lab.server.seen.length, 0);
  });

  it('reports images and links that readers do not reach', async () => {
    const { code, out, err } = await run(false, '--images', '--links', '--thumbnail-width', '800');
    assert.equal(code, 1);
    assert.match(out, /^a\.md:4:12: 警告: 缩略图 300×900，要求宽 ≥ 800 \[image-content\]$/m);
    assert.match(out, /^a\.md:6:5: 错误: 图片不存在（404） \[image-remote\]$/m);
    assert.match(out, /^b\.md:5:5: 错误: 链接的网页不存在（404） \[link-remote\]$/m);
    assert.match(out, /只有 1×1 像素，可能是占位图 \[image-content\]$/m);
    assert.equal(err, '共 4 个网络图片和链接：0 个无法确认，0 个未检查\n');
  });

  it('shows how far it is on a terminal', async () => {
    const { err } = await run(true, '--images');
    assert.match(err, /\r\u001b\[K已检查 3 个图片和链接中的 3 个（[ab]\.pics\.test/);
  });

  it('asks for nothing that the cache file knows', async () => {
    const file = path.join(site, 'cache.json');
    await run(false, '--images', '--cache', file);
    const { length } = lab.server.seen;
    const { code, out } = await run(false, '--images', '--cache', file);
    assert.equal(lab.server.seen.length, length);
    assert.equal(code, 1);
    assert.match(out, /图片不存在（404）/);
    fs.writeFileSync(file, '{ broken');
    await run(false, '--images', '--cache', file);
    assert.ok(lab.server.seen.length > length);
  });

  it('tells offline what the cache knows, and asks for nothing', async () => {
    const file = path.join(site, 'cache2.json');
    const unknown = await run(false, '--images', '--offline', '--cache', file);
    assert.match(unknown.err, /3 个未检查/);
    await run(false, '--images', '--cache', file);
    const { length } = lab.server.seen;
    const { out } = await run(false, '--images', '--offline', '--cache', file);
    assert.match(out, /图片不存在（404）/);
    assert.equal(lab.server.seen.length, length);
  });

  it('does not take what makes no sense', async () => {
    assert.equal((await run(false, '--images', '--only', 'front-matter')).code, 2);
    assert.equal((await run(false, '--images', '--thumbnail-ratio', 'wide')).code, 2);
    assert.equal((await run(false, '--images', '--thumbnail-width', 'x')).code, 2);
    assert.equal((await run(false, '--images', '--cache', path.join(site, 'no/such/folder'))).code, 2);
  });
});
