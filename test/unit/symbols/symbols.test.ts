import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { frontMatterFolds, frontMatterSymbol } from '../../../src/core/symbols/symbols.ts';
import type { HeadSymbol } from '../../../src/core/symbols/symbols.ts';

/** Each symbol as `name = detail`, those within it behind a `>`. */
function told(symbol: HeadSymbol | undefined): string {
  if (!symbol) return '';
  const within = symbol.children.map(told).join('; ');
  return `${symbol.name}${symbol.detail === '' ? '' : ` = ${symbol.detail}`}${within === '' ? '' : ` > ${within}`}`;
}

const symbols = (text: string): string => told(frontMatterSymbol(parseArticle(text), 'front matter'));

function isWithin({ range, selection, children }: HeadSymbol): boolean {
  return (
    range.start <= selection.start &&
    selection.end <= range.end &&
    children.every(
      child => range.start <= child.range.start && child.range.end <= range.end && isWithin(child),
    )
  );
}

describe('the outline', () => {
  for (const [name, text, expected] of [
    [
      'YAML',
      '---\ntitle: 甲\ntags:\n  - a\n  - b\nmenu:\n  main:\n    weight: 2\n---\n# 标题\n',
      'front matter = YAML > title = 甲; tags = a, b; menu > main > weight = 2',
    ],
    [
      'TOML',
      '+++\ntitle = "甲"\ndate = 2025-02-13\n[menu.main]\nweight = 2\n+++\n',
      'front matter = TOML > title = 甲; date = 2025-02-13; menu > main > weight = 2',
    ],
    [
      'JSON',
      '{"title": "甲", "draft": false, "x": null}\n',
      'front matter = JSON > title = 甲; draft = false; x',
    ],
    [
      'a long text',
      `---\nlead: ${'很'.repeat(50)}\n---\n`,
      `front matter = YAML > lead = ${'很'.repeat(40)}…`,
    ],
    ['a key without a name', '---\n"": 1\n---\n', 'front matter = YAML > "" = 1'],
    ['broken front matter', '---\ntitle: 甲\nlead: "乙\n', 'front matter = YAML > title = 甲; lead = 乙'],
    ['no front matter', '# 标题\n', ''],
  ] as const) {
    it(`shows keys and values: ${name}`, () => {
      assert.equal(symbols(text), expected);
      const symbol = frontMatterSymbol(parseArticle(text), 'front matter');
      assert.ok(!symbol || isWithin(symbol));
    });
  }

  it('keeps what is chosen within what is marked, also where tables of TOML stand apart', () => {
    const text = '+++\n[a.b]\nx = 1\n[c]\ny = 2\n[a.d]\nz = 3\n+++\n';
    const symbol = frontMatterSymbol(parseArticle(text), 'front matter');
    assert.ok(symbol && isWithin(symbol));
  });
});

describe('folding', () => {
  const folds = (text: string): string[] =>
    frontMatterFolds(parseArticle(text)).map(({ start, end }) => text.slice(start, end));

  it('takes the front matter, and keys of several lines', () =>
    assert.deepEqual(folds('---\ntitle: 甲\ntags:\n  - a\n  - b\nlead: 乙\n---\n文\n'), [
      '---\ntitle: 甲\ntags:\n  - a\n  - b\nlead: 乙\n---',
      'tags:\n  - a\n  - b',
    ]));
  it('takes nothing of one line, and nothing without an end', () => {
    assert.deepEqual(folds('{"title": "甲"}\n'), []);
    assert.deepEqual(folds('---\ntitle: 甲\n'), []);
  });
});
