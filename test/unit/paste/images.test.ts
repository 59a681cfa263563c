import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { digest } from '../../../src/core/paste/digest.ts';
import { chooseName, isImage } from '../../../src/core/paste/file-name.ts';
import { usedFolders } from '../../../src/core/paste/image-folders.ts';
import { asField, asSnippet, between, spotAt } from '../../../src/core/paste/insert.ts';

const image = (name: string, mime = 'image/png') => ({
  name,
  mime,
  digest: '0123456789abcdef',
  day: '2025-02-13',
});
const choose = (name: string, there: Record<string, string> = {}, mime?: string) =>
  chooseName(image(name, mime), wanted => Promise.resolve(there[wanted]));

describe('the file of a pasted image', () => {
  it('has the name it had', async () => {
    assert.deepEqual(await choose('我的 图.PNG'), { name: '我的 图.png', isThere: false });
  });
  it('has no characters that addresses or disks have a meaning for', async () => {
    assert.equal((await choose('../a#b?c%20 (1).jpeg')).name, 'a-b-c-20 (1).jpeg');
  });
  it('has the day and a hash where it had no name of its own', async () => {
    for (const name of ['image.png', 'Screenshot 1.png', '截图.png', '', '12.png'])
      assert.equal((await choose(name)).name, '2025-02-13-01234567.png', name);
    assert.equal((await choose('', {}, 'image/jpeg')).name, '2025-02-13-01234567.jpg');
  });
  it('is used again where it is there, and never written over another', async () => {
    const same = await choose('a.png', { 'a.png': '0123456789abcdef' });
    assert.deepEqual(same, { name: 'a.png', isThere: true });
    const other = await choose('a.png', { 'a.png': 'other' });
    assert.deepEqual(other, { name: 'a-01234567.png', isThere: false });
    const both = await choose('a.png', { 'a.png': 'x', 'a-01234567.png': 'y' });
    assert.deepEqual(both, { name: 'a-0123456789abcdef.png', isThere: false });
  });
  it('is told from other files by name or type', () => {
    assert.deepEqual(
      [isImage('a.WebP', ''), isImage('', 'image/png'), isImage('a.pdf', 'application/pdf')],
      [true, true, false],
    );
  });
  it('has a hash that differs where the bytes do', () => {
    const hashes = ['', 'a', 'b', 'ab', 'ba'].map(text => digest(new TextEncoder().encode(text)));
    assert.equal(new Set(hashes).size, 5);
    assert.match(hashes.join(''), /^[\da-f]{80}$/);
  });
});

describe('the folder of images', () => {
  it('is the one that articles use most', () => {
    const texts = [
      '![](/img/a.png) ![](/img/b.jpg)',
      'thumbnail: "uploads/2025/c.webp"\n![](https://e.org/x/d.png)',
    ];
    assert.deepEqual(usedFolders(texts, 'https://example.org/'), ['img', 'uploads/2025']);
  });
  it('is seen below the path of the site', () => {
    assert.deepEqual(
      usedFolders(['![](/blog/my%20img/a.png) ![](../../my%20img/b.png)'], 'https://e.org/blog/'),
      ['my img'],
    );
  });
});

describe('the place of what is pasted', () => {
  const article = parseArticle('---\nthumbnail: \n---\n甲\n\n```js\n乙\n```\n\n丙\n');
  const at = (text: string): string => spotAt(article, article.text.indexOf(text) + text.length);
  it('is a field, code or the body', () => {
    assert.deepEqual(['thumbnail: ', '甲', '乙', '丙'].map(at), ['field', 'body', 'code', 'body']);
  });
  it('keeps words in the line and blocks apart', () => {
    assert.equal(between('前', '**粗**\n', '后'), '**粗**');
    assert.equal(between('前', '甲\n\n乙\n', '后'), '\n\n甲\n\n乙\n\n');
    assert.equal(between('', '## 甲\n', ''), '## 甲');
    assert.equal(between('前', '- 甲\n', ' '), '\n\n- 甲');
  });
  it('gets quotes in fields that have none', () => {
    assert.equal(asField('img/a.png', 'thumbnail: '), '"img/a.png"');
    assert.equal(asField('img/a.png', 'thumbnail:'), ' "img/a.png"');
    assert.equal(asField('img/a.png', 'thumbnail: "'), 'img/a.png');
  });
  it('asks for the alternative text of each image', () => {
    assert.equal(asSnippet(['/a$.png', 'b.png']), '![$1](/a\\$.png)\n\n![$2](b.png)$0');
  });
});
