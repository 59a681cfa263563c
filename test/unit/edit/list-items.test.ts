import {
  addItem,
  removeItem,
  reorderItems,
  replaceItem,
  toList,
  toSingle,
} from '../../../src/core/edit/edit.ts';
import type { EditValue } from '../../../src/core/edit/edit.ts';
import { itEdits } from './support.ts';
import type { Operation } from './support.ts';

const add =
  (value: EditValue, index?: number): Operation =>
  article =>
    addItem(article, ['tags'], value, index);
const drop =
  (index: number): Operation =>
  article =>
    removeItem(article, ['tags'], index);
const order =
  (...permutation: number[]): Operation =>
  article =>
    reorderItems(article, ['tags'], permutation);
const list: Operation = article => toList(article, ['tags']);
const single: Operation = article => toSingle(article, ['tags']);

describe('addItem', () => {
  itEdits('yaml', [
    {
      name: 'at the end of a list with dashes',
      before: 'tags:\n- "a" # c\n- b\nx: 1\n',
      operation: add('yes'),
      after: 'tags:\n- "a" # c\n- b\n- "yes"\nx: 1\n',
    },
    {
      name: 'quoted as the last',
      before: 'x: "1"\ntags:\n  -   \'a\'\n',
      operation: add('b'),
      after: "x: \"1\"\ntags:\n  -   'a'\n  -   'b'\n",
    },
    {
      name: 'in front of another and its comment',
      before: 'tags:\n  - a\n  # on b\n  - b\n',
      operation: add('c', 1),
      after: 'tags:\n  - a\n  - c\n  # on b\n  - b\n',
    },
    {
      name: 'a map',
      before: 'tags:\n  - a\n',
      operation: add({ x: 1, y: ['z'] }),
      after: 'tags:\n  - a\n  - x: 1\n    "y":\n      - z\n',
    },
    {
      name: 'in brackets',
      before: 'tags: [a, "b"] # c\n',
      operation: add('c'),
      after: 'tags: [a, "b", "c"] # c\n',
    },
    { name: 'first in brackets', before: 'tags: [a,b]\n', operation: add('c', 0), after: 'tags: [c,a,b]\n' },
    {
      name: 'in brackets over lines',
      before: 'tags: [\n    a, # one\n    b # two\n  ]\n',
      operation: add('c'),
      after: 'tags: [\n    a, # one\n    b, # two\n    c\n  ]\n',
    },
    {
      name: 'behind a trailing comma',
      before: 'tags: [\n    a,\n  ]\n',
      operation: add('c'),
      after: 'tags: [\n    a,\n    c,\n  ]\n',
    },
    {
      name: 'to an empty list, as the other lists',
      before: 'tags: []\n',
      operation: add('c'),
      after: 'tags:\n  - "c"\n',
    },
    { name: 'to nothing', before: 'tags: # c\n', operation: add('a'), after: 'tags: # c\n  - "a"\n' },
    { name: 'to the empty string', before: 'tags: ""\n', operation: add('a'), after: 'tags:\n  - "a"\n' },
    {
      name: 'to a string',
      before: "tags: 'a' # c\n",
      operation: add('b'),
      after: "tags: # c\n  - 'a'\n  - 'b'\n",
    },
    {
      name: 'to a missing key',
      before: 'title: "x"\ntoc: true\n',
      operation: add('a'),
      after: 'title: "x"\ntags:\n  - "a"\ntoc: true\n',
    },
    { name: 'beyond the end is refused', before: 'tags: [a]\n', operation: add('b', 2) },
    { name: 'to a map is refused', before: 'tags: {a: 1}\n', operation: add('b') },
    { name: 'to an alias is refused', before: 'x: &l [a]\ntags: *l\n', operation: add('b') },
  ]);
  itEdits('toml', [
    {
      name: 'in lines',
      before: 'tags = [\n  "a", # one\n  "b" # two\n]',
      operation: add('c'),
      after: 'tags = [\n  "a", # one\n  "b", # two\n  "c"\n]',
    },
    { name: 'on one line', before: "tags = [ 'a' ]", operation: add('b'), after: "tags = [ 'a', 'b' ]" },
    {
      name: 'an element of an array of tables',
      before: '[[tags]]\na = 1\n[x]',
      operation: add({ b: 2 }),
      after: '[[tags]]\na = 1\n[[tags]]\nb = 2\n[x]',
    },
  ]);
  itEdits('json', [
    {
      name: 'in lines',
      before: '{\n  "tags": [\n    "a"\n  ]\n}',
      operation: add('b', 0),
      after: '{\n  "tags": [\n    "b",\n    "a"\n  ]\n}',
    },
    {
      name: 'to a missing key',
      before: '{"title": "x"}',
      operation: add('a'),
      after: '{"title": "x", "tags": ["a"]}',
    },
  ]);
});

