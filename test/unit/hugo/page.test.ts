import assert from 'node:assert/strict';
import type { ValueMap } from '../../../src/core/article/tree.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import { readPart } from '../../../src/core/hugo/config-read.ts';
import type { SiteConfig } from '../../../src/core/hugo/config-types.ts';
import { effectiveValue, indexLists } from '../../../src/core/hugo/page-cascade.ts';
import { globMatches } from '../../../src/core/hugo/page-glob.ts';
import { pageOf } from '../../../src/core/hugo/page.ts';
import type { Page, PageContext } from '../../../src/core/hugo/page-types.ts';
import { termPage } from '../../../src/core/hugo/taxonomy.ts';
import { urlize } from '../../../src/core/hugo/url-path.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';

function site(toml = ''): SiteConfig {
  const part = readPart('hugo.toml', toml);
  assert.deepEqual(part.faults, []);
  return configOf({
    environment: 'production',
    site: [part],
    modules: [],
    missingModules: [],
    folders: ['content', 'blog'],
  }).config;
}

function page(path: string, matter: ValueMap, config: SiteConfig, context?: PageContext): Page {
  const result = pageOf(path, matter, config, context);
  assert.ok('page' in result, JSON.stringify(result));
  return result.page;
}

const BASE = 'baseURL = "https://ex.org/"\n';
const PERMALINK = `${BASE}[permalinks]\npost = "/:year/:month/:slug/"\nnews = "/:sections/:filename/"\n`;
const LANGS = `${BASE}defaultContentLanguage = "zh"\n[languages.zh]\nweight = 1\n[languages.en]\n`;

/** All run on real Hugo; a version only where the three tried ones differ. */
const urls: readonly (readonly [
  path: string,
  matter: ValueMap,
  url: string,
  toml?: string,
  hugo?: string,
])[] = [
  ['content/_index.md', {}, '/'],
  ['content/about.md', {}, '/about/'],
  ['content/post/Hello World.md', {}, '/post/hello-world/'],
  ['content/post/人工 智能.md', {}, '/post/%E4%BA%BA%E5%B7%A5-%E6%99%BA%E8%83%BD/'],
  ['content/post/v1.2.3.md', {}, '/post/v1.2.3/'],
  ['content/post/全角！？.md', {}, '/post/%E5%85%A8%E8%A7%92/'],
  ['content/post/emoji😀x.md', {}, '/post/emojix/'],
  ['content/post/C#.md', {}, '/post/c#/', BASE, '0.111.3'],
  ['content/post/C#.md', {}, '/post/c%23/', BASE, '0.131.0'],
  ['content/post/a/index.md', {}, '/post/a/'],
  ['content/post/_index.md', {}, '/post/'],
  ['content/post/a.md', { slug: 'Mit Leer' }, '/post/mit-leer/'],
  ['content/post/a.md', { slug: 'a/b' }, '/post/a/b/'],
  ['content/post/a.md', { slug: '-x-' }, '/post/x/'],
  ['content/post/a.md', { url: '/Eigene/Url/' }, '/Eigene/Url/'],
  ['content/post/a.md', { url: '/datei.html' }, '/datei.html'],
  ['content/post/a.md', { url: 'ohne' }, '/ohne/'],
  ['content/post/a.md', {}, '/blog/post/a/', 'baseURL = "https://ex.org/blog/"'],
  ['content/post/a.md', {}, '/post/a.html', `${BASE}uglyURLs = true`],
  ['content/post/_index.md', {}, '/post.html', `${BASE}uglyURLs = true`, '0.131.0'],
  ['content/post/_index.md', {}, '/post/index.html', `${BASE}uglyURLs = true`, '0.169.0'],
  ['content/post/café.md', {}, '/post/cafe/', `${BASE}removePathAccents = true`],
  ['content/post/Ab.md', {}, '/post/Ab/', `${BASE}disablePathToLower = true`],
  [
    'content/post/a.md',
    { title: '标题：测试', date: '2024-02-13' },
    '/2024/02/%E6%A0%87%E9%A2%98%E6%B5%8B%E8%AF%95/',
    PERMALINK,
  ],
  ['content/post/a.md', { title: 'C++ & Go', date: '2024-02-13' }, '/2024/02/c-go/', PERMALINK],
  ['content/post/a.md', { title: 'A/B', date: '2024-02-13' }, '/2024/02/a/b/', PERMALINK, '0.131.0'],
  ['content/post/a.md', { title: 'A/B', date: '2024-02-13' }, '/2024/02/a-b/', PERMALINK, '0.169.0'],
  ['content/post/a.md', { title: 'x' }, '/0001/01/x/'.replace('0001', '1'), PERMALINK],
  ['content/news/2024/a/index.md', {}, '/news/a/', PERMALINK],
  ['content/post/a.en.md', {}, '/en/post/a/', LANGS],
  ['content/post/a.zh.md', {}, '/post/a/', LANGS],
  [
    'content/post/a.md',
    {},
    '/zh/post/a/',
    LANGS.replace('default', 'defaultContentLanguageInSubdir = true\ndefault'),
  ],
  ['content/post/a.en.md', { url: '/x/' }, '/x/', LANGS],
  ['content/post/a.en.md', { url: 'x/' }, '/en/x/', LANGS],
];

