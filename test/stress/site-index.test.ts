import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article/article.ts';
import { factsOf } from '../../src/core/index/article-facts.ts';
import { configOf } from '../../src/core/hugo/config.ts';
import { SitePages } from '../../src/core/index/site-pages.ts';
import { SiteIndex } from '../../src/core/index/site-index.ts';

const { config } = configOf({
  environment: 'production',
  site: [],
  modules: [],
  missingModules: [],
  folders: ['content'],
});
const options = { taxonomies: ['tags', 'categories'] };

const path = fc.constantFrom(
  'content/a.md',
  'content/b.md',
  'content/_index.md',
  'content/post/c.md',
  'content/post/_index.md',
  'content/post/e/index.md',
  'content/post/e/f.md',
);
const term = fc.constantFrom('甲', '乙', '丙', 'AI', 'ai');
const article = fc
  .record({
    tags: fc.array(term, { maxLength: 4 }),
    categories: fc.array(term, { maxLength: 2 }),
    day: fc.integer({ min: 1, max: 4 }),
    extra: fc.constantFrom(
      '',
      'author: x\n',
      'source: y\nauthor: z\n',
      'slug: c\n',
      'url: /a/\n',
      'aliases: [/post/c/, other]\n',
      'cascade: { url: "/:title/" }\n',
      'build: { render: never }\n',
    ),
    title: fc.constantFrom('t', 'u'),
    broken: fc.boolean(),
  })
  .map(
    ({ tags, categories, day, extra, title, broken }) =>
      `---\ntitle: ${title}\ndate: 2025-02-0${day}\n${extra}tags: ${JSON.stringify(tags)}\ncategories: ${JSON.stringify(categories)}\n${broken ? 'lead: "\n' : ''}---\n`,
  );
const event = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, article }),
  fc.record({ kind: fc.constant('delete' as const), path }),
  fc.record({ kind: fc.constant('ask' as const) }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
);

/** All that can be asked of an index, in an order that does not depend on how it came about. */
function contents(index: SiteIndex, pages: SitePages): unknown {
  const sorted = <T>(items: Iterable<T>): T[] =>
    Array.from(items).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    articles: sorted(index.entries()),
    titles: ['t', 'u'].map(title => sorted(index.titled(title))),
    spellings: ['甲', 'AI', 'ai'].map(text => index.spellings('tags', text)),
    addresses: ['/a/', '/b/', '/post/c/', '/c/', '/t/', '/post/e/', '/post/e/f/', '/other/'].map(address =>
      pages.publishedAt(address),
    ),
    keys: sorted(index.keys()),
    terms: options.taxonomies.map(name =>
      sorted(index.terms(name).all()).map(use => ({
        ...use,
        articles: sorted(index.articlesWith(name, use.term)),
      })),
    ),
  };
}

describe('SiteIndex', () => {
  it('equals one that is built from nothing, after any events', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), events => {
        const disk = new Map<string, string>();
        const index = new SiteIndex();
        const pages = new SitePages(index, config, undefined);
        const put = (name: string, text: string): void => {
          disk.set(name, text);
          index.set(name, factsOf(parseArticle(text).tree, options));
        };
        for (const happened of events) {
          if (happened.kind === 'ask') pages.publishedAt('/a/');
          else if (happened.kind === 'write') put(happened.path, happened.article);
          else {
            const text = disk.get(happened.path);
            disk.delete(happened.path);
            index.delete(happened.path);
            if (happened.kind === 'rename' && text !== undefined) put(happened.to, text);
          }
        }
        const anew = new SiteIndex();
        for (const [name, text] of disk) anew.set(name, factsOf(parseArticle(text).tree, options));
        assert.deepEqual(contents(index, pages), contents(anew, new SitePages(anew, config, undefined)));
      }),
      { numRuns: 1000, seed: 20250213 },
    );
  });
});
