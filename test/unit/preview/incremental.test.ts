import assert from 'node:assert/strict';
import { renderAround } from '../../../src/core/preview/incremental.ts';
import { defaultMarkup, renderBody } from '../../../src/core/render/index.ts';

describe('Rendering around an edit', () => {
  const source = `${Array.from({ length: 50 }, (_, i) => `Block ${i}.`).join('\n\n')}\n`;
  const last = { source, options: defaultMarkup, body: renderBody(source, defaultMarkup) };
  const edited = (from: string, to: string): ReturnType<typeof renderAround> =>
    renderAround(last, source.replace(from, to), {});

  it('renders a letter anew with its block, and keeps the others', () => {
    const around = edited('Block 25.', 'Block 25!.');
    assert.equal(around?.blocks[25]?.html, '<p>Block 25!.</p>\n');
    assert.equal(around.blocks[24], last.body.blocks[24]);
    assert.equal(around.blocks[49], last.body.blocks[49]);
  });

  it('moves what comes after a new paragraph', () => {
    const around = edited('Block 25.', 'New.\n\nBlock 25.');
    assert.equal(around?.blocks.length, 51);
    assert.equal(around.blocks[50]?.startLine, (last.body.blocks[49]?.startLine ?? 0) + 2);
  });

  it('leaves what acts on other places to a full rendering', () => {
    for (const text of ['```', '[a]: /b', 'Text[^1]', '## Heading', '"quoted', '{{< x >}}', 'term\n: text']) {
      assert.equal(edited('Block 25.', text), undefined, text);
    }
  });
});
