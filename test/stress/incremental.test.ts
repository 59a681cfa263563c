import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderAround } from '../../src/core/preview/incremental.ts';
import { defaultMarkup, markupOptions, renderBody } from '../../src/core/render/index.ts';
import type { RenderedBlock } from '../../src/core/render/render.ts';

/** The same cases each time; `SEED=random` hunts for new ones. */
const SEED = process.env['SEED'] === 'random' ? {} : { seed: 20250213 };

const blocks = [
  'Plain words.',
  'Two\nlines.',
  '**真，**她 and *this*',
  '## Heading',
  'Setext\n---',
  '- one\n- two',
  '1. one\n\n   deeper\n2. two',
  '> quoted\n> more',
  '```js\nlet a;\n```',
  '    indented',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '![p](/p.png)',
  '<div>\n\n*in*\n\n</div>',
  '<!-- note -->',
  'It’s "quoted" and it\'s',
  '“引”—...',
  'term\n: meaning',
  '***',
  '{{< figure src="/a.png" >}}',
  '~~gone~~ www.a.com',
];
const inserted = [
  'x',
  '字',
  '\n',
  '\n\n',
  '*',
  '#',
  '- ',
  '> ',
  '    ',
  '|',
  '```\n',
  '"',
  "'",
  '<div>',
  '---\n',
  ': ',
  '{{< x',
  '',
];
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(4),
    text: fc.constantFrom(...inserted),
  }),
  { minLength: 1, maxLength: 6 },
);
const bodies = fc
  .array(fc.constantFrom(...blocks), { minLength: 4, maxLength: 14 })
  .map(list => `${list.join('\n\n')}\n`);
const unsafe = markupOptions({ markup: { goldmark: { renderer: { unsafe: true } } } });

const shown = (list: readonly RenderedBlock[]): unknown[] =>
  list.map(({ html, startLine, endLine, hash }) => [html, startLine, endLine, hash]);

describe('Rendering around an edit', () => {
  it('comes to the same as rendering all of it, whatever is edited', () => {
    let kept = 0;
    fc.assert(
      fc.property(bodies, edits, fc.constantFrom(defaultMarkup, unsafe), (start, list, options) => {
        let source = start;
        let body = renderBody(source, options);
        for (const { at, length, text } of list) {
          const from = Math.floor(at * source.length);
          const next = source.slice(0, from) + text + source.slice(from + length);
          const around = renderAround({ source, options, body }, next, {});
          const whole = renderBody(next, options);
          if (around) {
            kept++;
            assert.deepEqual(shown(around.blocks), shown(whole.blocks));
            assert.equal(around.toc, whole.toc);
          }
          source = next;
          body = whole;
        }
      }),
      { numRuns: 1500, ...SEED },
    );
    assert.ok(kept > 300, `only ${kept} edits were rendered around`);
  });
});
