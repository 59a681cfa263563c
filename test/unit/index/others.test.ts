import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import { readPart } from '../../../src/core/hugo/config-read.ts';
import { factsOf } from '../../../src/core/index/article-facts.ts';
import { factsInSite } from '../../../src/core/index/others.ts';
import { SiteIndex } from '../../../src/core/index/site-index.ts';
import { SitePages } from '../../../src/core/index/site-pages.ts';

const { config } = configOf({
  environment: 'production',
  site: [readPart('hugo.toml', 'baseURL = "https://example.org/blog/"')],
  modules: [],
  missingModules: [],
  folders: ['content'],
});

function siteWith(articles: Readonly<Record<string, string>>) {
  const index = new SiteIndex();
  const pages = new SitePages(index, config, undefined);
  const write = (path: string, text: string) => {
    const article = parseArticle(`---\n${text}\n---\n`);
    index.set(path, factsOf(article.tree, { taxonomies: ['tags'] }));
    return factsInSite(path, article, { index, pages });
  };
  for (const [path, text] of Object.entries(articles)) write(path, text);
  return { index, pages, write };
}

describe('what other articles have in common with one', () => {
  it('is who publishes at the same address, by slug, url and alias', () => {
    const { write } = siteWith({
      'content/post/a.md': 'title: 甲',
      'content/post/b.md': 'title: 乙\nslug: a',
      'content/post/c.md': 'title: 丙\nurl: /post/a/',
      'content/post/d.md': 'title: 丁\naliases: [/post/a/]',
      'content/post/e.md': 'title: 戊',
    });
    const { made, others } = write('content/post/a.md', 'title: 甲');
    assert.equal(made?.relPermalink, '/blog/post/a/');
    assert.deepEqual(
      others.clashes?.map(({ path, isAlias, isOthersAlias }) => [path, isAlias, isOthersAlias]),
      [
        ['content/post/b.md', false, false],
        ['content/post/c.md', false, false],
        ['content/post/d.md', false, true],
      ],
    );
  });

  it('follows changes, and what is gone takes no address', () => {
    const { index, write } = siteWith({ 'content/post/a.md': 'title: 甲', 'content/post/b.md': 'slug: a' });
    const clashes = (): number | undefined => write('content/post/a.md', 'title: 甲').others.clashes?.length;
    assert.equal(clashes(), 1);
    write('content/post/b.md', 'slug: b');
    assert.equal(clashes(), 0);
    write('content/post/b.md', 'slug: a');
    index.delete('content/post/b.md');
    assert.equal(clashes(), 0);
  });

  it('knows addresses in Chinese', () => {
    const { write } = siteWith({ 'content/post/你好.md': 'title: 甲', 'content/post/b.md': 'slug: 你好' });
    assert.equal(write('content/post/你好.md', 'title: 甲').others.clashes?.length, 1);
  });

  it('takes what a list cascades into account, and notices when that changes', () => {
    const { pages, write } = siteWith({
      'content/news/_index.md': 'cascade:\n  url: /all/:slug/',
      'content/news/a.md': 'slug: a',
    });
    assert.deepEqual(pages.publishedAt('/all/a/'), ['content/news/a.md']);
    write('content/news/_index.md', 'title: x');
    assert.deepEqual(pages.publishedAt('/all/a/'), []);
    assert.deepEqual(pages.publishedAt('/news/a/'), ['content/news/a.md']);
  });

  it('has no address for what lies in a bundle, until the bundle is gone', () => {
    const { index, pages } = siteWith({
      'content/post/x/index.md': 'title: x',
      'content/post/x/note.md': 'title: n',
    });
    assert.deepEqual(pages.publishedAt('/post/x/note/'), []);
    index.delete('content/post/x/index.md');
    assert.deepEqual(pages.publishedAt('/post/x/note/'), ['content/post/x/note.md']);
  });

  it('is who has the same title', () => {
    const { write } = siteWith({
      'content/a.md': 'title: 甲',
      'content/b.md': 'title: 甲',
      'content/c.md': 'title: 乙',
    });
    assert.deepEqual(write('content/a.md', 'title: 甲').others.sameTitle, ['content/b.md']);
    assert.deepEqual(write('content/a.md', 'title: 丙').others.sameTitle, []);
  });

  it('is how a term is spelled elsewhere, the established spelling first', () => {
    const { index, write } = siteWith({
      'content/a.md': 'tags: [人工智能]',
      'content/b.md': 'tags: [人工智能]',
      'content/c.md': 'tags: [人工智慧]',
    });
    const spelled = write('content/d.md', 'tags: [人工 智能]').others.spellings['tags']?.['人工 智能'];
    assert.deepEqual(
      spelled?.map(({ term, count }) => [term, count]),
      [
        ['人工智能', 2],
        ['人工 智能', 1],
      ],
    );
    index.delete('content/a.md');
    index.delete('content/b.md');
    assert.deepEqual(
      index.spellings('tags', '人工智能').map(({ term }) => term),
      ['人工 智能'],
    );
  });
});
