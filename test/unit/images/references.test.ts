import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { references } from '../../../src/core/images/references.ts';
import { facts } from '../support/markers.ts';

const unsafe = {
  ...facts,
  site: facts.site && {
    ...facts.site,
    config: { ...facts.site.config, markup: { goldmark: { renderer: { unsafe: true } } } },
  },
};

/** `kind form url|text of the range`, `!` where the text is not the address. */
function found(text: string, given = facts): string[] {
  return references(parseArticle(text), given).map(({ kind, form, url, range, isVerbatim }) => {
    const source = text.slice(range.start, range.end);
    assert.equal(isVerbatim && source !== url, false);
    return `${kind} ${form} ${url}${isVerbatim ? '' : `|${source}`}`;
  });
}

describe('References of an article', () => {
  it('are images of the front matter in all its formats', () => {
    assert.deepEqual(
      found(
        `---\nthumbnail: "https://a.cn/1.jpg"\nimages: [b.jpg, 'c.jpg']\nresources:\n- src: "*.png"\n---\n`,
      ),
      [
        'image thumbnail https://a.cn/1.jpg',
        'image images b.jpg',
        'image images c.jpg',
        'image resource *.png',
      ],
    );
    assert.deepEqual(found('+++\n[thumbnail]\nsrc = "https://a.cn/1.jpg"\n+++\n'), [
      'image thumbnail https://a.cn/1.jpg',
    ]);
    assert.deepEqual(found('{"thumbnail": "https:\\/\\/a.cn/1.jpg"}\n'), [
      'image thumbnail https://a.cn/1.jpg|"https:\\/\\/a.cn/1.jpg"',
    ]);
  });

  it('are not there where the value is no text', () => {
    assert.deepEqual(found('---\nthumbnail: [a]\nimages: b.jpg\nresources: c\n---\n'), []);
  });

  it('are images and links of Markdown, wherever they stand', () => {
    assert.deepEqual(
      found('![甲](a.jpg "题")[乙](<b c> )\n\n> - [丙 ![丁](d.jpg)](e)\n\n| a |\n|---|\n| ![](f) |\n'),
      [
        'image markdown a.jpg',
        'link markdown b c',
        'image markdown d.jpg',
        'link markdown e',
        'image markdown f',
      ],
    );
  });

  it('have their escapes and references resolved', () => {
    assert.deepEqual(found('![](a\\_b.jpg?x=1&amp;y=2)'), [
      'image markdown a_b.jpg?x=1&y=2|a\\_b.jpg?x=1&amp;y=2',
    ]);
  });

  it('take the place of the definition for its label', () => {
    assert.deepEqual(found('![甲][x] [x] a.jpg\n\n[x]: <a.jpg> "t"\n'), [
      'image definition a.jpg',
      'link definition a.jpg',
    ]);
  });

  it('are plain addresses, and not mail', () => {
    assert.deepEqual(found('<https://a.cn/x> www.b.cn a@b.cn'), [
      'link autolink https://a.cn/x|https://a.cn/x',
      'link autolink https://www.b.cn|www.b.cn',
    ]);
  });

  it('are what figure shows and links to', () => {
    assert.deepEqual(found('图 {{< figure src="a.jpg" link=b alt="甲" >}} {{</* figure src="c" */>}}'), [
      'image shortcode a.jpg',
      'link shortcode b',
    ]);
  });

  it('are in raw HTML only where the site prints it', () => {
    const html =
      '<img src="a.jpg" srcset="b.jpg 1x, c.jpg 2x,d.jpg"> <a href=e>x</a>\n\n<div>\n<!-- <img src=no> -->\n' +
      '<picture><source srcset=" f&amp;g "></picture>\n<img\nalt="src=\'no\'" SRC=\'h\'></div>\n';
    assert.deepEqual(found(html), []);
    assert.deepEqual(found(html, unsafe), [
      'image html a.jpg',
      'image html b.jpg',
      'image html c.jpg',
      'image html d.jpg',
      'link html e',
      'image html f&g|f&amp;g',
      'image html h',
    ]);
  });

  it('are not in code, comments or broken HTML', () => {
    assert.deepEqual(found('`![](a)`\n\n```\n![](b)\n```\n\n<!-- ![](c) -->\n\n<img src="d', unsafe), []);
  });

  it('keep the alternative text', () => {
    const all = references(parseArticle('![甲 *乙*](a) ![](b) [c](d)'), facts);
    assert.deepEqual(
      all.map(({ alt }) => alt),
      ['甲 *乙*', '', undefined],
    );
  });
});
