import assert from 'node:assert/strict';
import { diffBlocks } from '../../../src/core/preview/blocks.ts';

const blocks = (names: string): { hash: string; html: string }[] =>
  Array.from(names, name => ({ hash: name, html: `<p>${name}</p>` }));

describe('The difference between two lists of blocks', () => {
  const patch = (before: string, after: string): unknown => {
    const found = diffBlocks(Array.from(before), blocks(after));
    return (
      found && [
        found.start,
        found.removed,
        found.inserted.map(({ hash, html }) => (html === undefined ? hash : hash.toUpperCase())).join(''),
      ]
    );
  };

  it('is none between equal ones', () => assert.equal(patch('abc', 'abc'), undefined));
  it('is the block that comes', () => assert.deepEqual(patch('abc', 'axbc'), [1, 0, 'X']));
  it('is the block that goes', () => assert.deepEqual(patch('abc', 'ac'), [1, 1, '']));
  it('is the block that changes', () => assert.deepEqual(patch('abc', 'axc'), [1, 1, 'X']));
  it('sends blocks that move by name only', () => assert.deepEqual(patch('abcd', 'cbad'), [0, 3, 'cba']));
  it('sends a block again that comes more often than it goes', () =>
    assert.deepEqual(patch('aba', 'bcaab'), [0, 3, 'bCaaB']));
  it('is everything at the start', () => assert.deepEqual(patch('', 'ab'), [0, 0, 'AB']));
});
