import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import type { Node } from '../../../src/core/article/tree.ts';
import { valueOf } from '../../../src/core/article/tree.ts';

/** Every entry and item as `key=source` or `source`, with kinds, in order: what the ranges cut out of the text. */
function slices(text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const out: string[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        out.push(`${cut(key.range)} → ${value.kind} ${cut(value.range)}`);
        visit(value);
      }
    } else if (node.kind === 'list') {
      for (const item of node.items) {
        out.push(`· ${item.kind} ${cut(item.range)}`);
        visit(item);
      }
    }
  };
  const { tree } = parseArticle(text);
  if (tree) visit(tree);
  return out;
}

const value = (text: string): unknown => {
  const { tree } = parseArticle(text);
  return tree && JSON.parse(JSON.stringify(valueOf(tree)));
};

describe('parseArticle', () => {
  it('finds the comments of front matter that has nothing else', () => {
    const text = '---\n# 一\n\n  # 二 \n---\n';
    const comments = parseArticle(text).comments.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(comments, ['# 一', '# 二']);
  });

  it('ends unclosed front matter with Windows line ends between two lines', () => {
    const text = '---\r\ntitle: |\r\n  甲\r\n\r\n正文\r\n';
    assert.deepEqual(slices(text), ['title → string |\r\n  甲\r\n']);
  });

  it('gives ranges of keys and values in YAML', () => {
    assert.deepEqual(slices('---\ntitle: "甲 乙" # c\nn: 1\nempty:\ntags:\n  - a\n  - \'b\'\n---\n'), [
      'title → string "甲 乙"',
      'n → number 1',
      'empty → null ',
      "tags → list - a\n  - 'b'",
      '· string a',
      "· string 'b'",
    ]);
  });

  it('gives ranges of keys and values in TOML', () => {
    assert.deepEqual(
      slices('+++\ntitle = "甲"\ndate = 2025-02-13T08:00:00+08:00\ntags = ["a", \'b\']\n+++\n'),
      [
        'title → string "甲"',
        'date → date 2025-02-13T08:00:00+08:00',
        'tags → list ["a", \'b\']',
        '· string "a"',
        "· string 'b'",
      ],
    );
  });

  it('gives ranges of keys and values in JSON', () => {
    assert.deepEqual(slices('{"title": "甲", "tags": ["a"], "toc": false, "x": null}\n'), [
      '"title" → string "甲"',
      '"tags" → list ["a"]',
      '· string "a"',
      '"toc" → boolean false',
      '"x" → null null',
    ]);
  });

  it('reads the same front matter to the same value in all three formats', () => {
    const expected = {
      title: '甲',
      tags: ['a', 'b'],
      toc: true,
      menu: { main: { weight: 2 } },
      thumbnail: null,
    };
    const yaml = 'title: 甲\ntags: [a, "b"]\ntoc: true\nmenu:\n  main:\n    weight: 2\nthumbnail: ~\n';
    const json = JSON.stringify(expected);
    const toml = 'title = "甲"\ntags = ["a", "b"]\ntoc = true\n[menu.main]\nweight = 2\n';
    assert.deepEqual(value(`---\n${yaml}---\n`), expected);
    assert.deepEqual(value(json), expected);
    assert.deepEqual(value(`+++\n${toml}+++\n`), omit(expected, 'thumbnail'));
  });

  it('joins TOML tables, dotted keys and arrays of tables', () => {
    const toml = '[a.b]\nc = 1\n[[list]]\nx = 1\n[[list]]\nx = 2\n[list.sub]\ny = 3\n[a]\nd.e = 4\n';
    assert.deepEqual(value(`+++\n${toml}+++\n`), {
      a: { b: { c: 1 }, d: { e: 4 } },
      list: [{ x: 1 }, { x: 2, sub: { y: 3 } }],
    });
  });

  it('copies what an alias refers to', () => {
    assert.deepEqual(value('---\na: &x [1, 2]\nb: *x\nc: &d {k: 1}\ne:\n  <<: *d\n  f: 2\n---\n'), {
      a: [1, 2],
      b: [1, 2],
      c: { k: 1 },
      e: { k: 1, f: 2 },
    });
  });

  it('takes __proto__ for a key like any other', () => {
    for (const text of ['---\n__proto__:\n  polluted: 1\n---\n', '{"__proto__": {"polluted": 1}}']) {
      const { tree } = parseArticle(text);
      assert.ok(tree);
      const read = valueOf(tree) as Record<string, unknown>;
      assert.deepEqual(Object.keys(read), ['__proto__']);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    }
  });

  it('reads the other keys when one is broken', () => {
    const broken = '---\ntitle: "甲\ndate: 2025-02-13\ntags: [a, b\nmenu: - x\nlead: ok\n---\n';
    const { faults } = parseArticle(broken);
    assert.deepEqual(
      faults.map(fault => [fault.rule, broken.slice(0, fault.range.start).split('\n').length]),
      [
        ['yaml-quote', 2],
        ['yaml-unclosed-list', 4],
        ['yaml-indentation', 5],
      ],
    );
    const read = value(broken) as Record<string, unknown>;
    assert.equal(read['date'], '2025-02-13');
    assert.equal(read['lead'], 'ok');
  });

  it('reads the other keys of TOML when one is broken', () => {
    const broken = '+++\ntitle = 甲\ndate: 2025-02-13\ntags = ["a"]\ntags = ["b"]\n+++\n';
    assert.deepEqual(
      parseArticle(broken).faults.map(fault => [
        fault.message.code,
        broken.slice(0, fault.range.start).split('\n').length,
      ]),
      [
        ['toml-syntax.quotes', 2],
        ['toml-syntax.colon', 3],
        ['toml-syntax.twice', 5],
      ],
    );
    assert.deepEqual(value(broken), { tags: ['a'] });
  });

  it('knows the comments', () => {
    for (const text of ['---\n# one\na: "#no" # two\n---\n', '+++\n# one\na = "#no" # two\n+++\n']) {
      assert.deepEqual(
        parseArticle(text).comments.map(({ start, end }) => text.slice(start, end)),
        ['# one', '# two'],
      );
    }
  });

  it('reads front matter that does not end up to where it should', () => {
    const text = '---\ntitle: 甲\ntags: [a]\n\n## 标题\n\n正文: 是文字\n';
    assert.deepEqual(value(text), { title: '甲', tags: ['a'] });
    assert.deepEqual(
      parseArticle(text).faults.map(({ rule }) => rule),
      ['fence-unclosed'],
    );
  });
});

const omit = (from: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