describe('the URL of a page', () => {
  for (const [path, matter, url, toml = BASE, hugo] of urls) {
    it(`of ${path} ${JSON.stringify(matter)} is ${url}${hugo === undefined ? '' : ` in ${hugo}`}`, () => {
      const versions = hugo === undefined ? ['0.111.3', '0.131.0', '0.169.0'] : [hugo];
      for (const version of versions)
        assert.equal(
          page(path, matter, site(toml), { hugo: parseVersion(version) }).relPermalink,
          url,
          version,
        );
    });
  }

  it('has the slugs of its sections in newest Hugo', () => {
    const config = site(BASE);
    const lists = indexLists([{ path: 'content/post/_index.md', frontMatter: { slug: 'Artikel' } }], config);
    assert.equal(page('content/post/a.md', {}, config, { lists }).relPermalink, '/artikel/a/');
  });
});

describe('the place of a page', () => {
  const kinds: readonly (readonly [path: string, kind: string, bundle: string, section: string])[] = [
    ['content/_index.md', 'home', 'branch', ''],
    ['content/post/_index.md', 'section', 'branch', 'post'],
    ['content/tags/_index.md', 'taxonomy', 'branch', 'tags'],
    ['content/tags/go/_index.md', 'term', 'branch', 'tags'],
    ['content/post/a/index.md', 'page', 'leaf', 'post'],
    ['content/a/index.md', 'page', 'leaf', ''],
    ['content/Post Zwei/a.md', 'page', 'none', 'post-zwei'],
  ];
  for (const [path, kind, bundle, section] of kinds) {
    it(`${path} is a ${kind}`, () => {
      const found = page(path, {}, site());
      assert.deepEqual([found.kind, found.bundle, found.section], [kind, bundle, section]);
    });
  }

  const none: readonly (readonly [path: string, reason: string])[] = [
    ['archetypes/default.md', 'outside-content'],
    ['themes/t/content/a.md', 'outside-content'],
    ['content/post/a.png', 'not-content'],
    ['content/post/.a.md', 'ignored'],
    ['content/post/a.skip.md', 'ignored'],
    ['content/post/b/extra.md', 'in-bundle'],
  ];
  for (const [path, reason] of none) {
    it(`${path} is no page: ${reason}`, () => {
      const context = { leafBundles: new Set(['/post/b']) };
      assert.deepEqual(pageOf(path, {}, site("ignoreFiles = ['\\.skip\\.md$']"), context), { reason });
    });
  }
});

describe('the dates of a page', () => {
  it('fall back to each other', () => {
    const { dates } = page(
      'content/a.md',
      { lastmod: '2024-02-13 08:00:00' },
      site('timeZone = "Asia/Shanghai"'),
    );
    assert.equal(dates.date?.source, 'lastmod');
    assert.equal(new Date(dates.publishDate?.instant ?? 0).toISOString(), '2024-02-13T00:00:00.000Z');
  });

  it('come from the file name with :filename, and the slug with them', () => {
    const config = site('[frontmatter]\ndate = [":filename", ":default"]');
    const found = page('content/post/2024-02-13-My Title.md', { date: '2020-01-01' }, config);
    assert.deepEqual(
      [found.dates.date?.source, found.slug, found.relPermalink],
      [':filename', 'My Title', '/post/my-title/'],
    );
  });
});

