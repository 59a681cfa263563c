import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import { readPart } from '../../../src/core/hugo/config-read.ts';
import { factsOf } from '../../../src/core/index/article-facts.ts';
import { SiteIndex } from '../../../src/core/index/site-index.ts';
import { counterpartsOf, translationOf } from '../../../src/core/new/translation.ts';
import { articleAt, newPath, placeForLanguage, sectionsOf } from '../../../src/core/new/place.ts';

function site(toml: string, paths: readonly string[], folders: readonly string[] = ['content']) {
  const { config } = configOf({
    environment: 'production',
    site: [readPart('hugo.toml', toml)],
    modules: [],
    missingModules: [],
    folders,
  });
  const index = new SiteIndex();
  for (const path of paths) index.set(path, factsOf(parseArticle('').tree, { taxonomies: [] }));
  return { config, index };
}

const NAMES = 'defaultContentLanguage = "zh-cn"\n[languages.zh-cn]\nweight = 1\n[languages.en]\nweight = 2\n';
const FOLDERS =
  'defaultContentLanguage = "zh-cn"\n[languages.zh-cn]\ncontentDir = "content/zh"\n[languages.en]\ncontentDir = "content/en"\n';
const paths = (from: string, language: string, given: ReturnType<typeof site>) =>
  counterpartsOf(from, language, given).map(({ path }) => path);

describe('the counterpart of an article', () => {
  it('has the language in its name', () => {
    const given = site(NAMES, []);
    assert.deepEqual(paths('content/post/a.md', 'zh-cn', given), ['content/post/a.en.md']);
    assert.deepEqual(paths('content/post/a.en.md', 'en', given), ['content/post/a.md']);
    assert.deepEqual(paths('content/post/a/index.md', 'zh-cn', given), ['content/post/a/index.en.md']);
    assert.deepEqual(paths('content/post/_index.en.md', 'en', given), ['content/post/_index.md']);
  });

  it('carries the default language where the site does so', () => {
    const given = site(NAMES, ['content/post/a.zh-cn.md', 'content/post/a.en.md']);
    assert.deepEqual(paths('content/post/b.en.md', 'en', given), ['content/post/b.zh-cn.md']);
    assert.deepEqual(paths('content/post/b.zh-cn.md', 'zh-cn', given), ['content/post/b.en.md']);
  });

  it('lies in the folder of its language', () => {
    const given = site(FOLDERS, [], ['content/zh', 'content/en']);
    assert.deepEqual(paths('content/zh/post/a/index.md', 'zh-cn', given), ['content/en/post/a/index.md']);
  });

  it('is none on a site with one language', () => {
    assert.deepEqual(paths('content/post/a.md', 'zh-cn', site('defaultContentLanguage = "zh-cn"\n', [])), []);
  });

  it('is a draft without the addresses of the article, with what is to be translated marked', () => {
    const text =
      '---\ntitle: "甲"\ndate: 2025-02-13\nsummary: ""\ntags: # of it\n  - a\ndraft: false\naliases: [/x/]\nurl: /y/\nslug: z\n---\n\n文。\n';
    assert.equal(
      translationOf(parseArticle(text), '待翻译'),
      '---\n# 待翻译\ntitle: "甲"\ndate: 2025-02-13\nsummary: ""\n# 待翻译\ntags: # of it\n  - a\ndraft: true\nslug: z\n---\n\n文。\n',
    );
  });

  it('has no comments in JSON', () => {
    assert.equal(
      translationOf(parseArticle('{ "title": "甲" }\n'), 'x'),
      '{ "title": "甲", "draft": true }\n',
    );
  });
});

describe('the place of a new article', () => {
  it('is a section, the most used first', () => {
    const files = [
      'content/post/a.md',
      'content/post/b/index.md',
      'content/about.md',
      'content/news/_index.md',
      'x/y.md',
    ];
    assert.deepEqual(sectionsOf(files, 'content'), [
      { path: 'post', count: 2, bundles: 1 },
      { path: '', count: 1, bundles: 0 },
      { path: 'news', count: 0, bundles: 0 },
    ]);
    assert.deepEqual(articleAt('content/post/2025/b/index.en.md', 'content'), {
      section: 'post/2025',
      name: 'b',
      isBundle: true,
      isList: false,
    });
  });

  it('is told by folder, name and language', () => {
    const { config, index } = site(NAMES, []);
    const english = placeForLanguage(config, 'en', index);
    assert.equal(
      newPath(english, { section: 'post', name: 'a', isBundle: true }),
      'content/post/a/index.en.md',
    );
    assert.equal(newPath(english, { section: '', name: 'a', isBundle: false }), 'content/a.en.md');
  });

  it('is a draft also of an article without front matter, and none is made of one that is broken', () => {
    assert.equal(translationOf(parseArticle('# 甲\n'), 'x'), '---\ndraft: true\n---\n\n# 甲\n');
    assert.equal(translationOf(parseArticle('---\ntitle: [甲\n---\n'), 'x'), undefined);
  });
});
