import assert from 'node:assert/strict';
import { cardHtml, sitePage } from './site.ts';

const A = 'content/post/a.md';

interface Case {
  readonly body: string;
  readonly matter?: string;
  readonly toml?: string;
  readonly version?: string;
}

/** The summary, then whether there is more to read. */
async function summary({ body, matter = '', toml = '', version = '0.131.0' }: Case): Promise<string> {
  const texts = {
    'hugo.toml': `baseURL = "/"\nsummaryLength = 10\n${toml}\n[params]\nreadmore = true\n`,
    [A]: `---\ntitle: x\n${matter}\n---\n${body}`,
  };
  const html = cardHtml(await sitePage(texts, A, version));
  const text = /list__excerpt post__content clearfix"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? '';
  return text + (html.includes('list__footer-readmore') ? ' …' : '');
}

const TWO = 'A short line. It has two sentences!\n\nA short line. It has two sentences!\n';
const LONG = `${TWO}\nAnd a third paragraph.\n`;
const CHINESE = '重庆山火之后，城市的灯光重新亮起来。\n\n第二段。\n';

describe('the summary in lists', () => {
  it('is text up to the end of a sentence before 0.134, and whole paragraphs since', async () => {
    assert.equal(
      await summary({ body: LONG }),
      'A short line. It has two sentences!\nA short line. It has two sentences! …',
    );
    assert.equal(
      await summary({ body: LONG, version: '0.169.0' }),
      '<p>A short line. It has two sentences!</p><p>A short line. It has two sentences!</p> …',
    );
  });

  it('is all of a short article', async () => {
    assert.equal(await summary({ body: 'Short.\n' }), 'Short.');
    assert.equal(await summary({ body: 'Short.\n', version: '0.169.0' }), '<p>Short.</p>');
    assert.equal(await summary({ body: '' }), '');
  });

  it('counts Chinese characters only where the site says so', async () => {
    assert.equal(await summary({ body: CHINESE }), '重庆山火之后，城市的灯光重新亮起来。\n第二段。');
    const toml = 'hasCJKLanguage = true';
    assert.equal(await summary({ body: CHINESE, toml }), '重庆山火之后，城市的 …');
    assert.equal(
      await summary({ body: CHINESE, toml, version: '0.169.0' }),
      '<p>重庆山火之后，城市的灯光重新亮起来。</p> …',
    );
    assert.equal(await summary({ body: CHINESE, matter: 'isCJKLanguage: true' }), '重庆山火之后，城市的 …');
  });

  it('ends at the divider, whatever the front matter says', async () => {
    const body = '前面。\n\n<!--more-->\n\n后面。\n';
    assert.equal(await summary({ body, matter: 'summary: 摘要' }), '<p>前面。</p> …');
    assert.equal(await summary({ body: '前面。\n\n<!--more-->\n' }), '<p>前面。</p>');
  });

  it('takes the start of the paragraph in which the divider stands', async () => {
    const body = '第一段。\n\n前面。<!--more-->后面。\n';
    assert.equal(await summary({ body }), '<p>第一段。</p><p>前面。</p> …');
    assert.equal(await summary({ body, version: '0.169.0' }), '<p>第一段。</p><p>前面。</p> …');
  });

  it('is Markdown in the front matter, and leads there', async () => {
    const texts = { 'hugo.toml': '', [A]: '---\ntitle: x\nsummary: 一句**摘要**\n---\n正文。\n' };
    const html = cardHtml(await sitePage(texts, A));
    assert.match(html, /clearfix" data-galley-key="summary">一句<strong>摘要<\/strong><\/div>/);
  });
});
