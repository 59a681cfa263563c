import assert from 'node:assert/strict';
import { findFormulas } from '../../../src/core/preview/math.ts';
import { splitLines } from '../../../src/core/preview/split-lines.ts';

describe('Formulas in a text', () => {
  const found = (text: string): string[] =>
    findFormulas(text).map(({ tex, display }) => (display ? `[${tex}]` : tex));

  it('stand between the delimiters that MathJax knows without further settings', () => {
    assert.deepEqual(found(String.raw`a \(x\) b \[y\] c $$z$$ d $no$`), ['x', '[y]', '[z]']);
  });
  it('are environments, with their begin and end', () => {
    assert.deepEqual(found(String.raw`\begin{align}a&b\end{align}`), [
      String.raw`[\begin{align}a&b\end{align}]`,
    ]);
  });
  it('end where braces are balanced', () => {
    assert.deepEqual(found(String.raw`\(\text{ \) }\)`), [String.raw`\text{ \) }`]);
  });
  it('without an end are text, and what comes after is read', () => {
    assert.deepEqual(found(String.raw`\[ open \(x\)`), ['x']);
  });
  it('cover their delimiters', () => {
    assert.deepEqual(
      findFormulas(String.raw`a\(x\)b`).map(({ start, end }) => [start, end]),
      [[1, 6]],
    );
  });
});

describe('Coloured code in lines', () => {
  it('has each line closed in itself', () => {
    assert.deepEqual(splitLines('<span class="c">a\nb</span>\n&lt;c'), [
      '<span class="c">a</span>',
      '<span class="c">b</span>',
      '&lt;c',
    ]);
  });
});
