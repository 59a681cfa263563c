import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { setValue } from '../../../src/core/edit/edit.ts';
import type { EditValue, Path } from '../../../src/core/edit/edit.ts';
import { edited, itEdits } from './support.ts';
import type { Operation } from './support.ts';

const set =
  (path: Path, value: EditValue): Operation =>
  article =>
    setValue(article, path, value);

describe('setValue', () => {
  itEdits('yaml', [
    {
      name: 'a double-quoted string stays so, with what needs escaping',
      before: 'title: "甲" # note\n',
      operation: set(['title'], '他说："是" \\ \n\t\u0007'),
      after: 'title: "他说：\\"是\\" \\\\ \\n\\t\\u0007" # note\n',
    },
    {
      name: 'a single-quoted string stays so',
      before: "title:  'it''s'  \n",
      operation: set(['title'], "that's"),
      after: "title:  'that''s'  \n",
    },
    {
      name: 'a single-quoted string that single quotes cannot say gets double ones',
      before: "title: 'x'\n",
      operation: set(['title'], 'a\nb'),
      after: 'title: "a\\nb"\n',
    },
    {
      name: 'a plain string stays plain where that is safe',
      before: 'title: word\n',
      operation: set(['title'], '人工智能：3 个“问题”'),
      after: 'title: 人工智能：3 个“问题”\n',
    },
    {
      name: 'a block scalar keeps header, comment, indentation and chomping',
      before: 'summary: |- # long\n    one\n    two\n\ntoc: true\n',
      operation: set(['summary'], 'three\n\n  four'),
      after: 'summary: |- # long\n    three\n\n      four\n\ntoc: true\n',
    },
    {
      name: 'a folded scalar gets a blank line for each line end',
      before: 'summary: >\n  one\n  two\n',
      operation: set(['summary'], 'a\nb\n'),
      after: 'summary: >\n  a\n\n  b\n',
    },
    {
      name: 'a block scalar changes its chomping if the text has no line end',
      before: 'summary: |\n  one\n',
      operation: set(['summary'], 'two'),
      after: 'summary: |-\n  two\n',
    },
    {
      name: 'a block scalar that cannot say a text gets double quotes and keeps its comment',
      before: 'summary: | # long\n  one\n\ntoc: true\n',
      operation: set(['summary'], ' lead\u0000'),
      after: 'summary: " lead\\u0000" # long\n\ntoc: true\n'.replace('\\u0000', '\\0'),
    },
    {
      name: 'a value of another kind needs no quotes',
      before: 'toc: "false"\nweight: x\nlead: ""\n',
      operation: set(['toc'], false),
      after: 'toc: false\nweight: x\nlead: ""\n',
    },
    {
      name: 'a native date is a string',
      before: 'date: 2025\n',
      operation: set(['date'], { date: '2025-02-13 08:00:00' }),
      after: 'date: "2025-02-13 08:00:00"\n',
    },
    {
      name: 'nothing at all becomes a value in front of its comment',
      before: 'title:   # missing\n',
      operation: set(['title'], 'x'),
      after: 'title: "x"   # missing\n',
    },
    {
      name: 'a list with dashes keeps its dashes and the comments of what stays',
      before: 'tags:\n    -  "a" # one\n    # about b\n    -  "b"\n    -  "c"\n',
      operation: set(['tags'], ['a', 'x', 'c', 'd']),
      after: 'tags:\n    -  "a" # one\n    # about b\n    -  "x"\n    -  "c"\n    -  "d"\n',
    },
    {
      name: 'a list in brackets keeps its brackets',
      before: 'tags: [ a,b ] # note\n',
      operation: set(['tags'], ['c', 'd', 'd, e']),
      after: 'tags: [ c,d,"d, e" ] # note\n',
    },
    {
      name: 'a string becomes a list as the others of the file',
      before: 'tags:\n- a\ncategories: x # note\n',
      operation: set(['categories'], ['w', 'z']),
      after: 'tags:\n- a\ncategories: # note\n- w\n- z\n',
    },
    {
      name: "a list with dashes becomes a string on its key's line",
      before: 'menu: # note\n  # above\n  - main\n  - side # behind\nlead: x\n',
      operation: set(['menu'], ''),
      after: 'menu: "" # note\nlead: x\n',
    },
    {
      name: 'a map is changed entry by entry',
      before: 'menu:\n  main:\n    weight: 1 # first\n    name: x\n',
      operation: set(['menu', 'main'], { weight: 1, pre: 'p' }),
      after: 'menu:\n  main:\n    weight: 1 # first\n    pre: p\n',
    },
    {
      name: 'a string becomes a map',
      before: 'menu: ""\n',
      operation: set(['menu'], { main: { weight: 2, tags: ['a'] } }),
      after: 'menu:\n  main:\n    weight: 2\n    tags:\n      - "a"\n',
    },
    {
      name: 'a key that is missing is added',
      before: 'title: "x"\n',
      operation: set(['toc'], true),
      after: 'title: "x"\ntoc: true\n',
    },
    {
      name: 'an alias may be replaced as a whole',
      before: 'a: &x one\nb: *x\n',
      operation: set(['b'], 'two'),
      after: 'a: &x one\nb: two\n',
    },
    {
      name: 'a block scalar whose last blanks Hugo would drop gets double quotes',
      before: 'lead: |\n  x\n',
      operation: set(['lead'], 'y '),
      after: 'lead: "y "\n',
    },
    {
      name: 'what an alias copies is out of reach',
      before: 'a: &x {k: 1}\nb: *x\n',
      operation: set(['b', 'k'], 2),
    },
    {
      name: 'what a merge key brings is out of reach',
      before: 'a: &x {k: 1}\nb:\n  <<: *x\n',
      operation: set(['b', 'k'], 2),
    },
    {
      name: 'an anchor that others use is out of reach',
      before: 'a: &x one\nb: *x\n',
      operation: set(['a'], 'two'),
    },
    { name: 'half a surrogate pair is refused', before: 'a: x\n', operation: set(['a'], '\ud83d') },
    {
      name: 'a value that could not be read is refused',
      before: 'a: "x\nb: y\n',
      operation: set(['a'], 'z'),
    },
    {
      name: 'other keys may be broken',
      before: 'a: "x\nb: y\ntags: [a\n',
      operation: set(['b'], 'z'),
      after: 'a: "x\nb: z\ntags: [a\n',
    },
  ]);

  itEdits('toml', [
    {
      name: 'a basic string stays so',
      before: 'a = "x" # c',
      operation: set(['a'], 'y "\\\n'),
      after: 'a = "y \\"\\\\\\n" # c',
    },
    {
      name: 'a literal string stays so',
      before: "a = 'x'",
      operation: set(['a'], 'C:\\y'),
      after: "a = 'C:\\y'",
    },
    {
      name: 'a literal string with an apostrophe becomes basic',
      before: "a = 'x'",
      operation: set(['a'], "it's"),
      after: 'a = "it\'s"',
    },
    {
      name: 'a multi-line basic string stays so, with its first line end',
      before: 'a = """\nx"""',
      operation: set(['a'], 'y\n"""z"'),
      after: 'a = """\ny\n\\"\\""z\\""""',
    },
    {
      name: 'a multi-line literal string stays so',
      before: "a = '''x'''",
      operation: set(['a'], 'y\\\nz'),
      after: "a = '''y\\\nz'''",
    },
    {
      name: 'a line that looks like a fence does not end the front matter',
      before: 'a = """x"""',
      operation: set(['a'], 'y\n+++\nz'),
      after: 'a = """y\n\\u002B++\nz"""',
    },
    {
      name: 'a date is native',
      before: 'date = 2025-01-01T00:00:00+08:00',
      operation: set(['date'], { date: '2025-02-13T08:00:00+08:00' }),
      after: 'date = 2025-02-13T08:00:00+08:00',
    },
    { name: 'there is no null', before: 'a = 1', operation: set(['a'], null) },
    { name: 'no date but a date', before: 'a = 1', operation: set(['a'], { date: '1\nb = 2' }) },
    {
      name: 'a multi-line array keeps its lines',
      before: 'tags = [\n  "a", # one\n  "b",\n]',
      operation: set(['tags'], ['a', 'b', 'c']),
      after: 'tags = [\n  "a", # one\n  "b",\n  "c",\n]',
    },
    {
      name: 'a table becomes a value in front of the other tables',
      before: 'a = 1\n[b]\nx = 1\n[c]\ny = 2',
      operation: set(['b'], 'z'),
      after: 'a = 1\nb = "z"\n[c]\ny = 2',
    },
    {
      name: 'a table is changed entry by entry',
      before: '[b] # c\nx = 1 # one\ny = 2\n[c]',
      operation: set(['b'], { x: 1, z: [1] }),
      after: '[b] # c\nx = 1 # one\nz = [1]\n[c]',
    },
  ]);

  itEdits('json', [
    {
      name: 'values keep their place',
      before: '{"a": "x", "b": [1]}',
      operation: set(['a'], '"\n\u2028'),
      after: '{"a": "\\"\\n\u2028", "b": [1]}',
    },
    {
      name: 'a list of lines gets lines',
      before: '{\n  "tags": [\n    "a"\n  ]\n}',
      operation: set(['tags'], ['a', 'b']),
      after: '{\n  "tags": [\n    "a",\n    "b"\n  ]\n}',
    },
    { name: 'null', before: '{"a": 1}', operation: set(['a'], null), after: '{"a": null}' },
    { name: 'no number that is none', before: '{"a": 1}', operation: set(['a'], NaN) },
  ]);

  it('gives no edits if the value is there, however it is written', () => {
    const text = "---\na: 0x1F\nb: 'x'\nc: [1, {d: ~}]\ne: |\n  y\n---\n";
    const article = parseArticle(text);
    for (const [path, value] of [
      [['a'], 31],
      [['b'], 'x'],
      [['c'], [1, { d: null }]],
      [['e'], 'y\n'],
    ] as [Path, EditValue][]) {
      assert.deepEqual(setValue(article, path, value), []);
    }
  });

  it('takes line ends from the lines around', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const lines = (...parts: string[]): string => parts.map(part => part + eol).join('');
      assert.equal(
        edited(lines('---', 'tags: x', 'toc: true', '---'), set(['tags'], ['a', 'b'])),
        lines('---', 'tags:', '  - a', '  - b', 'toc: true', '---'),
      );
    }
  });

  it('takes an object with a date only for a native date, and a Map for a map', () => {
    assert.equal(edited('---\na: 1\n---\n', set(['a'], { date: 'x' })), '---\na: "x"\n---\n');
    assert.equal(
      edited('---\na: 1\n---\n', set(['a'], new Map([['date', 'x']]))),
      '---\na:\n  date: "x"\n---\n',
    );
  });

  it('knows the whole by the empty path', () => {
    assert.equal(
      edited('---\na: 1 # one\nb: 2\n---\n', set([], { a: 1, c: 3 })),
      '---\na: 1 # one\nc: 3\n---\n',
    );
  });

  it('writes no block scalar with CRLF, which Hugo reads wrong', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    assert.equal(
      edited(crlf('---\na: |\n  x\nb: 1\n---\n'), set(['a'], 'y\n')),
      crlf('---\na: "y\\n"\nb: 1\n---\n'),
    );
  });

  it('declines without front matter, or where it does not end', () => {
    for (const text of ['text\n', '---\na: 0\n\ntext\n'])
      assert.equal(edited(text, set(['a'], 1)), undefined);
  });
});
