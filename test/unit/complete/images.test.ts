import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { imagePaths } from '../../../src/core/complete/image-paths.ts';
import { imageSlotAt } from '../../../src/core/complete/image-slot.ts';
import { originOf } from '../../../src/core/targets/resolve.ts';
import { standIn } from '../support/small-site.ts';
import type { Site } from '../support/small-site.ts';

const FILES: Site = {
  'static/img/bus.png': '',
  'static/img/封面 1.jpg': '',
  'static/notes.txt': '',
  'assets/raw.jpg': '',
  'themes/mainroad/static/img/placeholder.png': '',
  'content/post/flat.md': '',
  'content/post/beside.jpg': '',
  'content/post/bundle/index.md': '',
  'content/post/bundle/stalls.jpg': '',
  'content/post/bundle/more/deep.png': '',
};
const root: Site = { ...FILES, 'hugo.toml': 'baseURL = "https://example.org/"\ntheme = "mainroad"\n' };
const sub: Site = { ...FILES, 'hugo.toml': 'baseURL = "https://example.org/sub/"\ntheme = "mainroad"\n' };

/** What is offered where `|` stands, as it is written. */
async function offered(site: Site, path: string, marked: string): Promise<string[]> {
  const offset = marked.indexOf('|');
  const { article, facts, around } = await standIn(site, path, marked.replace('|', ''), '0.131.0');
  const slot = imageSlotAt(article, offset);
  assert.ok(slot, 'there is a place for an image');
  assert.ok(facts.made && facts.site);
  const found = await imagePaths(slot, originOf(facts.made, facts.site, facts.hugo), around);
  return found.paths.map(({ address }) => slot.write(address));
}

const page = (body: string, front = ''): string =>
  `---\ntitle: 题\ndate: 2025-01-01\n${front}---\n\n${body}\n`;

describe('completion of image paths', () => {
  it('offers files of static from the root of the site', async () => {
    assert.deepEqual(await offered(root, 'content/post/flat.md', page('![](|)')), [
      '/img/bus.png',
      '/img/封面%201.jpg',
      '/img/placeholder.png',
    ]);
  });

  it('offers files of a bundle first, by their names', async () => {
    const found = await offered(root, 'content/post/bundle/index.md', page('![](|)'));
    assert.deepEqual(found.slice(0, 3), ['more/deep.png', 'stalls.jpg', '/img/bus.png']);
  });

  it('gives files of a bundle their whole address as thumbnails, which Mainroad does not look for beside the page', async () => {
    const found = await offered(root, 'content/post/bundle/index.md', page('', 'thumbnail: "|"\n'));
    assert.deepEqual(found.slice(0, 3), [
      '/post/bundle/more/deep.png',
      '/post/bundle/stalls.jpg',
      '/img/bus.png',
    ]);
  });

  it('writes thumbnails without a leading slash on a site below a path, and relative paths in the body', async () => {
    const path = 'content/post/flat.md';
    assert.equal((await offered(sub, path, page('', 'thumbnail: |\n')))[0], '"img/bus.png"');
    assert.equal((await offered(sub, path, page('![](|)')))[0], '../../img/bus.png');
  });

  it('knows the places where an address of an image is written', () => {
    const places: [string, string | undefined][] = [
      [page('![图](/im|'), '/im'],
      [page('![图](</im|g/a.png>)'), '/im'],
      [page('<img alt="a" src="/im|">'), '/im'],
      [page('{{< figure src="/im|" >}}'), '/im'],
      [page('', 'thumbnail:\n  src: "im|"\n'), 'im'],
      [page('', 'images: ["im|"]\n'), 'im'],
      [page('[链接](/im|'), undefined],
      [page('正文|'), undefined],
      [page('', 'title: "|"\n'), undefined],
    ];
    for (const [marked, typed] of places) {
      const slot = imageSlotAt(parseArticle(marked.replace('|', '')), marked.indexOf('|'));
      assert.equal(slot?.typed, typed, marked);
    }
  });

  it('replaces the whole address around the cursor', () => {
    const marked = page('![图](/img/|old.png "题")');
    const text = marked.replace('|', '');
    const slot = imageSlotAt(parseArticle(text), marked.indexOf('|'));
    assert.equal(slot && text.slice(slot.token.start, slot.token.end), '/img/old.png');
  });
});
