import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { valueOf } from '../../../src/core/article/tree.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { hoverAt } from '../../../src/core/hover/hover.ts';
import type { Hover } from '../../../src/core/hover/hover.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import { readPart } from '../../../src/core/hugo/config-read.ts';
import { isMap } from '../../../src/core/hugo/config-value.ts';
import { pageOf } from '../../../src/core/hugo/page.ts';
import { facts as plain } from '../support/markers.ts';

const { config } = configOf({
  environment: 'production',
  site: [readPart('hugo.toml', 'timeZone = "Asia/Shanghai"\n[params]\ntoc = true\n')],
  modules: [],
  missingModules: [],
  folders: ['content'],
});

/** The hover at the `|`, and the text that it is about. */
function hover(marked: string): { hover: Hover | undefined; about: string } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const article = parseArticle(text);
  assert.ok(plain.site);
  const value = article.tree && valueOf(article.tree);
  const made = pageOf(plain.page.path, isMap(value) ? value : {}, config);
  const site = { ...plain.site, config };
  const facts: Facts = { ...plain, site, made: 'page' in made ? made.page : undefined };
  const found = hoverAt(article, offset, facts);
  return { hover: found, about: found ? text.slice(found.range.start, found.range.end) : '' };
}

describe('hover', () => {
  it('tells of a key what it does, and what the site says without it', () => {
    const { hover: found, about } = hover('---\ntitle: 甲\nt|oc: false\n---\n');
    assert.equal(about, 'toc');
    assert.ok(found?.kind === 'key');
    assert.deepEqual(found.elsewhere, { value: true, from: 'site', path: undefined });
  });

  it('tells of a term in a list, quoted or not, and as a lone text', () => {
    assert.deepEqual(hover('---\ntags: ["科|技"]\n---\n').about, '"科技"');
    for (const text of ['tags:\n  - 科|技', 'tags: 科技|', 'tags: ["科|技"]']) {
      const { hover: found } = hover(`---\n${text}\n---\n`);
      assert.ok(found?.kind === 'term');
      assert.equal(found.term, '科技');
      assert.equal(found.taxonomy, 'tags');
    }
  });

  it('tells of a date which moment it is, in the zone of the site', () => {
    const { hover: found } = hover('+++\ndate = "2025-02-13 0|8:00:00"\n+++\n');
    assert.ok(found?.kind === 'date');
    assert.equal(found.instant, Date.UTC(2025, 1, 13));
    assert.equal(found.zone, 'Asia/Shanghai');
  });

  it('tells of a widget', () => {
    assert.equal(hover('{"widgets": ["sea|rch"]}\n').hover?.kind, 'widget');
  });

  it('has nothing to say of other values, of comments and of the body', () => {
    for (const text of [
      '---\ntitle: 甲|乙\n---\n',
      '---\n# not|e\ntitle: 甲\n---\n',
      '---\ntitle: 甲\n---\n\ntags: 科|技\n',
    ])
      assert.equal(hover(text).hover, undefined);
  });
});
