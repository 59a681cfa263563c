import assert from 'node:assert/strict';
import { cardHtml, pageHtml, pageInput, sitePage } from './site.ts';

const A = 'content/post/a.md';
const ARTICLE = '---\ntitle: 题 <b>\ndate: 2025-02-08\ntags: [甲]\nseries: [连载]\n---\n正文。\n';

describe('pages without Mainroad', () => {
  it('are quiet where the theme is another one', async () => {
    const texts = {
      'hugo.toml': 'theme = "other"\n[taxonomies]\ntag = "tags"\nserie = "series"\n',
      [A]: ARTICLE,
    };
    const input = await sitePage(texts, A);
    assert.equal(
      pageHtml(input),
      '<div class="galley-page galley-neutral" lang="en"><main><article><header>' +
        '<h1 data-galley-key="title">题 &lt;b&gt;</h1>' +
        '<p class="galley-date"><time datetime="2025-02-08T00:00:00Z" data-galley-key="date">February 8, 2025</time></p>' +
        '</header><div class="galley-content" data-galley-content></div><footer>' +
        '<ul class="galley-terms"><li data-galley-key="tags" data-galley-item="0">甲</li></ul>' +
        '<ul class="galley-terms"><li data-galley-key="series" data-galley-item="0">连载</li></ul>' +
        '</footer></article></main></div>',
    );
    assert.match(
      cardHtml(input),
      /<h2 data-galley-key="title">题 &lt;b&gt;<\/h2>.*<div class="galley-content">正文。/s,
    );
  });

  it('have a title and the body outside of sites and for files that are no pages', async () => {
    const input = await pageInput(
      { 'hugo.toml': '', 'notes/a.md': '---\nTitle: 题\n---\n正文。\n' },
      'notes/a.md',
    );
    assert.equal(
      pageHtml(input),
      '<div class="galley-page galley-plain"><main><article><h1 data-galley-key="title">题</h1>' +
        '<div class="galley-content" data-galley-content></div></article></main></div>',
    );
    assert.equal(
      pageHtml({ look: 'plain', frontMatter: {} }),
      '<div class="galley-page galley-plain"><main><article>' +
        '<div class="galley-content" data-galley-content></div></article></main></div>',
    );
  });

  it('are made of data that can be sent elsewhere', async () => {
    const input = await pageInput({ 'hugo.toml': 'baseURL = "/"\n', [A]: ARTICLE }, A);
    assert.equal(pageHtml(structuredClone(input)), pageHtml(input));
  });
});
