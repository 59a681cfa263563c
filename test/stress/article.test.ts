import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml, stringify as stringifyToml } from 'smol-toml';
import { stringify as stringifyYaml } from 'yaml';
import { parseArticle } from '../../src/core/article/article.ts';
import type { Article } from '../../src/core/article/article.ts';
import { check } from '../../src/core/check/check.ts';
import type { Node, Range } from '../../src/core/article/tree.ts';
import { valueOf } from '../../src/core/article/tree.ts';
import { facts } from '../unit/support/markers.ts';

/** The same cases each time: a run that fails by chance helps nobody. `SEED=random` hunts for new ones. */
const RUNS = { numRuns: 2000, ...(process.env['SEED'] === 'random' ? {} : { seed: 20250213 }) };

/** Text as editors and their tools produce it: Hanzi, punctuation of both widths, quotes, signs of the formats. */
const char = fc.constantFrom(
  ...Array.from('甲乙“”：，、［］｛　—ab1 -:#"\'[]{},&*!|>%@`\\\t~.=+_/?<\u00a0\u200b\ufeff\u0000\ud800😀'),
);
const text = fc.string({ unit: char, maxLength: 12 });
const tame = fc.string({ unit: fc.constantFrom(...Array.from('甲乙：，ab1 -:#"\'[]{}')), maxLength: 10 });
const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);

const scalar = fc.oneof(tame, fc.boolean(), fc.integer({ min: -1e9, max: 1e9 }));
const value = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3 }),
  ),
})).any;
const document = fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 });

/** Lines that look like front matter and are broken in all the ways that the characters above allow. */
const line = fc.oneof(
  fc.tuple(key, fc.constantFrom(': ', ':', '：', ' = ', '=', ' '), text).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('  - ', '- ', ' -', '\t', '    '), text).map(parts => parts.join('')),
  fc.constantFrom(
    '---',
    '+++',
    '...Array.from(',
    ')',
    '# c',
    '[a.b]',
    '[[c]]',
    'x: |',
    'x: >-',
    'x: &a [*a]',
    '<<: *a',
    '}',
    '{',
  ),
  text,
);
const messy = fc
  .tuple(
    fc.constantFrom('---', '+++', '{', '', '--', '----', '\ufeff---'),
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('---', '+++', '}', '', '...Array.from('),
  )
  .map(([open, lines, end, close]) => [open, ...lines, close, ')正文'].join(end));

function assertNested(article: Article): void {
  const within = (inner: Range, outer: Range, what: string): void =>
    assert.ok(
      outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
      `${what} ${JSON.stringify(inner)} in ${JSON.stringify(outer)}`,
    );
  const whole = { start: 0, end: article.text.length };
  const visit = (node: Node, outer: Range): void => {
    within(node.range, outer, node.kind);
    if (node.kind === 'list') for (const item of node.items) visit(item, node.range);
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        // What an alias or merge key brings along stands where it was written.
        within(entry.range, whole, 'entry');
        within(entry.key.range, entry.range, 'key');
        visit(entry.value, entry.range);
      }
    }
  };
  if (article.tree) visit(article.tree, whole);
  for (const { range } of article.faults) within(range, whole, 'fault');
  for (const range of article.comments) within(range, whole, 'comment');
  within(article.body, whole, 'body');
}

const plain = (node: Node | undefined): unknown => node && JSON.parse(JSON.stringify(valueOf(node)));

describe('parseArticle, for any input', () => {
  it('never throws, keeps ranges inside each other, and gives the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary' }), text), input => {
        const article = parseArticle(input);
        assertNested(article);
        assert.deepEqual(parseArticle(input), article);
        for (const { range } of check(article, facts))
          assert.ok(range.start <= range.end && range.end <= input.length);
      }),
      RUNS,
    );
  });

  it('survives any single change of a right article', () => {
    const right = [
      '---\ntitle: "甲: 乙"\ndate: 2025-02-13\ntags:\n  - a # c\n  - \'b\'\nsummary: |\n  一\n  二\nmenu: {main: {weight: 1}}\n---\n正文',
      '+++\ntitle = "甲"\ndate = 2025-02-13T08:00:00+08:00\ntags = ["a", \'b\'] # c\nsummary = """\n一\n"""\n[menu.main]\nweight = 1\n+++\n正文',
      '{\n  "title": "甲",\n  "tags": ["a", "b"],\n  "menu": {"main": {"weight": 1}}\n}\n正文',
    ];
    const change = fc.tuple(fc.constantFrom(...right), fc.nat(), fc.nat({ max: 6 }), text);
    fc.assert(
      fc.property(change, ([base, at, length, insert]) => {
        const start = at % base.length;
        assertNested(parseArticle(base.slice(0, start) + insert + base.slice(start + length)));
      }),
      RUNS,
    );
  });
});

