import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { complete } from '../../../src/core/complete/complete.ts';
import type { Completion, Lookup } from '../../../src/core/complete/complete.ts';
import { filterTextFor } from '../../../src/core/terms/client-filter.ts';
import { TermIndex } from '../../../src/core/terms/term-index.ts';
import { facts } from '../support/markers.ts';

const index = new TermIndex();
for (const [term, count] of [
  ['人工智能', 12],
  ['科技', 7],
  ['AI', 5],
  ['城市: 早市', 2],
  ['臺灣', 1],
] as const) {
  index.set({ term, count, lastUse: 0 });
}

const lookup: Lookup = {
  terms: (_taxonomy, typed, limit) =>
    index
      .search(typed, { limit, now: 0 })
      .map(({ term, count }) => ({ term, count, filterText: filterTextFor(term, typed) })),
  values: source =>
    ({
      widgets: ['recent', 'search'],
      menus: ['main'],
      layouts: ['wide'],
      languages: ['zh-cn'],
      outputs: [],
      images: [],
    })[source],
  customKeys: () => ['photographer'],
  now: Date.UTC(2025, 1, 13, 1, 30),
  timeZone: 'Asia/Shanghai',
  describe: ({ title = '', description = '' }) => ({ title, description }),
};

/** Completes at the `|` of the text. */
function at(marked: string): { text: string; items: readonly Completion[] } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, items: complete(parseArticle(text), offset, { facts, lookup }).items };
}

const labels = (marked: string): string[] => at(marked).items.map(({ label }) => label);

/** The text after a suggestion is taken. */
function taken(marked: string, label: string): string {
  const { text, items } = at(marked);
  const item = items.find(candidate => candidate.label === label);
  assert.ok(item, `${label} among ${items.map(candidate => candidate.label).join(', ')}`);
  return text.slice(0, item.range.start) + item.newText + text.slice(item.range.end);
}

const yaml = (lines: string): string => `---\ntitle: "甲"\n${lines}\n---\n正文\n`;
const toml = (lines: string): string => `+++\ntitle = "甲"\n${lines}\n+++\n正文\n`;
const json = (lines: string): string => `{\n  "title": "甲",\n  ${lines}\n}\n正文\n`;

describe('complete, a term', () => {
  const cases: [string, string, string][] = [
    ['behind a dash', yaml('tags:\n  - |'), yaml('tags:\n  - "人工智能"')],
    ['behind a dash at the margin', yaml('tags:\n- |'), yaml('tags:\n- "人工智能"')],
    ['in quotes behind a dash', yaml('tags:\n  - "人|"'), yaml('tags:\n  - "人工智能"')],
    ['behind an open quotation mark', yaml('tags:\n  - "人|'), yaml('tags:\n  - "人工智能"')],
    ['in single quotes', yaml("tags:\n  - '|'"), yaml("tags:\n  - '人工智能'")],
    ['mid-word', yaml('tags:\n  - "人|智能"'), yaml('tags:\n  - "人工智能"')],
    ['bare', yaml('tags:\n  - 人|'), yaml('tags:\n  - "人工智能"')],
    ['by its initials', yaml('tags:\n  - rgzn|'), yaml('tags:\n  - "人工智能"')],
    ['by its pinyin', yaml('tags:\n  - "rengong|"'), yaml('tags:\n  - "人工智能"')],
    ['in a flow list', yaml('tags: [|]'), yaml('tags: ["人工智能"]')],
    ['in a flow list, behind another', yaml('tags: ["科技", |]'), yaml('tags: ["科技", "人工智能"]')],
    ['in a flow list, in quotes', yaml('tags: ["科技", "人|"]'), yaml('tags: ["科技", "人工智能"]')],
    ['in a flow list, before another', yaml('tags: [人|, "科技"]'), yaml('tags: ["人工智能", "科技"]')],
    ['in a flow list that is not closed', yaml('tags: ["科技", 人|'), yaml('tags: ["科技", "人工智能"')],
    [
      'in a flow list of several lines',
      yaml('tags: [\n  "科技",\n  |\n]'),
      yaml('tags: [\n  "科技",\n  "人工智能"\n]'),
    ],
    ['as a category', yaml('categories:\n  - |'), yaml('categories:\n  - "人工智能"')],
    ['in a TOML array', toml('tags = [|]'), toml('tags = ["人工智能"]')],
    ['in a TOML array, in quotes', toml('tags = ["科技", "人|"]'), toml('tags = ["科技", "人工智能"]')],
    ['in a TOML array, in single quotes', toml("tags = ['人|']"), toml("tags = ['人工智能']")],
    [
      'in a TOML array of several lines',
      toml('tags = [\n  "科技",\n  "|",\n]'),
      toml('tags = [\n  "科技",\n  "人工智能",\n]'),
    ],
    ['in a JSON array', json('"tags": ["科技", "|"]'), json('"tags": ["科技", "人工智能"]')],
    ['in a JSON array, bare', json('"tags": [|]'), json('"tags": ["人工智能"]')],
    [
      'in broken front matter',
      yaml('lead: "offen\ntags:\n  - |'),
      yaml('lead: "offen\ntags:\n  - "人工智能"'),
    ],
    ['in front matter that does not end', '---\ntags:\n  - |\n', '---\ntags:\n  - "人工智能"\n'],
    ['with a comment behind it', yaml('tags:\n  - 人| # c'), yaml('tags:\n  - "人工智能" # c')],
  ];
  for (const [name, before, after] of cases) {
    it(`is found ${name}`, () => assert.equal(taken(before, '人工智能'), after));
  }

  it('is escaped as its quotes need it', () => {
    index.set({ term: `a "b" 'c'`, count: 1, lastUse: 0 });
    assert.equal(taken(yaml('tags:\n  - "a|"'), `a "b" 'c'`), yaml(`tags:\n  - "a \\"b\\" 'c'"`));
    assert.equal(taken(yaml("tags:\n  - 'a|'"), `a "b" 'c'`), yaml(`tags:\n  - 'a "b" ''c'''`));
    index.set({ term: `a "b" 'c'`, count: 0, lastUse: 0 });
  });

  it('is ordered by use, and left out if the list has it', () => {
    assert.deepEqual(labels(yaml('tags: ["科技", |]')), ['人工智能', 'AI', '城市: 早市', '臺灣']);
  });

  it('in traditional characters is found by simplified ones', () => {
    assert.deepEqual(labels(yaml('tags: ["台湾|"]')), ['臺灣']);
  });
});

