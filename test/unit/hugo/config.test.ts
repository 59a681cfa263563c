import assert from 'node:assert/strict';
import { readConfig } from '../../../src/core/hugo/config.ts';
import { gatherOffers } from '../../../src/core/hugo/mounts-offers.ts';
import { siteVersion } from '../../../src/core/hugo/site-version.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import type { Files } from '../../../src/core/ports.ts';

/** A disk out of a record: path from `/site` to text. */
function disk(texts: Readonly<Record<string, string>>): Files {
  const paths = Object.keys(texts).map(path => `/site/${path}`);
  return {
    read: path => {
      const text = texts[path.replace(/^\/site\//, '')];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    list: folder => {
      const below = paths
        .filter(path => path.startsWith(`${folder}/`))
        .map(path => path.slice(folder.length + 1));
      if (below.length === 0) return Promise.resolve(undefined);
      const names = new Map(below.map(path => [path.split('/')[0] ?? '', path.includes('/')]));
      return Promise.resolve([...names].map(([name, isFolder]) => ({ name, isFolder })));
    },
  };
}

const config = async (texts: Readonly<Record<string, string>>, environment?: string) =>
  (await readConfig('/site', disk(texts), environment)).config;

describe('configuration of a Hugo site', () => {
  it('takes hugo.toml before config.*, and toml before yaml', async () => {
    const texts = { 'hugo.toml': 'title = "A"', 'hugo.yaml': 'title: B', 'config.toml': 'title = "C"' };
    assert.equal((await config(texts)).title, 'A');
    assert.equal((await config({ 'hugo.yml': 'title: B', 'config.toml': 'title = "C"' })).title, 'B');
  });

  it('has the defaults of Hugo when there is no file', async () => {
    const site = await config({});
    assert.deepEqual(site.taxonomies, { category: 'categories', tag: 'tags' });
    assert.deepEqual(
      site.languages.map(({ code }) => code),
      ['en'],
    );
    assert.equal(site.summaryLength, 70);
    assert.equal(site.timeZone, undefined);
  });

  it('reads keys without case, in all three formats', async () => {
    for (const texts of [
      { 'hugo.toml': 'TIMEZONE = "Asia/Shanghai"\n[Params]\nPost_Meta = ["date"]\n' },
      { 'hugo.yaml': 'timezone: Asia/Shanghai\nPARAMS:\n  Post_Meta: [date]\n' },
      { 'hugo.json': '{"timeZone":"Asia/Shanghai","params":{"POST_META":["date"]}}' },
    ]) {
      const site = await config(texts);
      assert.equal(site.timeZone, 'Asia/Shanghai');
      assert.deepEqual({ ...site.params }, { post_meta: ['date'] });
    }
  });

  it('joins config/_default and the environment, by the names of the files', async () => {
    const texts = {
      'config/_default/hugo.toml': 'title = "T"\ndefaultContentLanguage = "zh"',
      'config/_default/params.toml': 'a = 1\nb = 1',
      'config/_default/languages.yaml': 'zh:\n  weight: 1\nen:\n  weight: 2\n',
      'config/_default/menus.en.toml': '[[main]]\nname = "Home"\nurl = "/"',
      'config/_default/params.en.toml': 'b = 3',
      'config/production/params.toml': 'b = 2',
      'config/staging/hugo.toml': 'title = "S"',
    };
    const site = await config(texts);
    assert.deepEqual({ ...site.params }, { a: 1, b: 2 });
    const [zh, en] = site.languages;
    assert.deepEqual({ ...zh?.settings.params }, { a: 1, b: 2 });
    assert.deepEqual({ ...en?.settings.params }, { a: 1, b: 3 });
    assert.equal(en?.settings.menus['main']?.[0]?.name, 'Home');
    assert.equal((await config(texts, 'staging')).title, 'S');
  });

  it('takes params of a theme deep, new menus, and nothing else', async () => {
    const site = await config({
      'hugo.toml': 'theme = "mainroad"\n[params.sidebar]\nhome = "left"\n[[menus.main]]\nname = "A"',
      'themes/mainroad/config.yaml':
        'title: T\nparams:\n  toc: true\n  sidebar: {home: right, single: left}\nmarkup: {goldmark: {}}\nmenus:\n  main: [{name: B}]\n  side: [{name: C}]\n',
    });
    assert.equal(site.title, '');
    assert.equal(site.params['toc'], true);
    assert.deepEqual({ ...(site.params['sidebar'] as object) }, { home: 'left', single: 'left' });
    assert.deepEqual(Object.keys(site.markup), []);
    assert.deepEqual(
      Object.entries(site.menus).map(([name, entries]) => [name, entries.map(entry => entry.name)]),
      [
        ['main', ['A']],
        ['side', ['C']],
      ],
    );
  });

  it('obeys _merge', async () => {
    const theme = { 'themes/t/hugo.toml': '[params]\na = 1\n[markup]\nx = 1' };
    const none = await config({ ...theme, 'hugo.toml': 'theme = "t"\n[params]\n_merge = "none"' });
    assert.deepEqual({ ...none.params }, {});
    const deep = await config({ ...theme, 'hugo.toml': 'theme = "t"\n[markup]\n_merge = "deep"' });
    assert.deepEqual({ ...deep.markup }, { x: 1 });
  });

  it('reports broken files and uses the rest', async () => {
    const text = 'title = "A"\nbaseURL = "https://ex.org/\n[params]\ntoc = true\n';
    const { config: site, faults } = await readConfig('/site', disk({ 'hugo.toml': text }));
    assert.equal(site.title, 'A');
    assert.equal(site.params['toc'], true);
    assert.deepEqual(
      faults.map(({ path, rule, range }) => [
        path,
        rule,
        text.slice(range.start).startsWith('"https') || range.start > 11,
      ]),
      [['hugo.toml', 'toml-syntax', true]],
    );
  });

  it('reads permalinks in the three forms', async () => {
    const rules = async (text: string) =>
      (await config({ 'hugo.toml': text })).permalinks.map(({ kind, section, path, pattern }) => [
        kind,
        section ?? path,
        pattern,
      ]);
    assert.deepEqual(await rules('[permalinks]\npost = "/:slug/"'), [
      ['page', 'post', '/:slug/'],
      ['term', 'post', '/:slug/'],
    ]);
    assert.deepEqual(await rules('[permalinks.section]\n"/" = "/x/"'), [['section', '', '/x/']]);
    assert.deepEqual(
      await rules('[[permalinks]]\npattern = "/a/"\n[permalinks.target]\nkind = "page"\npath = "/post/**"'),
      [['page', '/post/**', '/a/']],
    );
  });

  it('knows all mounted folders', async () => {
    const site = await config({
      'hugo.yaml':
        'theme: t\nmodule:\n  mounts:\n    - {source: texts, target: content/blog, lang: zh}\n    - {source: none, target: assets}\n',
      'texts/a.md': '',
      'themes/t/layouts/x.html': '',
    });
    assert.deepEqual(
      site.mounts.map(({ component, target, source, module }) => [component, target, source, module ?? '']),
      [
        ['content', 'blog', 'texts', ''],
        ['archetypes', '', 'archetypes', ''],
        ['assets', '', 'assets', ''],
        ['data', '', 'data', ''],
        ['i18n', '', 'i18n', ''],
        ['layouts', '', 'layouts', ''],
        ['static', '', 'static', ''],
        ['layouts', '', 'themes/t/layouts', 't'],
      ],
    );
  });

  it('says which modules are not on disk, and finds vendored ones', async () => {
    const reading = await readConfig(
      '/site',
      disk({
        'hugo.toml':
          '[[module.imports]]\npath = "github.com/a/b"\n[[module.imports]]\npath = "github.com/c/d"',
        '_vendor/modules.txt': '# github.com/a/b v1.0.0\n',
        '_vendor/github.com/a/b/hugo.toml': '[params]\nx = 1',
      }),
    );
    assert.equal(reading.config.params['x'], 1);
    assert.deepEqual(reading.missingModules, ['github.com/c/d']);
  });

  it('survives a structured clone', async () => {
    const site = await config({ 'hugo.toml': '[params]\n__proto__ = 1\n[languages.en]\n[languages.de]' });
    assert.deepEqual(structuredClone(site).languages.length, 2);
  });
});

describe('offers of a site and its theme', () => {
  it('are the names of files in the folders of both', async () => {
    const files = disk({
      'hugo.toml': 'theme = "t"',
      'layouts/partials/widgets/hot.html': '',
      'layouts/_partials/widgets/new.html': '',
      'layouts/shortcodes/box.html': '',
      'layouts/_shortcodes/deep/note.zh.amp.html': '',
      'layouts/_default/_markup/render-codeblock-mermaid.html': '',
      'layouts/_default/single.html': '',
      'layouts/post/wide.html': '',
      'archetypes/post.md': '',
      'archetypes/gallery/index.md': '',
      'themes/t/layouts/partials/widgets/search.html': '',
    });
    const site = (await readConfig('/site', files)).config;
    assert.deepEqual(await gatherOffers('/site', files, site), {
      widgets: ['hot', 'new', 'search'],
      shortcodes: ['box', 'deep/note.zh'],
      archetypes: ['gallery', 'post'],
      layouts: ['single', 'wide'],
      ownTemplates: [
        '_default/_markup/render-codeblock-mermaid.html',
        '_default/single.html',
        '_partials/widgets/new.html',
        '_shortcodes/deep/note.zh.amp.html',
        'partials/widgets/hot.html',
        'post/wide.html',
        'shortcodes/box.html',
      ],
      renderHooks: ['codeblock-mermaid'],
      bareImages: [],
    });
  });

  it('fall back to the widgets of Mainroad where there are no files', async () => {
    const files = disk({ 'hugo.toml': '' });
    const { widgets } = await gatherOffers('/site', files, (await readConfig('/site', files)).config);
    assert.equal(widgets.length, 8);
  });
});

describe('the Hugo version of a site', () => {
  const cases: readonly (readonly [file: string, text: string, version: string | undefined])[] = [
    ['.hugo-version', '0.131.0\n', '0.131.0'],
    ['.hugo-version', 'latest', undefined],
    ['.tool-versions', 'nodejs 20.1.0\nhugo extended_0.111.3\n', '0.111.3'],
    ['mise.toml', '[tools]\nhugo = "0.140.2"', '0.140.2'],
    ['mise.toml', '[tools]\nhugo-extended = "latest"', undefined],
    ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.123.1"', '0.123.1'],
    ['vercel.json', '{"build":{"env":{"HUGO_VERSION":"0.99.0"}}}', '0.99.0'],
    [
      '.github/workflows/a.yml',
      "jobs:\n  b:\n    steps:\n      - uses: peaceiris/actions-hugo@v3\n        with:\n          hugo-version: '0.128.0'\n",
      '0.128.0',
    ],
    [
      '.github/workflows/a.yml',
      'env:\n  HUGO_VERSION: 0.120.4\njobs:\n  b:\n    steps:\n      - uses: peaceiris/actions-hugo@v3\n        with: {hugo-version: "${{ env.HUGO_VERSION }}"}\n',
      '0.120.4',
    ],
    [
      '.github/workflows/a.yml',
      'jobs:\n  b:\n    steps:\n      - uses: peaceiris/actions-hugo@v3\n        with: {hugo-version: latest}\n',
      undefined,
    ],
    ['.gitlab-ci.yml', 'image: registry.gitlab.com/pages/hugo/hugo_extended:0.121.0\n', '0.121.0'],
    ['Dockerfile', 'FROM hugomods/hugo:exts-0.131.0 AS build\n', '0.131.0'],
    ['Dockerfile', 'FROM klakegg/hugo:latest\n', undefined],
    ['hugo.toml', '[module.hugoVersion]\nmin = "0.100.0"', undefined],
    ['hugo.toml', '[module.hugoVersion]\nmin = "0.130.0"\nmax = "0.130.0"', '0.130.0'],
  ];
  for (const [file, text, version] of cases) {
    it(`is ${version ?? 'not known'} by ${file}: ${JSON.stringify(text).slice(0, 60)}`, async () => {
      const files = disk({ [file]: text });
      const found = await siteVersion('/site', files, (await readConfig('/site', files)).config);
      assert.equal(found?.version, version === undefined ? undefined : parseVersion(version));
    });
  }
});
