import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { sortTerms } from '../../../src/core/format/sort-terms.ts';
import { itEdits } from '../edit/support.ts';
import type { Operation } from '../edit/support.ts';
import { facts } from '../support/markers.ts';
import { inSite } from '../support/in-site.ts';

const chinese = inSite('---\ntitle: 甲\n---\n');
const sort: Operation = article => sortTerms(article, chinese).edits;

describe('Sort and Deduplicate Terms', () => {
  itEdits('yaml', [
    {
      name: 'Chinese by pinyin, with the comments of the terms',
      operation: sort,
      before:
        'title: 甲\ntags:\n  # about it\n  - 中国 # z\n  - "北京"\n  - AI\n  - 北京\ncategories: [科技, 城市]\n',
      after: 'title: 甲\ntags:\n  - "北京"\n  # about it\n  - 中国 # z\n  - AI\ncategories: [城市, 科技]\n',
    },
    {
      name: 'terms that share a page become one',
      operation: sort,
      before: 'tags: [Hugo, b, hugo]\n',
      after: 'tags: [b, Hugo]\n',
    },
    { name: 'numbers are terms', operation: sort, before: 'tags: [10, 9]\n', after: 'tags: [9, 10]\n' },
    { name: 'one text is no list', operation: sort, before: 'tags: b\n', after: 'tags: b\n' },
  ]);
  itEdits('toml', [
    {
      name: 'brackets and line breaks stay',
      operation: sort,
      before: 'tags = [\n  "b", # of b\n  "a",\n  "b",\n]\n',
      after: 'tags = [\n  "a",\n  "b", # of b\n]\n',
    },
  ]);
  itEdits('json', [
    {
      name: 'in one line',
      operation: sort,
      before: '{ "tags": ["b", "a", "b"] }\n',
      after: '{ "tags": ["a", "b"] }\n',
    },
  ]);

  it('tells which list it could not sort', () => {
    const article = parseArticle('---\ntags: [b, {x: 1}, a]\ncategories: [b, a]\n---\n');
    const { edits, declined } = sortTerms(article, facts);
    assert.deepEqual([edits.length, declined], [1, ['tags']]);
  });
});
