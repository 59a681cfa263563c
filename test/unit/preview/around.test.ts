import assert from 'node:assert/strict';
import { pageHtml, parts, sitePage } from './site.ts';

const article = (title: string, date: string, more = ''): string =>
  `---\ntitle: "${title}"\ndate: ${date}\n${more}\n---\n正文。\n`;

const SITE = {
  'hugo.toml': 'baseURL = "/"\ndefaultContentLanguage = "zh-cn"\n[params]\npager = true\n',
  'content/post/a.md': article('甲', '2025-01-01', 'tags: [b, 乙, a]\ncategories: [新闻]'),
  'content/post/b.md': article('乙', '2025-01-02', 'tags: [A]'),
  'content/post/c.md': article('丙', '2025-01-03'),
  'content/post/draft.md': article('草稿', '2025-01-04', 'draft: true\ntags: [草]'),
  'content/post/future.md': article('将来', '2030-01-04'),
  'content/news/n.md': article('别处', '2025-01-02'),
};

const around = async (texts: Readonly<Record<string, string>>, path: string, version?: string) =>
  (await sitePage(texts, path, version)).around;

describe('what the site puts around an article', () => {
  it('has the older article on the left, the newer one on the right, drafts and the future left out', async () => {
    const { previous, next } = await around(SITE, 'content/post/b.md');
    assert.deepEqual([previous?.title, next?.title], ['甲', '丙']);
    const first = await around(SITE, 'content/post/c.md');
    assert.deepEqual([first.previous?.title, first.next], ['乙', undefined]);
    const html = pageHtml(await sitePage(SITE, 'content/post/b.md'));
    assert.match(html, /href="\/post\/a\/" rel="prev"><span class="pager__subtitle">«\u2009上一篇/);
    assert.match(html, /href="\/post\/c\/" rel="next"><span class="pager__subtitle">下一篇\u2009»/);
  });

  it('takes another date of an article that has none, and leaves out what has expired', async () => {
    const texts = {
      ...SITE,
      'content/post/a.md': '---\ntitle: 甲\nlastmod: 2025-06-01\n---\n',
      'content/post/b.md': article('乙', '2025-01-02', 'expiryDate: 2025-02-01'),
    };
    const { recent } = await around(texts, 'content/post/c.md');
    assert.deepEqual(
      recent.map(({ title }) => title),
      ['甲', '丙'],
    );
  });

  it('shows a draft where it will be', async () => {
    const { previous, recent } = await around(SITE, 'content/post/draft.md');
    assert.equal(previous?.title, '丙');
    assert.equal(recent[0]?.title, '草稿');
  });

  it('lists the newest of the largest section, or of those that are named', async () => {
    const titles = async (toml: string): Promise<string[]> =>
      (await around({ ...SITE, 'hugo.toml': toml }, 'content/post/a.md')).recent.map(({ title }) => title);
    assert.deepEqual(await titles('[params.widgets]\nrecent_num = 2\n'), ['丙', '乙']);
    assert.deepEqual(await titles('[params]\nmainSections = ["news"]\n'), ['别处']);
  });

  it('takes weights before dates, and titles after them', async () => {
    const day = '2025-01-01';
    const texts = {
      'hugo.toml': 'defaultContentLanguage = "zh-cn"\n',
      'content/post/1.md': article('重庆', day),
      'content/post/2.md': article('安徽', day),
      'content/post/3.md': article('Zebra', day),
      'content/post/4.md': article('12', day),
      'content/post/5.md': article('“引号”', day),
      'content/post/6.md': article('重的', '2020-01-01', 'weight: 2'),
      'content/post/7.md': article('新的', '2025-06-01'),
    };
    const { recent } = await around(texts, 'content/post/1.md');
    assert.deepEqual(
      recent.map(({ title }) => title),
      ['重的', '新的', '“引号”', '12', 'Zebra', '安徽', '重庆'],
    );
  });

  it('counts terms that Hugo writes alike as one, in the order of their keys', async () => {
    const { terms, categories } = await around(SITE, 'content/post/a.md');
    assert.deepEqual(terms['tags'], [
      { title: 'A', url: '/tags/a/', count: 2 },
      { title: 'B', url: '/tags/b/', count: 1 },
      { title: '乙', url: '/tags/%E4%B9%99/', count: 1 },
    ]);
    assert.deepEqual(
      categories.map(term => term?.title),
      ['新闻'],
    );
  });

  it('titles terms as AP style has it from 0.123 on, and as their own page says', async () => {
    const texts = {
      'hugo.toml': 'baseURL = "/"\n',
      'content/post/a.md': article('x', '2025-01-01', 'tags: [state of the art, a/b, qq]'),
      'content/tags/qq/_index.md': '---\ntitle: 企鹅\n---\n',
    };
    const titles = async (version: string): Promise<(string | undefined)[]> =>
      ((await around(texts, 'content/post/a.md', version)).terms['tags'] ?? []).map(({ title }) => title);
    assert.deepEqual(await titles('0.131.0'), ['A/B', '企鹅', 'State of the Art']);
    assert.deepEqual(await titles('0.111.3'), ['a/b', '企鹅', 'state of the art']);
  });

  it('keeps the case of terms in addresses where the site keeps that of paths', async () => {
    const texts = {
      'hugo.toml': 'baseURL = "/"\ndisablePathToLower = true\n',
      'content/post/a.md': article('x', '2025-01-01', 'tags: [World News, Go & Co]'),
    };
    const urls = (await around(texts, 'content/post/a.md', '0.169.0')).terms['tags']?.map(({ url }) => url);
    assert.deepEqual(urls, ['/tags/Go-Co/', '/tags/World-News/']);
  });

  it('has the menus of the configuration, of sections and of articles, children left out', async () => {
    const texts = {
      'hugo.toml':
        'baseURL = "https://ex.org/blog/"\nsectionPagesMenu = "main"\n' +
        '[[menus.main]]\nname = "首页"\nurl = "/"\nweight = 1\n' +
        '[[menus.main]]\nname = "关于"\npageRef = "/about"\nweight = 3\nidentifier = "about"\n' +
        '[[menus.main]]\nname = "里层"\nurl = "x/"\nparent = "about"\n' +
        '[[menus.footer]]\nname = "外"\nurl = "https://ex.com/"\n',
      'content/about.md': article('关于我们', '2020-01-01'),
      'content/post/a.md': article('x', '2025-01-01', 'menu:\n  main:\n    name: 本文\n    weight: 2'),
    };
    const { menus } = await around(texts, 'content/post/a.md');
    assert.deepEqual(menus['main'], [
      { name: '首页', url: '/blog/', isCurrent: false },
      { name: '本文', url: '/blog/post/a/', isCurrent: true },
      { name: '关于', url: '/blog/about/', isCurrent: false },
      { name: 'Posts', url: '/blog/post/', isCurrent: true },
    ]);
    assert.deepEqual(menus['footer'], [{ name: '外', url: 'https://ex.com/', isCurrent: false }]);
  });

  it('ends where entries of a menu are parents of each other', async () => {
    const toml =
      '[[menus.main]]\nname = "a"\nparent = "b"\n[[menus.main]]\nname = "b"\nparent = "a"\n[[menus.main]]\nname = "c"\n';
    const { menus } = await around({ ...SITE, 'hugo.toml': toml }, 'content/post/a.md');
    assert.deepEqual(
      menus['main']?.map(({ name }) => name),
      ['c'],
    );
  });

  it('links the other languages of an article', async () => {
    const texts = {
      'hugo.toml':
        'baseURL = "/"\ndefaultContentLanguage = "zh-cn"\n[languages.zh-cn]\nweight = 1\n[languages.en]\nweight = 2\nlanguageName = "the English"\n[params]\npost_meta = ["translations"]\n',
      'content/post/a.md': article('甲', '2025-01-01', 'sidebar: right\nwidgets: [languages]'),
      'content/post/a.en.md': article('A', '2025-01-01'),
      'content/post/b.en.md': article('B', '2025-01-01'),
    };
    const html = pageHtml(await sitePage(texts, 'content/post/a.md'));
    assert.match(html, /翻译:<a class="meta__link" href="\/en\/post\/a\/">EN<\/a>/);
    assert.deepEqual(parts(html, /widget__link-text">([^<]*)</g), ['The english']);
    assert.deepEqual((await around(texts, 'content/post/a.md')).recent.length, 1);
  });
});
