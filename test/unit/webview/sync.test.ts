import assert from 'node:assert/strict';
import { heightOf, lineAt } from '../../../src/webview/preview/sync.ts';
import type { Layout } from '../../../src/webview/preview/sync.ts';

/** Blocks as `[first line, line behind the last, top, bottom]`; without heights they are not to be seen. */
function layout(...given: readonly (readonly number[])[]): Layout {
  const blocks = given.map(([start = 0, end = 0]) => ({ hash: '', nodes: [], start, end }));
  return {
    blocks,
    rectOf(block) {
      const [, , top, bottom] = given[blocks.indexOf(block as (typeof blocks)[number])] ?? [];
      return top === undefined || bottom === undefined ? undefined : { top, bottom };
    },
    bodyLine: 5,
    lineCount: 30,
    top: 200,
    bottom: 1000,
  };
}

describe('Lines and heights', () => {
  const page = layout([6, 8, 220, 300], [9, 10, 320, 360], [12, 13], [14, 24, 400, 900]);

  it('meet at the starts of blocks', () => {
    assert.deepEqual(
      [6, 9, 14].map(line => heightOf(line, page)),
      [220, 320, 400],
    );
    assert.deepEqual(
      [220, 320, 400].map(y => lineAt(y, page)),
      [6, 9, 14],
    );
  });
  it('are in proportion inside of a block and between blocks', () => {
    assert.equal(heightOf(7, page), 260);
    assert.equal(heightOf(19, page), 650);
    assert.equal(heightOf(8.5, page), 310);
    assert.equal(lineAt(650, page), 19);
  });
  it('have the front matter above the body, and what follows below it', () => {
    assert.equal(heightOf(0, page), 0);
    assert.equal(heightOf(5, page), 200);
    assert.equal(heightOf(30, page), 1000);
    assert.equal(lineAt(100, page), 2.5);
    assert.equal(lineAt(5000, page), 30);
  });
  it('pass over blocks that are not to be seen', () => {
    assert.equal(heightOf(12, page), 380);
  });
  it('need no blocks', () => {
    assert.equal(heightOf(17.5, layout()), 600);
  });
});
