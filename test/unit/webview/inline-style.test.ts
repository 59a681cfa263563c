import assert from 'node:assert/strict';
import { harmlessStyle } from '../../../src/webview/kit/inline-style.ts';

describe('Styles that content may have', () => {
  const kept = (style: string): string =>
    harmlessStyle(style)
      .map(pair => pair.join(':'))
      .join(';');

  it('are those of tables and of coloured code', () => {
    const code = 'color:#f8f8f2;background-color:#272822;-moz-tab-size:4;tab-size:4';
    assert.equal(kept(code), code);
    assert.equal(kept('text-align: center'), 'text-align:center');
    assert.equal(kept('display:flex; background-color:#3c3d38'), 'display:flex;background-color:#3c3d38');
    assert.equal(
      kept('width: calc(100% - 2em); color: rgb(1 2 3)'),
      'width:calc(100% - 2em);color:rgb(1 2 3)',
    );
  });

  it('load nothing, and lie over nothing', () => {
    const bad = [
      'background:url(https://a.example)',
      'background-color:url(x)',
      'color:u\\72l(x)',
      'position:fixed',
      'top:0',
      'z-index:9',
      '--x:url(a)',
      'color:var(--x)',
      'color:image-set("a" 1x)',
      'color:red}*{color:blue',
      'content:"x"',
      'cursor:url(a),auto',
      'transform:scale(9)',
      'color:calc(url(x))',
    ];
    for (const style of bad) assert.equal(kept(style), '', style);
  });

  it('are not searched at length', () => assert.equal(kept(`color:${'a'.repeat(6000)}`), ''));
});
