import assert from 'node:assert/strict';
import { joinBlocks } from '../../../src/core/preview/join-blocks.ts';
import { markupOptions, renderBlocks } from '../../../src/core/render/index.ts';

const options = markupOptions({ markup: { goldmark: { renderer: { unsafe: true } } } });
const joined = (source: string): [string, number, number][] =>
  joinBlocks(renderBlocks(source, options)).map(({ html, startLine, endLine }) => [
    html.replaceAll('\n', ''),
    startLine,
    endLine,
  ]);

describe('Blocks with raw HTML', () => {
  it('are one as long as an element is open', () => {
    assert.deepEqual(joined('a\n\n<div class="x">\n\n*in*\n\n</div>\n\nb\n'), [
      ['<p>a</p>', 0, 1],
      ['<div class="x"><p><em>in</em></p></div>', 2, 7],
      ['<p>b</p>', 8, 9],
    ]);
  });
  it('stay apart otherwise', () => {
    assert.equal(joined('a<br>\n\n<img src="a>b">\n\n<!-- <div> -->\n\n- b\n').length, 4);
    assert.equal(joined('</div>\n\na\n\nb\n').length, 3);
  });
  it('stay apart where the element is never closed', () => {
    assert.equal(joined('<div>\n\na\n\nb\n').length, 3);
  });
});
