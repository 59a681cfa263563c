import assert from 'node:assert/strict';
import { resolveImage } from '../../../src/core/preview/image.ts';
import { originOf } from '../../../src/core/targets/resolve.ts';
import { standIn } from '../support/small-site.ts';
import type { Site } from '../support/small-site.ts';

const SITE = {
  'hugo.toml': 'baseURL = "https://example.org/sub/"\ntheme = "mainroad"',
  'static/images/s.jpg': '-',
  'content/posts/pic.jpg': '-',
  'content/posts/flat.md': '---\ntitle: t\n---\n',
  'content/posts/leaf/index.md': '---\ntitle: t\n---\n',
  'content/posts/leaf/Pic4.JPG': '-',
  'content/posts/leaf/a b.jpg': '-',
  'content/posts/leaf/图片/甲.jpg': '-',
};

describe('A picture’s address', () => {
  const on = async (article: string, src: string, site: Site = SITE): Promise<string> => {
    const { facts, around } = await standIn(site, article, site[article] ?? '');
    assert.ok(facts.made && facts.site);
    const origin = originOf(facts.made, facts.site, facts.hugo);
    const files = { read: () => Promise.resolve(undefined), list: () => Promise.resolve(undefined) };
    const target = await resolveImage(src, { root: '/site', files, site: { origin, around } });
    if (target.kind === 'file') return target.path.slice('/site/'.length);
    return target.kind === 'missing' ? target.reason.code.replace(/^preview\.image-/, '') : target.url;
  };
  const flat = 'content/posts/flat.md';
  const leaf = 'content/posts/leaf/index.md';

  it('counts from the address of the page, not from the file', async () => {
    assert.equal(await on(flat, 'pic.jpg'), 'target.beside');
    assert.equal(await on(flat, '../pic.jpg'), 'content/posts/pic.jpg');
    assert.equal(await on(flat, '../../images/s.jpg'), 'static/images/s.jpg');
  });
  it('with a slash starts at the host, below the path of the site', async () => {
    assert.equal(await on(flat, '/images/s.jpg'), 'target.base');
    assert.equal(await on(flat, '/sub/images/s.jpg'), 'static/images/s.jpg');
  });
  it('finds what lies in the bundle, by exact names', async () => {
    assert.equal(await on(leaf, 'a%20b.jpg'), 'content/posts/leaf/a b.jpg');
    assert.equal(await on(leaf, '%E5%9B%BE%E7%89%87/%E7%94%B2.jpg'), 'content/posts/leaf/图片/甲.jpg');
    assert.equal(await on(leaf, 'pic4.jpg'), 'target.case');
  });
  it('leaves the site by no trick', async () => {
    assert.equal(await on(leaf, '../../../../../etc/passwd'), 'unknown');
    assert.equal(await on(leaf, '..%2f..%2f..%2fhugo.toml'), 'unknown');
    assert.match(await on(leaf, '..\\\\..\\\\..\\\\hugo.toml'), /^target/);
    assert.equal(await on(leaf, 'file:///etc/passwd'), 'target.disk');
    assert.equal(await on(leaf, 'javascript:alert(1)'), 'scheme');
    assert.equal(await on(leaf, 'https://file+.vscode-resource.vscode-cdn.net/etc/passwd'), 'scheme');
    assert.match(await on(leaf, 'flat.md'), /^target/);
  });
  it('with the site’s own host is a file of the site', async () => {
    assert.equal(await on(leaf, 'https://example.org/sub/images/s.jpg'), 'static/images/s.jpg');
    assert.equal(await on(leaf, 'https://example.org/sub/images/none.jpg'), 'target.nothing');
  });
  it('of a page shows nothing', async () => {
    assert.equal(await on(leaf, '/sub/posts/flat/'), 'failed');
  });
  it('is not told to lead nowhere where a part of the site is not there, or a template decides', async () => {
    const part = { ...SITE, 'hugo.toml': 'baseURL = "/sub/"\ntheme = "other"' };
    assert.equal(await on(flat, '/sub/images/none.jpg', part), 'unknown');
    assert.equal(await on(flat, '/sub/images/s.jpg', part), 'static/images/s.jpg');
    assert.equal(await on(flat, '/sub/img/avatar.png'), 'unknown');
  });
  it('is looked for in the bundle by Hugo’s own hook where that is on', async () => {
    const hook = '[markup.goldmark.renderHooks.image]\nuseEmbedded = "always"';
    const site = { ...SITE, 'hugo.toml': `${SITE['hugo.toml']}\n${hook}` };
    assert.equal(await on(leaf, 'pic4.jpg', site), 'content/posts/leaf/Pic4.JPG');
  });
  it('of the web is asked for as browsers do', async () => {
    assert.equal(await on(leaf, 'http://h.example/a.png'), 'https://h.example/a.png');
    assert.equal(await on(leaf, '//h.example/a.png'), 'https://h.example/a.png');
  });
});