describe('removeItem', () => {
  itEdits('yaml', [
    {
      name: 'with its comments',
      before: 'tags:\n  - a\n  # on b\n  - b # two\n  - c\n',
      operation: drop(1),
      after: 'tags:\n  - a\n  - c\n',
    },
    {
      name: 'the only one',
      before: 'tags: # c\n  - a\nx: 1\n',
      operation: drop(0),
      after: 'tags: [] # c\nx: 1\n',
    },
    { name: 'a map', before: 'tags:\n- a: 1\n  b: 2\n- c\n', operation: drop(0), after: 'tags:\n- c\n' },
    { name: 'in brackets', before: 'tags: [a, b, c]\n', operation: drop(0), after: 'tags: [b, c]\n' },
    {
      name: 'the last in brackets over lines',
      before: 'tags: [\n    a, # one\n    b # two\n  ]\n',
      operation: drop(1),
      after: 'tags: [\n    a # one\n  ]\n',
    },
    { name: 'one that is not there is refused', before: 'tags: [a]\n', operation: drop(1) },
  ]);
  itEdits('toml', [
    {
      name: 'in lines',
      before: 'tags = [\n  "a", # one\n  # on b\n  "b",\n]',
      operation: drop(1),
      after: 'tags = [\n  "a", # one\n]',
    },
    {
      name: 'an element of an array of tables',
      before: '[[tags]]\na = 1\n[[tags]]\nb = 2',
      operation: drop(0),
      after: '[[tags]]\nb = 2',
    },
  ]);
  itEdits('json', [
    { name: 'on one line', before: '{"tags": ["a", "b"]}', operation: drop(1), after: '{"tags": ["a"]}' },
  ]);
});

describe('replaceItem', () => {
  itEdits('yaml', [
    {
      name: 'in its style',
      before: "tags:\n  - 'a' # c\n",
      operation: article => replaceItem(article, ['tags'], 0, 'b'),
      after: "tags:\n  - 'b' # c\n",
    },
    {
      name: 'no item is refused',
      before: 'tags:\n  - a\n',
      operation: article => replaceItem(article, ['tags'], 1, 'b'),
    },
  ]);
});

describe('reorderItems', () => {
  itEdits('yaml', [
    {
      name: 'comments above and behind move with their items, blank lines stay',
      before: 'tags:\n  # on a\n  - a # one\n\n  - b\n  - c: 1\n    d: 2 # four\nx: 1\n',
      operation: order(2, 0, 1),
      after: 'tags:\n  - c: 1\n    d: 2 # four\n\n  # on a\n  - a # one\n  - b\nx: 1\n',
    },
    {
      name: 'on one line',
      before: 'tags: [a,  b, "c"] # x\n',
      operation: order(2, 1, 0),
      after: 'tags: ["c",  b, a] # x\n',
    },
    { name: 'what is no permutation is refused', before: 'tags: [a, b]\n', operation: order(0, 0) },
  ]);
  itEdits('toml', [
    {
      name: 'in lines with comments',
      before: 'tags = [\n  "a", # one\n  "b" # two\n]',
      operation: order(1, 0),
      after: 'tags = [\n  "b", # two\n  "a" # one\n]',
    },
    {
      name: 'arrays of tables',
      before: '[[tags]]\na = 1\n\n[[tags]]\nb = 2',
      operation: order(1, 0),
      after: '[[tags]]\nb = 2\n\n[[tags]]\na = 1',
    },
  ]);
  itEdits('json', [
    {
      name: 'in lines',
      before: '{"tags": [\n  1,\n  2\n]}',
      operation: order(1, 0),
      after: '{"tags": [\n  2,\n  1\n]}',
    },
  ]);
});

describe('toList and toSingle', () => {
  itEdits('yaml', [
    {
      name: 'a string becomes a list as the others',
      before: 'x: [a]\ny: [b]\ntags: "c, d"\n',
      operation: list,
      after: 'x: [a]\ny: [b]\ntags: ["c, d"]\n',
    },
    { name: 'a number becomes an item', before: 'tags: 2025\n', operation: list, after: 'tags:\n  - 2025\n' },
    { name: 'null becomes an empty list', before: 'tags: ~\n', operation: list, after: 'tags: []\n' },
    { name: 'nothing becomes an empty list', before: 'tags:\n', operation: list, after: 'tags: []\n' },
    {
      name: 'a missing key gets an empty list',
      before: 'title: x\n',
      operation: list,
      after: 'title: x\ntags: []\n',
    },
    { name: 'a map is refused', before: 'tags: {}\n', operation: list },
    {
      name: 'a list of one becomes its item',
      before: "tags: # c\n  - 'a'\n",
      operation: single,
      after: "tags: 'a' # c\n",
    },
    {
      name: 'an empty list becomes the empty string',
      before: 'tags: []\n',
      operation: single,
      after: 'tags: ""\n',
    },
    { name: 'a list of two is refused', before: 'tags: [a, b]\n', operation: single },
    { name: 'a single value stays', before: 'tags: a\n', operation: single, after: 'tags: a\n' },
  ]);
  itEdits('toml', [
    { name: 'a string becomes an array', before: "tags = 'a'", operation: list, after: "tags = ['a']" },
  ]);
  itEdits('json', [
    { name: 'null becomes an empty list', before: '{"tags": null}', operation: list, after: '{"tags": []}' },
    {
      name: 'a list of one becomes its item',
      before: '{"tags": [1]}',
      operation: single,
      after: '{"tags": 1}',
    },
  ]);
});
