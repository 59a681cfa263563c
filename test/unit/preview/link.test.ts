import assert from 'node:assert/strict';
import { resolveLink } from '../../../src/core/preview/link.ts';
import { originOf } from '../../../src/core/targets/resolve.ts';
import { standIn } from '../support/small-site.ts';

const page = (more = ''): string => `---\ntitle: t\ndate: 2025-01-01\n${more}---\n`;
const SITE = {
  'hugo.toml':
    'baseURL = "https://example.org/sub/"\ntheme = "mainroad"\n[permalinks]\nnews = "/:year/:slug/"',
  'static/files/a.pdf': '-',
  'content/posts/from.md': page(),
  'content/posts/other.md': page('tags: [go]\n'),
  'content/posts/draft.md': page('draft: true\n'),
  'content/news/slugged.md': page('slug: short-one\n'),
  'content/news/moved.md': page('url: /elsewhere/\naliases: [/old/]\n'),
};

describe('A link in the preview', () => {
  const to = async (href: string): Promise<string> => {
    const { facts, around } = await standIn(SITE, 'content/posts/from.md', page());
    assert.ok(facts.made && facts.site);
    const target = await resolveLink(href, { origin: originOf(facts.made, facts.site, facts.hugo), around });
    if (target.kind === 'nowhere') return target.reason.code;
    return target.kind === 'file' ? target.path : target.url;
  };

  it('leads to the source of an article, by its address, slug, permalink or alias', async () => {
    assert.equal(await to('../other/'), 'content/posts/other.md');
    assert.equal(await to('/sub/posts/other/#part'), 'content/posts/other.md');
    assert.equal(await to('/sub/2025/short-one/'), 'content/news/slugged.md');
    assert.equal(await to('https://example.org/sub/2025/short-one/'), 'content/news/slugged.md');
    assert.equal(await to('/sub/elsewhere/'), 'content/news/moved.md');
    assert.equal(await to('/sub/old/'), 'content/news/moved.md');
  });

  it('leads to the source of what is not published or wrongly addressed, too', async () => {
    assert.equal(await to('../draft/'), 'content/posts/draft.md');
    assert.equal(await to('other.md'), 'content/posts/other.md');
  });

  it('leads to files', async () => {
    assert.equal(await to('/sub/files/a.pdf'), 'static/files/a.pdf');
  });

  it('says why it leads nowhere', async () => {
    assert.equal(await to('/sub/posts/none/'), 'target.nothing');
    assert.equal(await to('/posts/other/'), 'content/posts/other.md');
    assert.equal(await to('/sub/tags/go/'), 'preview.link-made');
    assert.equal(await to('javascript:alert(1)'), 'preview.link-nowhere');
    assert.equal(await to('command:x'), 'preview.link-nowhere');
  });

  it('leads to the web by its own address', async () => {
    assert.equal(await to('//other.example/a'), 'https://other.example/a');
    assert.equal(await to('mailto:a@b.example'), 'mailto:a@b.example');
    const alone = await resolveLink('https://example.org/', undefined);
    assert.deepEqual(alone, { kind: 'web', url: 'https://example.org/' });
  });
});
