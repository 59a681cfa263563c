import assert from 'node:assert/strict';
import { check } from '../../../src/core/check/check.ts';
import { standIn } from '../support/small-site.ts';

const page = (body = ''): string => `---\ntitle: 题\ndate: 2025-01-01\n---\n${body}`;
const SITE = {
  'hugo.toml': 'theme = "mainroad"\n',
  'content/post/b.md': page('## 开门的时间\n\n## `Code` 一\n'),
  'content/post/open.md': page('{{< own >}}\n\n## 甲\n'),
  'layouts/shortcodes/own.html': '',
};

/** What is said of anchors in a body, and the body after its fixes. */
async function told(body: string): Promise<readonly string[]> {
  const { article, facts } = await standIn(SITE, 'content/post/a.md', page(body));
  return check(article, facts)
    .filter(({ rule }) => rule === 'anchor-missing')
    .map(({ range, fixes }) => {
      const [edit] = fixes[0]?.edits ?? [];
      return `${article.text.slice(range.start, range.end)} → ${edit?.newText ?? ''}`;
    });
}

describe('links to anchors of other pages', () => {
  it('are right where the page has the anchor, by its text or by what older versions make of it', async () => {
    assert.deepEqual(await told('[x](/post/b/#开门的时间) [x]({{< ref "b#code-一" >}}) [x](../b/#top)'), []);
  });
  it('are told where it has not, with the nearest one', async () => {
    assert.deepEqual(await told('[x](/post/b/#开门时间吗) [x](/post/b/#开门的-时间)'), [
      '#开门时间吗 → ',
      '#开门的-时间 → #开门的时间',
    ]);
  });
  it('are told in ref and relref', async () => {
    assert.deepEqual(await told('[x]({{< relref "b.md#开门的-时间" >}})'), ['#开门的-时间 → #开门的时间']);
  });
  it('are left alone where a shortcode of the site may print anchors, or a template has plain ones', async () => {
    assert.deepEqual(await told('[x](/post/open/#乙) [x](/post/b/#comments)'), []);
  });
});
