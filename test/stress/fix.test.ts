import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article/article.ts';
import { fixAll, preferredFix } from '../../src/core/fix/apply.ts';
import { applyEdits } from '../../src/core/edit/edit.ts';
import { editsBetween, unifiedDiff } from '../../src/core/fix/diff.ts';
import { facts, problemsOf } from '../unit/support/markers.ts';

/** The same cases each time; `SEED=random` hunts for new ones. */
const SEED = process.env['SEED'] === 'random' ? {} : { seed: 20250213 };

const given = { ...facts, now: Date.UTC(2025, 1, 13, 8) };
const check = (text: string): ReturnType<typeof problemsOf> => problemsOf(text, given);

const faults = (text: string): number => parseArticle(text).faults.length;

const BODY =
  '\n第一段**“重点”**，增长10~15%，下降3~5%。\n\n##小标题\n\n-一\n-二\n\n![图](/img/my cover.png)\n';

const BASES = [
  `---\ntitle: "早市"\ndate: 2025-02-13 08:00:00\nsummary: 摘要\ntags:\n  - a\n  - "b"\nthumbnail:\n  src: /a.png\ntoc: false\nsidebar: right\nwidgets: ["search", "recent"]\n---\n${BODY}`,
  `+++\ntitle = "早市"\ndate = 2025-02-13T08:00:00+08:00\ntags = ["a", "b"]\ntoc = false\n[thumbnail]\nsrc = "/a.png"\n+++\n${BODY}`,
  `{\n  "title": "早市",\n  "date": "2025-02-13",\n  "tags": ["a", "b"],\n  "toc": false\n}\n${BODY}`,
];

/** What slips into articles: signs of input methods, of YAML, whole values. */
const SLIPS = [
  '',
  '：',
  '，',
  '“',
  '”',
  '　',
  '\t',
  ' ',
  '  ',
  '\n',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  '- ',
  '-',
  '#',
  '@',
  '*',
  '&',
  '!',
  '|',
  '>',
  '%',
  '\\',
  '=',
  '---',
  '——-',
  '甲',
  '2025/2/13',
  'yes',
  '"false"',
  'tags: x\n',
  'title: 乙\n',
  'tag: y\n',
];

interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly slip: string;
}

const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({ at: fc.nat(400), remove: fc.nat(3), slip: fc.constantFrom(...SLIPS) }),
  { minLength: 1, maxLength: 3 },
);

const articles = fc.tuple(fc.constantFrom(...BASES), mutations, fc.boolean()).map(([base, all, windows]) => {
  const text = all.reduce((current, { at, remove, slip }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + slip + current.slice(start + remove);
  }, base);
  return windows ? text.replaceAll('\n', '\r\n') : text;
});

describe('fixing mutated articles', () => {
  it('ends with no sure fix left, and no more syntax errors than before', () =>
    fc.assert(
      fc.property(articles, text => {
        const fixed = fixAll(text, check).text;
        const after = check(fixed);
        assert.deepEqual(after.filter(preferredFix), []);
        assert.ok(faults(fixed) <= faults(text), 'syntax errors came');
      }),
      { numRuns: 500, ...SEED },
    ));

  it('takes each problem away by its fix', () =>
    fc.assert(
      fc.property(articles, text => {
        const before = check(text);
        for (const problem of before) {
          const fix = preferredFix(problem);
          if (!fix) continue;
          const after = check(applyEdits(text, fix.edits));
          const alike = (all: typeof before): number =>
            all.filter(({ rule, message }) => rule === problem.rule && message.code === problem.message.code)
              .length;
          assert.ok(
            after.length < before.length || alike(after) < alike(before),
            `${problem.rule} ${problem.message.code} is still there`,
          );
        }
      }),
      { numRuns: 300, ...SEED },
    ));
});

describe('differences of texts', () => {
  const lines = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd\r', ''), { maxLength: 40 })
    .map(all => all.join('\n'));

  it('give edits that make one of the other', () =>
    fc.assert(
      fc.property(lines, lines, (from, to) => assert.equal(applyEdits(from, editsBetween(from, to)), to)),
      { numRuns: 2000, ...SEED },
    ));

  it('give a diff that has all lines of both', () =>
    fc.assert(
      fc.property(lines, lines, (from, to) => {
        const diff = unifiedDiff('a', from, to);
        assert.equal(diff === '', from === to);
        const count = (sign: string): number =>
          diff
            .split('\n')
            .slice(3)
            .filter(line => line.startsWith(sign)).length;
        const change = to.split('\n').length - from.split('\n').length;
        if (from.endsWith('\n') === to.endsWith('\n') && from !== '' && to !== '')
          assert.equal(count('+') - count('-'), change);
      }),
      { numRuns: 2000, ...SEED },
    ));
});
