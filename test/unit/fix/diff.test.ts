import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { editsBetween, unifiedDiff } from '../../../src/core/fix/diff.ts';

const lines = (...all: string[]): string => all.map(line => `${line}\n`).join('');

describe('a unified diff', () => {
  it('is empty for equal texts', () => assert.equal(unifiedDiff('a.md', 'x\n', 'x\n'), ''));

  it('shows three lines around a change', () => {
    const from = lines('1', '2', '3', '4', '5', '6', '7', '8', '9');
    assert.equal(
      unifiedDiff('content/a.md', from, from.replace('5', 'five')),
      '--- a/content/a.md\n+++ b/content/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    );
  });

  it('keeps changes far from each other in hunks of their own', () => {
    const from = lines(...Array.from({ length: 30 }, (_, index) => `line ${index}`));
    const to = from.replace('line 2\n', '').replace('line 25\n', 'line 25\nnew\n');
    const diff = unifiedDiff('a.md', from, to);
    assert.deepEqual(diff.match(/^@@.*@@$/gm), ['@@ -1,6 +1,5 @@', '@@ -24,6 +23,7 @@']);
  });

  it('finds what stays between two changes', () => {
    const diff = unifiedDiff('a.md', lines('a', 'b', 'c', 'd'), lines('x', 'b', 'y', 'd'));
    assert.equal(diff.split('\n').slice(3).join('|'), '-a|+x| b|-c|+y| d|');
  });

  it('says where the line end at the end of the file is missing', () =>
    assert.match(
      unifiedDiff('a.md', 'a\nb', 'a\nc'),
      /-b\n\\ No newline at end of file\n\+c\n\\ No newline/,
    ));

  it('names the line before a stretch that is empty', () =>
    assert.match(unifiedDiff('a.md', '', 'a\n'), /^@@ -0,0 \+1,1 @@$/m));
});

describe('the edits between two texts', () => {
  for (const [name, from, to] of [
    ['nothing', 'a\n', 'a\n'],
    ['a letter', 'title: a\ndate: b\n', 'title: c\ndate: b\n'],
    ['a line end', 'a\r\nb\r\n', 'a\nb\r\n'],
    ['half of a character pair', 'x😀\n', 'x😁\n'],
    ['lines that come and go', lines('a', 'b', 'c', 'd'), lines('b', 'x', 'c')],
    ['everything', 'a\nb\nc', 'd\ne'],
    ['repetition', 'aa\naa\n', 'aa\naa\naa\n'],
    ['all of a file', '', 'a'],
  ] as const) {
    it(`make one of the other: ${name}`, () => {
      const edits = editsBetween(from, to);
      assert.equal(applyEdits(from, edits), to);
      for (const { range } of edits)
        assert.doesNotMatch(from.slice(range.start - 1, range.start + 1), /^\r\n$/);
    });
  }

  it('are as many as the places that differ', () =>
    assert.deepEqual(editsBetween('k: a\nl: b\nm: c\n', 'k: x\nl: b\nm: y\n'), [
      { range: { start: 3, end: 4 }, newText: 'x' },
      { range: { start: 13, end: 14 }, newText: 'y' },
    ]));
});
