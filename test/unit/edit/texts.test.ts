import assert from 'node:assert/strict';
import jsYaml from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import YAML from 'yaml';
import { setValue } from '../../../src/core/edit/edit.ts';
import type { EditValue } from '../../../src/core/edit/edit.ts';
import { edited } from './support.ts';

const WORDS = 'y Y n yes No on OFF true False null NULL ~ = << .inf -.INF .nan nan inf';
const NUMBERS =
  '0 -1 +1 1.5 .5 1. 1e3 1E-3 0x1F 0o17 017 0b11 1_000 1,000 12:30 12:30:45 190:20:30.15 2025-01-01';
const DATES = '2025-1-1|2025-02-13 08:00:00|2025-02-13T08:00:00Z|2025-02-13 08:00:00 +08:00';
const STARTS =
  '- a|-a|---|--- a|...|? a|?a|: a|:a|#a|&a|*a|!a|%a|@a|`a|\'a|"a|[a|{a|]a|}a|,a|>a|<<: a|~a|=a|+++';
const INSIDE =
  'a: b|a:|a #b|a#b|a:b|a, b|a]b|a}b|http://x.y/z?a=b#c|C:\\new|a"b|it\'s|他说：“好”|key：值|3D 打印|1 个|\\|a\\';
const BLANKS = [' a', 'a ', '', ' ', '\t', 'a\tb', '\u3000a', '\u00a0', 'a\r\nb', 'a\rb', '|', "'''", '"""'];
const UNICODE = [
  '\0',
  '\u0007\u001b\u007f',
  '\u0085\u2028\u2029',
  '\ufeff',
  '\ufffe\uffff',
  '😀𠮷',
  '\u{10ffff}',
];
const LINES = [
  'a\nb',
  '\na',
  'a\n\n',
  '\n',
  'a\n---\nb',
  'a\n+++\nb',
  'a\n  b\n',
  ' a\nb',
  'a \nb\n\n\nc',
  'a\n#b\n',
];
const FOR_LINES = [...LINES, ' a', 'a ', '', '\t', 'a\r\nb', "'''", '"""', '\\', '\0', '\u2028', '\ufeff'];
/** More than a list is changed by one by one: it is written as a whole, in the one style of the file. */
const TEXTS = [
  ...[WORDS, NUMBERS].flatMap(list => list.split(' ')),
  ...[DATES, STARTS, INSIDE].flatMap(list => list.split('|')),
  ...BLANKS,
  ...UNICODE,
  ...LINES,
];

/** The front matter of an article after its key `a` is set, without the fences. */
function written(before: string, value: EditValue): string {
  const after = edited(before, article => setValue(article, ['a'], value));
  assert.ok(after !== undefined, JSON.stringify(value));
  return after.replace(/^(?:---|\+\+\+)\r?\n|(?:---|\+\+\+)\r?\n$/g, '');
}

function checkYaml(source: string, value: EditValue): void {
  for (const found of [YAML.parse(source), YAML.parse(source, { version: '1.1' }), jsYaml.load(source)]) {
    assert.deepEqual(found, { a: value }, source);
  }
}

const checkToml = (source: string, value: EditValue): void =>
  assert.deepEqual({ ...parseToml(source) }, { a: value }, source);

describe('every text comes back as it is', () => {
  for (const style of ['- word', "- 'word'", '- "word"', '[word]']) {
    it(`from a YAML list as ${style}, for readers of 1.1 and 1.2`, () => {
      const before = `---\na:${style.startsWith('-') ? '\n  ' : ' '}${style}\n---\n`;
      const source = written(before, TEXTS);
      checkYaml(source, TEXTS);
      const quotes = { w: /他说：“好”/, "'": /'a#b'/, '"': /"a#b"/ }[/[w"']/.exec(style)?.[0] ?? ''];
      assert.match(source, quotes ?? /^$/);
    });
  }

  for (const style of ['|+\n  word\n', '>-\n    word', '|2-\n  word']) {
    it(`from a YAML block scalar as ${JSON.stringify(style)}`, () => {
      for (const text of [...LINES, ...BLANKS, ...UNICODE])
        checkYaml(written(`---\na: ${style}\n---\n`, text), text);
    });
  }

  for (const style of ['word', "'word'", '"word"']) {
    it(`from YAML keys as ${style}`, () => {
      for (const key of ['on', '1', 'a: b', '', '-', '#', "it's", '作者']) {
        const source = written(`---\na: {x: ${style}}\n---\n`, new Map([[key, 'x']]));
        checkYaml(source, { [key]: 'x' });
      }
    });
  }

  for (const style of ["'word'", '"word"']) {
    it(`from a TOML array as ${style}`, () => {
      for (const eol of ['\n', '\r\n'])
        checkToml(written(`+++${eol}a = [${style}]${eol}+++${eol}`, TEXTS), TEXTS);
    });
  }

  for (const style of ["'''word'''", '"""\nword"""']) {
    it(`from a TOML string of lines as ${JSON.stringify(style)}`, () => {
      for (const text of FOR_LINES) {
        checkToml(written(`+++\na = ${style}\n+++\n`, text), text);
        checkToml(written(`+++\r\na = ${style.replace('\n', '\r\n')}\r\n+++\r\n`, text), text);
      }
    });
  }

  it('from JSON', () => {
    assert.deepEqual(JSON.parse(written('{"a": [1]}', TEXTS)), { a: TEXTS });
  });
});
