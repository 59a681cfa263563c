import assert from 'node:assert/strict';
import { defaultMarkup, parseBody, rangeOf, readParts } from '../../src/core/render/index.ts';
import type { MarkupOptions, PartedBody, Token } from '../../src/core/render/index.ts';

/** Pieces that open, close, continue and swallow blocks. */
const PIECES = [
  '这是一段**加粗**的文字，`代码`和[链接][标签]，还有[^1]。\n\n',
  '## 标题\n\n',
  '标题\n---\n',
  '- 一\n- 二\n\n  续\n\n',
  '1. 甲\n\n2. 乙\n',
  '    缩进\n\n    代码\n',
  '\t代码\n',
  '```js\n代码\n\n文字\n',
  '```\n',
  '~~~\n\n',
  '> 引用\n懒续\n\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
  '[标签]: https://example.org/a "题"\n\n',
  '[^1]: 注\n\n    续注\n\n',
  '术语\n: 解释\n\n',
  ': 又一解释\n\n',
  '术语\n\n: 远处的解释\n',
  '<div>\n*甲*\n\n',
  '<!-- 注释\n\n',
  '-->\n',
  '<script>\n\n</script>\n',
  '\n\n\n',
  '   \n',
  '{{< figure src="/a.png" >}}\n\n',
  '{{< highlight go >}}\n\n# 代码\n\n{{< /highlight >}}\n',
  '<!--more-->\n\n',
  '***\n',
  'text without end',
  '*',
  '\r\n\r\n',
  '{.class}\n\n',
];

/** A small generator of numbers, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const some = (next: (below: number) => number, count: number): string =>
  Array.from({ length: count }, () => PIECES[next(PIECES.length)] ?? '').join('');

/** What rules see of tokens, each a line. Numbers of notes depend on the order of reading, and are not seen. */
function seen(tokens: readonly Token[], by: number): string[] {
  return tokens.flatMap(token => {
    const range = rangeOf(token) ?? { start: -by, end: -by };
    const line = `${token.type} ${range.start + by}-${range.end + by} ${token.markup} ${String(token.meta?.['destination'])}`;
    return [line, ...seen(token.children ?? [], by)];
  });
}

const ofParts = ({ parts }: PartedBody): string[] =>
  parts.flatMap(({ start, part }) => seen(part.tokens, start));

const plain: MarkupOptions = {
  ...defaultMarkup,
  extensions: {
    ...defaultMarkup.extensions,
    typographer: { ...defaultMarkup.extensions.typographer, disable: true },
  },
};

describe('a body read part by part', () => {
  it('has the tokens of one read at once', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const body = some(random(seed), 300).replaceAll('[^1]: ', '[1]: ');
      assert.deepEqual(ofParts(readParts(body, plain)), seen(parseBody(body, plain), 0), `seed ${seed}`);
    }
  }).timeout(60_000);

  it('is after any edit what reading from nothing gives', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const next = random(seed);
      let body = some(next, 300);
      let read = readParts(body, plain);
      for (let step = 0; step < 15; step++) {
        const at = next(body.length);
        body = body.slice(0, at) + some(next, next(3)) + body.slice(at + next(next(2) ? 3 : 200));
        read = readParts(body, plain, read);
        assert.equal(read.parts.map(({ part }) => part.source).join(''), body);
        assert.deepEqual(ofParts(read), ofParts(readParts(body, plain)), `seed ${seed}, step ${step}`);
      }
    }
  }).timeout(60_000);

  it('keeps nearly all parts of a long body when a letter is typed', () => {
    const body = '一段文字，有些长。\n\n'.repeat(20_000);
    const before = readParts(body, plain);
    const after = readParts(`${body.slice(0, 100_001)}字${body.slice(100_001)}`, plain, before);
    const kept = new Set(before.parts.map(({ part }) => part));
    assert.ok(after.parts.filter(({ part }) => !kept.has(part)).length <= 4);
  });
});