describe('parseArticle, for well-formed front matter', () => {
  it('reads YAML to the values of js-yaml', () => {
    fc.assert(
      fc.property(document, fc.boolean(), fc.constantFrom('\n', '\r\n'), (data, flow, end) => {
        const yaml = stringifyYaml(data, flow ? { collectionStyle: 'flow' } : {}).replaceAll('\n', end);
        const article = parseArticle(`---${end}${yaml}---${end}`);
        // Hugo before 0.152 refuses a `:` or `?` in a text between brackets, which js-yaml takes.
        fc.pre(article.faults.every(({ rule }) => rule !== 'yaml-special-start'));
        assert.deepEqual(article.faults, []);
        assert.deepEqual(
          plain(article.tree),
          JSON.parse(JSON.stringify(load(yaml, { schema: CORE_SCHEMA }))),
        );
      }),
      RUNS,
    );
  });

  it('reads TOML to the values of smol-toml', () => {
    fc.assert(
      fc.property(document, data => {
        const toml = stringifyToml(data);
        const article = parseArticle(`+++\n${toml}\n+++\n`);
        assert.deepEqual(article.faults, [], toml);
        assert.deepEqual(plain(article.tree), JSON.parse(JSON.stringify(parseToml(toml))));
      }),
      RUNS,
    );
  });

  it('reads JSON to the values of JSON.parse', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0, 2, '\t'), (data, indent) => {
        const json = JSON.stringify(data, undefined, indent);
        const article = parseArticle(`${json}\n正文`);
        assert.deepEqual(article.faults, []);
        assert.deepEqual(plain(article.tree), JSON.parse(json));
      }),
      RUNS,
    );
  });
});

describe('parseArticle, for hostile front matter', () => {
  const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 10; i++)
    laughs.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join('');
  const bombs: [string, string][] = [
    ['a billion laughs', `---\n${laughs.join('\n')}\n---\n`],
    ['an alias of itself', '---\na: &a [*a]\n---\n'],
    ['20,000 brackets in YAML', `---\na: ${'['.repeat(20_000)}\n---\n`],
    ['20,000 balanced brackets in YAML', `---\na: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\n`],
    ['20,000 braces in YAML', `---\na: ${'{a: '.repeat(20_000)}\n---\n`],
    ['20,000 list dashes', `---\na:\n  ${'- '.repeat(20_000)}\n---\n`],
    ['20,000 question marks', `---\n${'? '.repeat(20_000)}\n---\n`],
    ['20,000 brackets in TOML', `+++\na = ${'['.repeat(20_000)}\n+++\n`],
    ['a TOML key of 20,000 parts', `+++\n${'a.'.repeat(20_000)}b = 1\n+++\n`],
    ['20,000 brackets in JSON', `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['20,000 braces in JSON', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
    ['20,000 keys in YAML', `---\n${many(20_000, i => `k${i}: v\n`)}---\n`],
    ['20,000 equal keys in YAML', `---\n${many(20_000, () => 'k: v\n')}---\n`],
    ['5,000 broken lines in YAML', `---\n${many(5000, i => `k${i}: "v\n`)}---\n`],
    ['20,000 keys in TOML', `+++\n${many(18_000, i => `k${i} = 1\n`)}+++\n`],
    ['5,000 broken lines in TOML', `+++\n${many(5000, i => `k${i} = v\n`)}+++\n`],
    ['5,000 equal keys in TOML', `+++\n${many(5000, () => 'k = 1\n')}+++\n`],
    ['20,000 keys in JSON', `{${many(20_000, i => `"k${i}": 1,`)}"z": 1}`],
    ['30,000 tags', `---\ntags: [${many(30_000, i => `t${i}, `)}x]\n---\n`],
    ['a megabyte of blank lines', `---\n${'\n'.repeat(1_000_000)}a: 1\n---\n`],
    ['200 KB of blank lines', `---\n${'\n'.repeat(200_000)}a: 1\n---\n`],
    ['200 KB of spaces', `---\na: b${' '.repeat(200_000)}\n---\n`],
    ['200 KB of quotes', `---\na: ${'"'.repeat(200_000)}\n---\n`],
    ['200 KB of backslashes', `---\na: "${'\\'.repeat(200_000)}\n---\n`],
    ['200 KB of hashes', `---\n${'#'.repeat(200_000)}\n---\n`],
    ['200 KB of colons', `---\n${': '.repeat(100_000)}\n---\n`],
    ['200 KB of full-width colons', `---\n${'：'.repeat(100_000)}\n---\n`],
    ['a body of keys and indented lines', `---\ntitle: 甲\n---\nkey:\n${'    - x\n'.repeat(2000)}text\n`],
    ['NUL', '---\ntitle: "a\0b"\n---\n\0'],
    ['lone surrogates', '---\ntitle: "\ud800"\n\udc00: x\n---\n\ud800'],
    ['one line of 10 MB', `---\ntitle: ${'甲'.repeat(10_000_000)}\n---\n`],
    ['10 MB of fences', '---\n '.repeat(2_000_000)],
    ['10 MB body', `---\ntitle: 甲\n---\n${'正文\n'.repeat(3_400_000)}`],
    ['10 MB without an end', `---\n${'a: b\n'.repeat(2_000_000)}`],
    ['10 MB of JSON without an end', `{${'"a": "b",\n'.repeat(1_000_000)}`],
    ['10 MB without front matter', 'a\n'.repeat(5_000_000)],
  ];
  for (const [name, input] of bombs) {
    it(`ends soon for ${name}`, function () {
      // Milliseconds are measured in bench/; this catches what grows with the square of its input.
      this.timeout(30_000);
      const article = parseArticle(input);
      check(article, facts);
      assertNested(article);
    });
  }

  it('pollutes nothing', () => {
    for (const input of [
      '---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n---\n',
      '+++\n__proto__.polluted = 1\n[constructor.prototype]\npolluted = 1\n+++\n',
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    ]) {
      check(parseArticle(input), facts);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    }
  });
});
