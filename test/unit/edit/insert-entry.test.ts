import assert from 'node:assert/strict';
import { insertEntry } from '../../../src/core/edit/edit.ts';
import type { EditValue, Path } from '../../../src/core/edit/edit.ts';
import { edited, itEdits } from './support.ts';
import type { Operation } from './support.ts';

const insert =
  (path: Path, value: EditValue): Operation =>
  article =>
    insertEntry(article, path, value);

describe('insertEntry', () => {
  itEdits('yaml', [
    {
      name: 'a key comes behind its nearest predecessor in the schema',
      before: 'title: "x"\ntags:\n  - "a"\n  # more\nlead: ""\n',
      operation: insert(['menu'], ''),
      after: 'title: "x"\ntags:\n  - "a"\n  # more\nmenu: ""\nlead: ""\n',
    },
    {
      name: 'without one it comes in front of its nearest successor and the comments of that',
      before: 'own: 1\n# about toc\ntoc: true\n',
      operation: insert(['title'], 'x'),
      after: 'own: 1\n# about toc\ntitle: "x"\ntoc: true\n'.replace(
        '# about toc\ntitle: "x"\n',
        'title: "x"\n# about toc\n',
      ),
    },
    {
      name: 'comments in front of the next key stay with it',
      before: 'title: "x"\n# about tags\ntags: []\n',
      operation: insert(['date'], '2025-02-13'),
      after: 'title: "x"\ndate: "2025-02-13"\n# about tags\ntags: []\n',
    },
    {
      name: 'a key that the schema does not know comes last',
      before: 'zoo: 1\ntitle: x\n# end\n',
      operation: insert(['own'], [1]),
      after: 'zoo: 1\ntitle: x\nown:\n  - 1\n# end\n',
    },
    {
      name: 'new strings are quoted as most are',
      before: "a: 'x'\nb: 'y'\nc: \"z\"\n",
      operation: insert(['d'], "it's"),
      after: "a: 'x'\nb: 'y'\nc: \"z\"\nd: 'it''s'\n",
    },
    {
      name: 'keys are quoted where they have to be',
      before: 'a: "x"\n',
      operation: insert(['yes: no'], { on: 1, 作者: 2 }),
      after: 'a: "x"\n"yes: no":\n  "on": 1\n  作者: 2\n',
    },
    { name: 'empty front matter', before: '', operation: insert(['title'], 'x'), after: 'title: "x"\n' },
    {
      name: 'a comment to a tool stays first',
      before: '# yaml-language-server: $schema=x\n# hello\n',
      operation: insert(['title'], 'x'),
      after: '# yaml-language-server: $schema=x\ntitle: "x"\n# hello\n',
    },
    {
      name: 'nested maps grow at their end',
      before: 'menu:\n    main:\n        weight: 1\n        # name: x\nlead: "y"\n',
      operation: insert(['menu', 'main', 'pre'], 'p'),
      after: 'menu:\n    main:\n        weight: 1\n        pre: "p"\n        # name: x\nlead: "y"\n',
    },
    {
      name: 'maps in lists and in brackets, too',
      before: 'r:\n- a: 1\n  b: {c: 2}\n',
      operation: insert(['r', 0, 'b', 'd'], [3]),
      after: 'r:\n- a: 1\n  b: {c: 2, d: [3]}\n',
    },
    {
      name: 'null on the way becomes a map',
      before: 'menu:\n',
      operation: insert(['menu', 'main'], 1),
      after: 'menu:\n  main: 1\n',
    },
    {
      name: 'an unreadable neighbour is left whole',
      before: 'title: "x\n  y\ntoc: true\n',
      operation: insert(['date'], 'd'),
      after: 'title: "x\n  y\ndate: "d"\ntoc: true\n',
    },
    {
      name: 'a key that is there, whatever its case, is refused',
      before: 'Title: x\n',
      operation: insert(['title'], 1),
    },
    { name: 'a map that is not there is refused', before: 'a: 1\n', operation: insert(['b', 'c'], 1) },
    {
      name: 'a copy made by an alias is refused',
      before: 'a: &x {k: 1}\nb: *x\n',
      operation: insert(['b', 'c'], 1),
    },
  ]);

  itEdits('toml', [
    {
      name: 'a key comes in front of the first table',
      before: '[params]\nx = 1',
      operation: insert(['title'], 'x'),
      after: 'title = "x"\n[params]\nx = 1',
    },
    {
      name: 'a key comes in the order of the schema',
      before: "title='x'\ntags=['a']\n\n[menu.main]\nx=1",
      operation: insert(['date'], { date: '2025-02-13' }),
      after: "title='x'\ndate=2025-02-13\ntags=['a']\n\n[menu.main]\nx=1",
    },
    {
      name: 'maps are written in braces',
      before: 'title = "x"\n',
      operation: insert(['menu'], { main: { weight: 1, 'a b': [] } }),
      after: 'title = "x"\nmenu = { main = { weight = 1, "a b" = [] } }\n',
    },
    {
      name: 'dotted keys get another one',
      before: 'menu.main.weight = 1\nx = 1',
      operation: insert(['menu', 'main', 'name'], 'n'),
      after: 'menu.main.weight = 1\nmenu.main.name = "n"\nx = 1',
    },
    {
      name: 'tables without entries get one',
      before: '[a] # c\n[b]',
      operation: insert(['a', 'x'], 1),
      after: '[a] # c\nx = 1\n[b]',
    },
    {
      name: 'a map without a header of its own is refused',
      before: '[a.b]\nx = 1',
      operation: insert(['a', 'c'], 1),
    },
  ]);

  itEdits('json', [
    {
      name: 'in lines',
      before: '{\n\t"title": "x",\n\t"toc": true\n}',
      operation: insert(['tags'], ['a']),
      after: '{\n\t"title": "x",\n\t"tags": [\n\t\t"a"\n\t],\n\t"toc": true\n}',
    },
    {
      name: 'last',
      before: '{\n  "title": "x"\n}',
      operation: insert(['own'], {}),
      after: '{\n  "title": "x",\n  "own": {}\n}',
    },
    {
      name: 'first',
      before: '{ "toc": true }',
      operation: insert(['title'], 'x'),
      after: '{ "title": "x", "toc": true }',
    },
    {
      name: 'without blanks',
      before: '{"title":"x"}',
      operation: insert(['toc'], true),
      after: '{"title":"x","toc":true}',
    },
    { name: 'only one', before: '{}', operation: insert(['title'], 'x'), after: '{"title": "x"}' },
    {
      name: 'only one in lines',
      before: '{\n}',
      operation: insert(['title'], 'x'),
      after: '{\n  "title": "x"\n}',
    },
  ]);

  it('makes front matter where there is none, behind a BOM and with the line ends of the text', () => {
    const make = (text: string, format?: 'yaml' | 'toml' | 'json'): string | undefined =>
      edited(text, article => insertEntry(article, ['tags'], ['a'], format));
    assert.equal(make(''), '---\ntags:\n  - "a"\n---\n');
    assert.equal(make('\ufeffText\r\nmore'), '\ufeff---\r\ntags:\r\n  - "a"\r\n---\r\n\r\nText\r\nmore');
    assert.equal(make('\n# Title\n'), '---\ntags:\n  - "a"\n---\n\n# Title\n');
    assert.equal(make('Text\n', 'toml'), '+++\ntags = ["a"]\n+++\n\nText\n');
    assert.equal(make('Text\n', 'json'), '{\n  "tags": ["a"]\n}\n\nText\n');
  });

  it('knows the keys behind a comment in a file with CR', () => {
    assert.equal(
      edited('---\r# c\rtitle: "x"\r---\r', insert(['date'], 'd')),
      '---\r# c\rtitle: "x"\rdate: "d"\r---\r',
    );
  });

  it('declines where front matter cannot be read', () => {
    for (const text of ['--\n', '---\n- a\n---\n', '---\n'])
      assert.equal(edited(text, insert(['a'], 1)), undefined);
  });
});