describe('complete, a key', () => {
  it('offers what the article lacks, in the order of the schema', () => {
    assert.deepEqual(labels(yaml('|')).slice(0, 4), ['date', 'summary', 'categories', 'lang']);
    assert.ok(labels(yaml('|')).includes('photographer'));
  });
  it('brings its sign and a place for its value', () => {
    assert.equal(taken(yaml('le|'), 'lead'), yaml('lead: "$1"'));
    assert.equal(taken(yaml('ta|'), 'tags'), yaml('tags:\n  - "$1"'));
    assert.equal(taken(yaml('to|'), 'toc'), yaml('toc: $1'));
    assert.equal(taken(toml('ta|'), 'tags'), toml('tags = ["$1"]'));
    assert.equal(taken(json('"ta|"'), 'tags'), json('"tags"'));
    assert.equal(taken(json('|'), 'tags'), json('"tags": ["$1"]'));
  });
  it('replaces only itself where it has a value', () => {
    assert.equal(taken(yaml('thumb|nial: "/a.png"'), 'thumbnail'), yaml('thumbnail: "/a.png"'));
  });
  it('offers what a map knows', () => {
    assert.deepEqual(labels(yaml('thumbnail:\n  |')), ['src', 'visibility']);
    assert.deepEqual(labels(yaml('thumbnail: {src: "/a.png", |}')), ['visibility']);
  });
});

describe('complete, a value', () => {
  it('offers true and false', () => {
    assert.deepEqual(labels(yaml('toc: |')), ['true', 'false']);
    assert.deepEqual(labels(toml('toc = |')), ['true', 'false']);
    assert.deepEqual(labels(json('"toc": |')), ['true', 'false']);
  });
  it('takes the quotes of a switch away', () => {
    assert.equal(taken(yaml('toc: "|"'), 'true'), yaml('toc: true'));
  });
  it('offers what a field knows', () => {
    assert.equal(taken(yaml('sidebar: |'), 'left'), yaml('sidebar: "left"'));
    assert.equal(taken(yaml('sidebar: "r|"'), 'right'), yaml('sidebar: "right"'));
    assert.deepEqual(labels(yaml('thumbnail:\n  visibility: [|]')), ['list', 'post']);
  });
  it('offers the widgets of the site that are not there yet', () => {
    assert.deepEqual(labels(yaml('widgets:\n  - "search"\n  - "|"')), ['recent']);
  });
  it('offers dates by the clock of the site', () => {
    assert.deepEqual(labels(yaml('date: |')), [
      '2025-02-13 09:30:00',
      '2025-02-13 10:00:00',
      '2025-02-14 08:00:00',
    ]);
    assert.equal(taken(yaml('date: |'), '2025-02-13 10:00:00'), yaml('date: "2025-02-13 10:00:00"'));
  });
});

describe('complete', () => {
  for (const [name, text] of [
    ['in the body', yaml('a: 1').replace('正文', '正|文')],
    ['in a comment', yaml('tags: [] # |')],
    ['in a comment of its own line', yaml('# |')],
    [
      'in a block scalar',
      yaml('summary: |\n  文|字'.replace('|', 'X')).replace('X', '>-').replace('文字', '文|字'),
    ],
    ['behind a closed text', yaml('lead: "a" |')],
    ['without front matter', 'ta|'],
  ] as const) {
    it(`says nothing ${name}`, () => assert.deepEqual(labels(text), []));
  }
});