describe('cascades', () => {
  const config = site('[params]\ntoc = true\ncolor = "site"\n[[cascade]]\nsize = "config"\n');
  const lists = indexLists(
    [
      {
        path: 'content/post/_index.md',
        frontMatter: {
          cascade: [{ color: 'post' }, { target: { path: '/post/x**' }, params: { Size: 'x' } }],
        },
      },
      { path: 'content/_index.md', frontMatter: { cascade: { color: 'home', target: { kind: 'page' } } } },
    ],
    config,
  );
  const cases: readonly (readonly [
    path: string,
    matter: ValueMap,
    name: string,
    value: unknown,
    from: string,
    file?: string,
  ])[] = [
    ['content/post/a.md', { Color: 'own' }, 'color', 'own', 'page'],
    ['content/post/a.md', {}, 'color', 'post', 'cascade', 'content/post/_index.md'],
    ['content/news/a.md', {}, 'color', 'home', 'cascade', 'content/_index.md'],
    ['content/news/_index.md', {}, 'color', 'site', 'site'],
    ['content/post/xy.md', {}, 'size', 'x', 'cascade', 'content/post/_index.md'],
    ['content/post/a.md', {}, 'size', 'config', 'cascade'],
    ['content/post/a.md', { toc: false }, 'toc', false, 'page'],
    ['content/post/a.md', { params: { toc: 1 } }, 'toc', 1, 'page'],
    ['content/post/a.md', {}, 'toc', true, 'site'],
  ];
  for (const [path, matter, name, value, from, file] of cases) {
    it(`give ${name} of ${path} ${JSON.stringify(matter)} from ${from}`, () => {
      assert.deepEqual(effectiveValue(name, page(path, matter, config, { lists }), config), {
        value,
        from,
        path: file,
      });
    });
  }
});

describe('terms', () => {
  const { switches } = site();
  for (const [text, expected] of [
    ['人工 智能', '%E4%BA%BA%E5%B7%A5-%E6%99%BA%E8%83%BD'],
    ['C++', 'c++'],
    ['A & B', 'a-b'],
    ['「引号」', '%E5%BC%95%E5%8F%B7'],
  ] as const) {
    it(`are urlized: ${text}`, () => assert.equal(urlize(text, switches), expected));
  }

  it('have a page below their taxonomy', () => {
    const found = termPage(
      { plural: 'tags', term: '人工 智能', language: 'en' },
      site('baseURL = "https://ex.org/b/"'),
    );
    assert.equal(found.relPermalink, '/b/tags/%E4%BA%BA%E5%B7%A5-%E6%99%BA%E8%83%BD/');
    assert.equal(found.logicalPath, '/tags/人工-智能');
  });

  for (const [term, since123, before] of [
    ['g & h', 'g--h', 'g-h'],
    ['a  b', 'a--b', 'a-b'],
    [' x ', '-x-', 'x'],
    ['l -m', 'l--m', 'l-m'],
    ['n_ o', 'n_-o', 'n_-o'],
    ['c　d', 'c-d', 'c-d'],
    ['！', '', ''],
  ] as const) {
    it(`turn spaces into hyphens one by one since 0.123: “${term}”`, () => {
      const key = (version: string): string =>
        termPage({ plural: 'tags', term, language: 'en', hugo: parseVersion(version) }, site()).key;
      assert.deepEqual([key('0.131.0'), key('0.169.0'), key('0.111.3')], [since123, since123, before]);
    });
  }
});

describe('globs of Hugo', () => {
  for (const [glob, text, matches] of [
    ['/post/*', '/post/a', true],
    ['/post/*', '/post/a/b', false],
    ['/post/**', '/post/a/b', true],
    ['{page,section}', 'section', true],
    ['/p?st/[a-c]', '/post/b', true],
    ['/p/[!a]', '/p/a', false],
    ['/a.b', '/axb', false],
    ['{a', 'a', false],
  ] as const) {
    it(`${glob} ${matches ? 'matches' : 'does not match'} ${text}`, () =>
      assert.equal(globMatches(glob, text), matches));
  }
});
