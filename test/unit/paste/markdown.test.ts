import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownOf } from '../../../src/core/paste/markdown.ts';
import { bodyProblems, wordsOfHtml, wordsOfMarkdown } from '../support/paste.ts';

const FOLDER = path.resolve('test/fixtures/paste');
const NAMES = readdirSync(FOLDER).flatMap(name => (name.endsWith('.html') ? [name.slice(0, -5)] : []));
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

describe('Markdown of pasted HTML', () => {
  for (const name of NAMES) {
    it(`is clean for ${name}`, () => {
      const markdown = markdownOf(read(`${name}.html`));
      assert.equal(markdown, read(`${name}.md`));
      assert.deepEqual(bodyProblems(markdown), []);
      assert.equal(wordsOfMarkdown(markdown), wordsOfHtml(read(`${name}.html`)));
    });
  }

  const cases: readonly (readonly [what: string, html: string, markdown: string | undefined])[] = [
    ['nothing of nothing', '<p>&nbsp;</p>', undefined],
    ['headings that start lower as they are', '<h3>三</h3><h4>四</h4>', '### 三\n\n#### 四\n'],
    ['bold before a colon', '<p><b>时间：</b>九点</p>', '**时间**：九点\n'],
    [
      'bold around a link inside the link',
      '<b><a href="https://a.cn">看</a></b>吧',
      '[**看**](https://a.cn)吧\n',
    ],
    ['no bold of code', '<b>用<code>x</code></b>吧', '**用**`x`吧\n'],
    ['no marks in each other', '<b>粗<i>斜</i></b>', '**粗斜**\n'],
    ['lines as paragraphs', '<p>甲<br>乙<br><br>丙</p>', '甲\n\n乙\n\n丙\n'],
    ['numbers at the start as text', '<p>2025. 年</p><p>1) 一</p>', '2025\\. 年\n\n1\\) 一\n'],
    ['underlines as text', '<p>题<br>---<br>===</p>', '题\n\n\\---\n\n\\===\n'],
    [
      'tables of one column as paragraphs',
      '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>',
      '甲\n\n乙\n',
    ],
    [
      'films as links',
      '<iframe data-src="https://v.qq.com/x?vid=1"></iframe>',
      '<https://v.qq.com/x?vid=1>\n',
    ],
    ['addresses that end where words begin', '见https://a.cn/b。后面', '见<https://a.cn/b>。后面\n'],
    ['no pictures of a disk', '<p>甲<img src="file:///C:/a.png"></p>', '甲\n'],
    ['broken shortcodes as text', '<pre>{{&lt; x</pre>', '```\n{ {< x\n```\n'],
    ['ampersands as they are, but for references', '<p>AT&amp;T &amp;amp;</p>', 'AT&T \\&amp;\n'],
    ['definitions as text', '<p>甲</p><p>: 乙</p>', '甲\n\n\\: 乙\n'],
  ];
  for (const [what, html, markdown] of cases) {
    it(`has ${what}`, () => {
      assert.equal(markdownOf(html), markdown);
      if (markdown !== undefined) assert.deepEqual(bodyProblems(markdown), []);
    });
  }

  it('is not made of HTML that is deeper than anybody writes', () => {
    assert.equal(markdownOf(`${'<div>'.repeat(50_000)}x`), undefined);
  });
});
