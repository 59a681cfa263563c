import assert from 'node:assert/strict';
import { cardHtml, pageHtml, parts, sitePage } from './site.ts';

const BODY = '第一段。\n\n## 小标题\n\n第二段。\n';
const article = (matter: string, body = BODY): string => `---\n${matter}\n---\n${body}`;
const A = 'content/post/a.md';

async function page(
  params: string,
  matter: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const toml = `baseURL = "/"\ntitle = "山城新闻"\ndefaultContentLanguage = "zh-cn"\n${params}`;
  return pageHtml(await sitePage({ 'hugo.toml': toml, [A]: article(matter), ...more }, A));
}

const META = '[params]\npost_meta = ["author", "date", "categories"]\n[author]\nname = "编辑部"\n';

describe('a page of Mainroad', () => {
  it('has one root, the slot for the body, and the language', async () => {
    const html = await page('', 'title: x');
    assert.match(
      html,
      /^<div class="galley-page body" lang="zh-cn"><div class="container container--outer">/,
    );
    assert.match(html, /<div class="content post__content clearfix" data-galley-content><\/div>/);
    assert.equal(parts(html, /data-galley-content/g).length, 1);
  });

  it('escapes whatever the article says', async () => {
    const evil = `<img src=x onerror=alert(1)> " ' &`;
    const quoted = JSON.stringify(evil);
    const html = await page(
      META,
      `title: ${quoted}\nlead: ${quoted}\ntags: [${quoted}]\ncategories: [${quoted}]\nthumbnail: ${quoted}\nwidgets: [${quoted}]\nsidebar: ${quoted}`,
    );
    assert.doesNotMatch(html, /<img src=x|onerror=alert\(1\)>(?!)| style="/);
    assert.match(html, /<h1[^>]*>&lt;img src=x onerror=alert\(1\)&gt; &#34; &#39; &amp;<\/h1>/);
  });

  it('leads from each part to where the article says it', async () => {
    const html = await page(
      `${META}[params.sidebar]\nwidgets = ["recent"]\n`,
      'title: 题\ndate: 2025-02-08\nlead: 导语\ncategories: [新闻, 生活]\ntags: [甲, 乙]\nthumbnail: a.png\ntoc: true\nsidebar: left\nwidgets: [search, recent]\nauthorbox: true',
    );
    assert.deepEqual(parts(html, /data-galley-key="[^"]*"(?: data-galley-item="\d+")?/g), [
      'data-galley-key="title"',
      'data-galley-key="lead"',
      'data-galley-key="date"',
      'data-galley-key="categories" data-galley-item="0"',
      'data-galley-key="categories" data-galley-item="1"',
      'data-galley-key="thumbnail"',
      'data-galley-key="toc"',
      'data-galley-key="tags" data-galley-item="0"',
      'data-galley-key="tags" data-galley-item="1"',
      'data-galley-key="authorbox"',
      'data-galley-key="sidebar"',
      'data-galley-key="widgets" data-galley-item="0"',
      'data-galley-key="widgets" data-galley-item="1"',
    ]);
  });

  it('does not say that the article set what the site did', async () => {
    const html = await page(
      '[params]\ntoc = true\n[params.sidebar]\nsingle = "right"\nwidgets = ["search"]\n',
      'title: x',
    );
    assert.match(html, /class="post__toc toc"><div class="toc__title">目录<\/div>/);
    assert.match(html, /<aside class="sidebar"><div class="widget-search widget">/);
  });

  it('puts the meta row in the order that is asked for, and leaves it out where nothing is', async () => {
    const matter = 'title: x\ndate: 2025-02-08\ncategories: [qq]';
    const classes = (html: string): string[] => parts(html, /meta__item-(\w+)/g);
    assert.deepEqual(classes(await page(META, matter)), ['author', 'datetime', 'categories']);
    assert.deepEqual(classes(await page(META, `${matter}\npost_meta: [date, author]`)), [
      'datetime',
      'author',
    ]);
    assert.doesNotMatch(await page('', matter), /meta/);
    assert.doesNotMatch(await page('[params]\npost_meta = ["date"]\n', 'title: x'), /meta/);
  });

  it('shows when the article was changed, and the name of a category as its page has it', async () => {
    const html = await page(
      META,
      'title: x\ndate: 2025-02-08\nlastmod: 2025-03-01\ncategories: [world news]',
    );
    assert.match(html, /<time[^>]*data-galley-key="date">February 08, 2025<\/time>/);
    assert.match(html, /data-galley-key="lastmod">\(最后修改: March 01, 2025\)<\/time>/);
    assert.match(html, /href="\/categories\/world-news\/" rel="category"[^>]*>World News<\/a>/);
  });

  it('has no words where the language has no file of them', async () => {
    const toml = 'defaultContentLanguage = "zh"\n[params]\ntoc = true\n';
    const html = pageHtml(await sitePage({ 'hugo.toml': toml, [A]: article('title: x') }, A));
    assert.match(html, /<div class="toc__title"><\/div>/);
  });

  it('takes any true side bar but `left` for right, and none for false', async () => {
    const side = async (value: string): Promise<string | undefined> =>
      /<aside class="([^"]*)"/.exec(await page('', `title: x\nsidebar: ${value}`))?.[1];
    assert.equal(await side('left'), 'sidebar sidebar--left');
    for (const value of ['right', 'none', 'Left', 'true', '"false"'])
      assert.equal(await side(value), 'sidebar');
    for (const value of ['false', '""', '']) assert.equal(await side(value), undefined);
  });

  it('warns of a side bar without widgets as the theme does', async () => {
    assert.match(
      await page('', 'title: x\nsidebar: right\nwidgets: false'),
      /<p class="sidebar__warning"><strong>警告:<\/strong><br \/>请至少选择一个侧边栏组件<\/p>/,
    );
  });

  it('shows the table of contents as the theme does: with any heading but the first level, an empty one where they are too deep', async () => {
    const toml = 'baseURL = "/"\n[params]\ntoc = true\n';
    const toc = async (body: string): Promise<boolean> =>
      pageHtml(await sitePage({ 'hugo.toml': toml, [A]: article('title: x', body) }, A)).includes(
        'toc__menu',
      );
    assert.equal(await toc('## a\n'), true);
    assert.equal(await toc('#### b\n'), true);
    assert.equal(await toc('# a\n'), false);
    assert.equal(await toc('text\n'), false);
  });

  it('hides the thumbnail where it is not to be seen', async () => {
    const seen = async (value: string, params = ''): Promise<string[]> => {
      const input = await sitePage(
        { 'hugo.toml': `baseURL = "/"\n${params}`, [A]: article(`title: x\nthumbnail: ${value}`) },
        A,
      );
      return [
        ...(pageHtml(input).includes('post__thumbnail') ? ['post'] : []),
        ...(cardHtml(input).includes('list__thumbnail') ? ['list'] : []),
      ];
    };
    assert.deepEqual(await seen('a.png'), ['post', 'list']);
    assert.deepEqual(await seen('{ src: a.png, visibility: [list] }'), ['list']);
    assert.deepEqual(await seen('{ src: a.png, visibility: [single] }'), []);
    assert.deepEqual(await seen('a.png', '[params.thumbnail]\nvisibility = ["post"]\n'), ['post']);
  });

  it('has the box of the author as the configuration says', async () => {
    const toml =
      '[params]\nauthorbox = true\n[author]\nname = "张三"\nbio = "写**新闻**的人"\navatar = "img/a.png"\n';
    const html = await page(toml, 'title: x');
    assert.match(html, /src="\/img\/a\.png" class="avatar"/);
    assert.match(html, /authorbox__name">关于 张三</);
    assert.match(html, /authorbox__description">写<strong>新闻<\/strong>的人</);
    assert.match(await page('[params]\nauthorbox = true\n', 'title: x'), /authorbox__warning/);
  });

  it('names a widget that it does not know', async () => {
    assert.match(
      await page('', 'title: x\nsidebar: right\nwidgets: [hot]'),
      /galley-unknown-widget" data-galley-key="widgets" data-galley-item="0"><h4 class="widget__title">hot</,
    );
  });

  it('links tags as the theme writes them, which need not be where their page is', async () => {
    const html = await page(
      '',
      'title: x\ntags: ["人工 智能", "C#", "Go & Co"]\nsidebar: right\nwidgets: [taglist]',
    );
    assert.deepEqual(parts(html, /tags__link btn" href="([^"]*)"/g), [
      '/tags/%E4%BA%BA%E5%B7%A5-%E6%99%BA%E8%83%BD/',
      '/tags/c/',
      '/tags/go-co/',
    ]);
    assert.match(html, /widget-taglist__link widget__link btn" href="\/tags\/go--co\/"/);
  });

  it('reads an unquoted `no` as the version of Hugo does', async () => {
    const texts = { 'hugo.toml': 'baseURL = "/"\n', [A]: article('title: x\ntoc: no') };
    const hasToc = async (version: string): Promise<boolean> =>
      pageHtml(await sitePage(texts, A, version)).includes('toc__menu');
    assert.equal(await hasToc('0.131.0'), false);
    assert.equal(await hasToc('0.169.0'), true);
  });
});
