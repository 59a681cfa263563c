import assert from 'node:assert/strict';
import {
  defaultMarkup,
  markupOptions,
  parseBody,
  renderBlocks,
  renderBody,
} from '../../../src/core/render/index.ts';

describe('Blocks of a body', () => {
  const body =
    '# 题\n\n甲\n乙\n\n<!--more-->\n\n{{< details >}}\n丙\n{{< /details >}}\n\n- 丁\n\n[^1]\n\n[^1]: 注\n';

  it('have lines, and join to the whole', () => {
    const rendered = renderBody(body, defaultMarkup);
    assert.equal(
      renderBlocks(body, defaultMarkup)
        .map(({ html }) => html)
        .join(''),
      rendered.html,
    );
    assert.deepEqual(
      rendered.blocks.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 1],
        [2, 4],
        [7, 10],
        [11, 12],
        [13, 14],
        [15, 16],
      ],
    );
  });

  it('keep their hash when they move', () => {
    const before = renderBlocks(body, defaultMarkup).map(({ hash }) => hash);
    const after = renderBlocks(`新\n\n${body}`, defaultMarkup).map(({ hash }) => hash);
    assert.deepEqual(after.slice(1), before);
    assert.equal(new Set(before).size, before.length);
  });

  it('know where the summary ends', () => {
    const { divider, blocksBeforeDivider } = renderBody(body, defaultMarkup);
    assert.equal(divider, body.indexOf('<!--more-->'));
    assert.equal(blocksBeforeDivider, 2);
  });
});

describe('The table of contents', () => {
  it('lists the levels of the configuration', () => {
    const { toc, headings } = renderBody('# 一\n\n## [二](x) `c`\n\n#### 四\n\n### 三\n', defaultMarkup);
    assert.equal(
      toc,
      '<nav id="TableOfContents">\n  <ul>\n    <li><a href="#二-c">二 <code>c</code></a>\n      <ul>\n        <li></li>\n' +
        '        <li><a href="#三">三</a></li>\n      </ul>\n    </li>\n  </ul>\n</nav>',
    );
    assert.deepEqual(
      headings.map(({ level, id, start }) => [level, id, start]),
      [
        [1, '一', 0],
        [2, '二-c', 5],
        [4, '四', 20],
        [3, '三', 28],
      ],
    );
  });

  it('is an empty element without headings', () => {
    assert.equal(renderBody('甲', defaultMarkup).toc, '<nav id="TableOfContents"></nav>');
  });
});

describe('Markup options', () => {
  it('are the defaults for a configuration without any', () => {
    assert.deepEqual(markupOptions({}), defaultMarkup);
    assert.deepEqual(markupOptions(null), defaultMarkup);
    assert.deepEqual(markupOptions({ markup: { goldmark: 'x', highlight: [] } }), defaultMarkup);
  });

  it('are read in any case, by new names and old', () => {
    const options = markupOptions(
      {
        ENABLEEMOJI: 'true',
        Markup: {
          Goldmark: {
            Extensions: { Typographer: false, linkifyPROTOCOL: 'http', footnote: { enable: false } },
            parser: { autoHeadingIDType: 'blackfriday', attribute: { BLOCK: 1 } },
            renderer: { unsafe: true },
          },
          highlight: { lineNos: 'inline', tabWidth: '8' },
          tableofcontents: { endLevel: -1 },
        },
      },
      '0.131.0',
    );
    assert.equal(options.enableEmoji, true);
    assert.equal(options.extensions.typographer.disable, true);
    assert.equal(options.extensions.linkifyProtocol, 'http');
    assert.equal(options.extensions.footnote.enable, false);
    assert.equal(options.parser.autoIDType, 'blackfriday');
    assert.equal(options.parser.attributeBlock, true);
    assert.equal(options.renderer.unsafe, true);
    assert.deepEqual([options.highlight.lineNos, options.highlight.tabWidth], ['inline', 8]);
    assert.equal(options.tableOfContents.endLevel, -1);
    assert.equal(options.hugoVersion, '0.131.0');
  });
});

describe('Hostile bodies', () => {
  const count = 1_500;
  const bodies = ['*', 'a*', '[', '[a](', '~', '"', '`a', '<a ', '> ', '- ', '![', 'a@', '{{< a >}}'];
  it('take time in proportion to their length', () => {
    const start = performance.now();
    for (const piece of bodies) parseBody(piece.repeat(count), defaultMarkup);
    assert.ok(performance.now() - start < 1_000);
  });
});
