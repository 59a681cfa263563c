import assert from 'node:assert/strict';
import { resolveImage } from '../../../src/core/preview/image.ts';
import { pageOf } from '../../../src/core/hugo/page.ts';
import { readConfig } from '../../../src/core/hugo/config.ts';
import type { Files } from '../../../src/core/ports.ts';

/** Files by path, each with some text. */
const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  read: path =>
    Promise.resolve(texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
  list(path) {
    const below = Object.keys(texts).filter(name => name.startsWith(`${path}/`));
    if (below.length === 0) return Promise.resolve(undefined);
    const names = below.map(name => name.slice(path.length + 1).split('/'));
    return Promise.resolve(
      [...new Set(names.map(([name = '']) => name))].map(name => ({
        name,
        isFolder: names.some(parts => parts[0] === name && parts.length > 1),
      })),
    );
  },
});
const files = filesOf({
  '/s/hugo.toml': 'baseURL = "https://example.org/sub/"',
  '/s/static/images/s.jpg': '-',
  '/s/content/posts/pic.jpg': '-',
  '/s/content/posts/flat.md': '-',
  '/s/content/posts/leaf/index.md': '-',
  '/s/content/posts/leaf/Pic4.JPG': '-',
  '/s/content/posts/leaf/a b.jpg': '-',
  '/s/content/posts/leaf/图片/甲.jpg': '-',
});

describe('A picture’s address', () => {
  const on = async (article: string, src: string): Promise<string> => {
    const { config } = await readConfig('/s', files);
    const made = pageOf(article, { title: 't' }, config);
    assert.ok('page' in made);
    const target = await resolveImage(src, { root: '/s', files, site: { page: made.page, config } });
    if (target.kind === 'file') return target.path.slice(3);
    return target.kind === 'missing' ? target.reason.code.slice('preview.image-'.length) : target.url;
  };
  const flat = 'content/posts/flat.md';
  const leaf = 'content/posts/leaf/index.md';

  it('counts from the address of the page, not from the file', async () => {
    assert.equal(await on(flat, 'pic.jpg'), 'not-published');
    assert.equal(await on(flat, '../pic.jpg'), 'content/posts/pic.jpg');
    assert.equal(await on(flat, '../../images/s.jpg'), 'static/images/s.jpg');
  });
  it('with a slash starts at the host, below the path of the site', async () => {
    assert.equal(await on(flat, '/images/s.jpg'), 'outside');
    assert.equal(await on(flat, '/sub/images/s.jpg'), 'static/images/s.jpg');
  });
  it('finds what lies in the bundle, by exact names', async () => {
    assert.equal(await on(leaf, 'a%20b.jpg'), 'content/posts/leaf/a b.jpg');
    assert.equal(await on(leaf, '%E5%9B%BE%E7%89%87/%E7%94%B2.jpg'), 'content/posts/leaf/图片/甲.jpg');
    assert.equal(await on(leaf, 'pic4.jpg'), 'not-published');
  });
  it('leaves the site by no trick', async () => {
    assert.equal(await on(leaf, '../../../../../etc/passwd'), 'outside');
    assert.equal(await on(leaf, '..%2f..%2f..%2fhugo.toml'), 'escape');
    assert.equal(await on(leaf, 'file:///etc/passwd'), 'scheme');
    assert.equal(await on(leaf, 'https://file+.vscode-resource.vscode-cdn.net/etc/passwd'), 'scheme');
    assert.equal(await on(leaf, 'flat.md'), 'not-published');
  });
  it('of the web is asked for as browsers do', async () => {
    assert.equal(await on(leaf, 'http://h.example/a.png'), 'https://h.example/a.png');
    assert.equal(await on(leaf, '//h.example/a.png'), 'https://h.example/a.png');
  });
});
