import { removeEntry, renameKey } from '../../../src/core/edit/edit.ts';
import type { Path } from '../../../src/core/edit/edit.ts';
import { itEdits } from './support.ts';
import type { Operation } from './support.ts';

const remove =
  (...path: Path): Operation =>
  article =>
    removeEntry(article, path);

const rename =
  (path: Path, key: string): Operation =>
  article =>
    renameKey(article, path, key);

describe('removeEntry', () => {
  itEdits('yaml', [
    {
      name: 'with its lines, its comments and nothing else',
      before: 'a: 1  \n# about b\n# and more\nb: # here\n  - x # there\n  # in it\n# about c\nc: 3\n',
      operation: remove('b'),
      after: 'a: 1  \n# about c\nc: 3\n',
    },
    {
      name: 'a comment that heads a group stays',
      before: 'a: 1\n\n# group\nb: 2\nc: 3\n',
      operation: remove('b'),
      after: 'a: 1\n\n# group\nc: 3\n',
    },
    {
      name: 'a comment behind a blank line stays',
      before: 'a: 1\n# on a\n\nb: 2\n',
      operation: remove('b'),
      after: 'a: 1\n# on a\n\n',
    },
    {
      name: 'an entry switched off stays',
      before: 'a: 1\n# b: 1\nb: 2\n',
      operation: remove('b'),
      after: 'a: 1\n# b: 1\n',
    },
    {
      name: 'a comment at the top stays',
      before: '# hello\na: 1\nb: 2\n',
      operation: remove('a'),
      after: '# hello\nb: 2\n',
    },
    { name: 'the only entry', before: 'a: 1\n', operation: remove('a'), after: '' },
    {
      name: 'the only entry of a map',
      before: 'a: # c\n  b: 1\nd: 2\n',
      operation: remove('a', 'b'),
      after: 'a: {} # c\nd: 2\n',
    },
    {
      name: 'behind a dash',
      before: 'r:\n- a: 1\n  b: 2\n',
      operation: remove('r', 0, 'a'),
      after: 'r:\n- b: 2\n',
    },
    {
      name: 'behind a dash with a comment below',
      before: 'r:\n- a: 1\n  # on b\n  b: 2\n',
      operation: remove('r', 0, 'a'),
      after: 'r:\n-\n  # on b\n  b: 2\n',
    },
    {
      name: 'first in braces',
      before: 'm: {a: 1, b: 2}\n',
      operation: remove('m', 'a'),
      after: 'm: {b: 2}\n',
    },
    {
      name: 'last in braces',
      before: 'm: { a: 1,b: 2 } # c\n',
      operation: remove('m', 'b'),
      after: 'm: { a: 1 } # c\n',
    },
    { name: 'only in braces', before: 'm: {a: 1}\n', operation: remove('m', 'a'), after: 'm: {}\n' },
    {
      name: 'blank lines that a block scalar above would take go, too',
      before: 'a: |+\n  x\n\nb: 1\n\nc: 2\n',
      operation: remove('b'),
      after: 'a: |+\n  x\n\nc: 2\n',
    },
    { name: 'an anchor that others use is refused', before: 'a: &x 1\nb: *x\n', operation: remove('a') },
    { name: 'a path to an item is refused', before: 'a: [1]\n', operation: remove('a', 0) },
  ]);

  itEdits('toml', [
    {
      name: 'an entry',
      before: 'a = 1\n# on b\nb = """\nx\n""" # c\nc = 2',
      operation: remove('b'),
      after: 'a = 1\nc = 2',
    },
    { name: 'a dotted key', before: 'a.b = 1\na.c = 2', operation: remove('a', 'b'), after: 'a.c = 2' },
    {
      name: 'all of a dotted key',
      before: 'a.b = 1\na.c = 2\nd = 1',
      operation: remove('a'),
      after: 'd = 1',
    },
    {
      name: 'a table',
      before: 'x = 1\n[a]\nb = 1\n[a.c]\nd = 1\n[e]',
      operation: remove('a'),
      after: 'x = 1\n[e]',
    },
    {
      name: 'the last entry of a table',
      before: '[a]\nb = 1\n[e]',
      operation: remove('a', 'b'),
      after: '[a]\n[e]',
    },
    {
      name: 'in an inline table',
      before: 'a = { b = 1, c.d = 2 }',
      operation: remove('a', 'c'),
      after: 'a = { b = 1 }',
    },
    {
      name: 'a table in several places is refused',
      before: '[a]\nb = 1\n[e]\n[a.c]',
      operation: remove('a'),
    },
  ]);

  itEdits('json', [
    {
      name: 'in the middle',
      before: '{\n  "a": 1,\n  "b": [\n    1\n  ],\n  "c": 3\n}',
      operation: remove('b'),
      after: '{\n  "a": 1,\n  "c": 3\n}',
    },
    {
      name: 'the last',
      before: '{\n  "a": 1,\n  "b": 2\n}',
      operation: remove('b'),
      after: '{\n  "a": 1\n}',
    },
    { name: 'the only', before: '{\n  "a": 1\n}', operation: remove('a'), after: '{\n}' },
    { name: 'on one line', before: '{"a":1,"b":2,"c":3}', operation: remove('b'), after: '{"a":1,"c":3}' },
  ]);
});

describe('renameKey', () => {
  itEdits('yaml', [
    {
      name: 'only the key',
      before: 'tag:   [a] # c\n',
      operation: rename(['tag'], 'tags'),
      after: 'tags:   [a] # c\n',
    },
    { name: 'quotes stay', before: "'tag': 1\n", operation: rename(['tag'], 'tags'), after: "'tags': 1\n" },
    {
      name: 'quotes come where they must',
      before: 'a: 1\n',
      operation: rename(['a'], 'on'),
      after: '"on": 1\n',
    },
    {
      name: 'only the case',
      before: 'Title: 1\n',
      operation: rename(['title'], 'title'),
      after: 'title: 1\n',
    },
    { name: 'nested', before: 'a: {b: 1}\n', operation: rename(['a', 'b'], 'c d'), after: 'a: {c d: 1}\n' },
    { name: 'a key that is there is refused', before: 'a: 1\nb: 2\n', operation: rename(['a'], 'B') },
    {
      name: 'a merged key is refused',
      before: 'a: &x {k: 1}\nb:\n  <<: *x\n',
      operation: rename(['b', 'k'], 'l'),
    },
  ]);
  itEdits('toml', [
    { name: 'a bare key', before: 'a = 1', operation: rename(['a'], 'b-c'), after: 'b-c = 1' },
    {
      name: 'a key that needs quotes',
      before: 'a.b = 1',
      operation: rename(['a', 'b'], '作者'),
      after: 'a."作者" = 1',
    },
    { name: 'a table', before: '[a]\nx = 1', operation: rename(['a'], 'b'), after: '[b]\nx = 1' },
    { name: 'a key in several places is refused', before: '[a]\n[a.b]', operation: rename(['a'], 'c') },
  ]);
  itEdits('json', [
    { name: 'a key', before: '{"a" : 1}', operation: rename(['a'], 'b"'), after: '{"b\\"" : 1}' },
  ]);
});
