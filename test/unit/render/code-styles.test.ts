import assert from 'node:assert/strict';
import { codeStyle } from '../../../src/core/render/html/code-styles.ts';
import { STYLES } from '../../../src/core/render/html/code-styles-data.ts';
import { markupOptions, renderBody } from '../../../src/core/render/index.ts';

const fence = (style: string, more = ''): string =>
  renderBody(`\`\`\`go {style=${style}${more}}\nx\n\`\`\`\n`, markupOptions({}, '0.169.0')).html;

describe('the styles of code', () => {
  it('have the colours that Hugo prints, short where it prints them short', () => {
    assert.equal(codeStyle('monokai').keyword, '#66d9ef');
    assert.equal(codeStyle('github').background, '#f7f7f7');
    assert.equal(codeStyle('vs').background, '#fff');
  });

  it('are known in any case, and the one that Chroma falls back to stands for what it does not know', () => {
    assert.deepEqual(codeStyle('Monokai'), codeStyle('monokai'));
    assert.deepEqual(codeStyle('none-such'), codeStyle('swapoff'));
    assert.deepEqual(codeStyle('constructor'), codeStyle('swapoff'));
  });

  it('are all colours', () => {
    for (const style of Object.keys(STYLES))
      for (const colour of Object.values(codeStyle(style)))
        assert.match(colour, /^#(?:[\da-f]{3}|[\da-f]{6})$/, style);
  });

  it('are those of the block, of its numbers and of the lines that are marked', () => {
    assert.match(
      fence('dracula'),
      /<pre tabindex="0" style="color:#f8f8f2;background-color:#282a36;-moz-tab/,
    );
    assert.match(fence('vs'), /<pre tabindex="0" style="background-color:#fff;-moz-tab/);
    const marked = fence('dracula', ',linenos=inline,hl_lines=[1]');
    assert.match(marked, /<span style="display:flex; background-color:#3d3f4a">/);
    assert.match(marked, /0\.4em;color:#7f7f7f">1</);
  });
});

describe('a diagram of characters', () => {
  it('is a box that holds its source, with the class that it was given', () => {
    const html = renderBody('```goat {class="wide"}\n+-> <a>\n```\n', markupOptions({})).html;
    assert.equal(
      html,
      '<div class="goat svg-container wide"><pre tabindex="0"><code class="language-goat" data-lang="goat">+-&gt; &lt;a&gt;\n</code></pre></div>',
    );
  });
});
