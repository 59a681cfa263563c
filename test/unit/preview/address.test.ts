import assert from 'node:assert/strict';
import { pageHtml, sitePage } from './site.ts';

/** Run on Hugo 0.131 with the theme. */
const thumbnails: readonly (readonly [written: string, atRoot: string, belowBlog: string])[] = [
  ['img/a.png', '/img/a.png', '/blog/img/a.png'],
  ['/img/a.png', '/img/a.png', '/img/a.png'],
  ['https://ex.org/i.png', 'https://ex.org/i.png', 'https://ex.org/i.png'],
  ['//cdn.ex.org/i.png', '//cdn.ex.org/i.png', '//cdn.ex.org/i.png'],
  ['../img/a.png', '/img/a.png', '/img/a.png'],
  ['./cover.png', '/cover.png', '/blog/cover.png'],
  ['a b.png', '/a%20b.png', '/blog/a%20b.png'],
  ['/图.png', '/%e5%9b%be.png', '/%e5%9b%be.png'],
  ['a\\b.png', '/a%5cb.png', '/blog/a%5cb.png'],
  ["it's(1).png", '/it%27s%281%29.png', '/blog/it%27s%281%29.png'],
  ['a%20b.png', '/a%20b.png', '/blog/a%20b.png'],
  ['a%zz.png', 'a%25zz.png', 'a%25zz.png'],
  ['javascript:alert(1)', '#ZgotmplZ', '#ZgotmplZ'],
  ['data:image/png;base64,xx', '#ZgotmplZ', '#ZgotmplZ'],
  [' https://ex.org/x', '#ZgotmplZ', '#ZgotmplZ'],
  ['x?y=a:b&c=d', '/x?y=a:b&amp;c=d', '/blog/x?y=a:b&amp;c=d'],
];

async function source(written: string, baseURL: string, version?: string): Promise<string | undefined> {
  const article = `---\ntitle: x\nthumbnail: ${JSON.stringify(written)}\n---\n`;
  const texts = { 'hugo.toml': `baseURL = "${baseURL}"\n`, 'content/post/a.md': article };
  const html = pageHtml(await sitePage(texts, 'content/post/a.md', version));
  return /thumbnail__image" src="([^"]*)"/.exec(html)?.[1];
}

describe('the address of a thumbnail', () => {
  for (const [written, atRoot, belowBlog] of thumbnails) {
    it(`“${written}” is what Hugo makes of it`, async () => {
      assert.equal(await source(written, '/'), atRoot);
      assert.equal(await source(written, 'https://ex.org/blog/'), belowBlog);
    });
  }

  it('was put below the site whatever its scheme by old versions', async () => {
    assert.equal(await source('javascript:alert(1)', '/', '0.111.3'), '/javascript:alert%281%29');
  });
});
