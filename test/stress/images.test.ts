import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article/article.ts';
import { readAddress } from '../../src/core/images/address.ts';
import { inlineNote } from '../../src/core/images/inline.ts';
import { measure } from '../../src/core/images/measure.ts';
import { references } from '../../src/core/images/references.ts';
import { sniff } from '../../src/core/images/sniff.ts';
import { facts } from '../unit/support/markers.ts';
import * as image from '../unit/support/images.ts';

/** Numbers that look random, and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield state >>> 8;
  }
}

describe('Hostile images', () => {
  it('with headers changed in 10,000 ways are measured or not, and never for long', () => {
    const source = numbers(7);
    const next = (below: number): number => source.next().value % below;
    const samples = [
      image.jpeg(1000, 667, { orientation: 6 }),
      image.png(8, 8),
      image.gif(8, 8),
      image.webp(8, 8),
      image.isoImage('avif', 8, 8),
      image.isoImage('heic', 8, 8),
      image.zeroBox(),
      image.svg(' ', ' width="1" height="2"'),
      image.text('II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0'),
      image.text('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x10\0\0\0\x10'),
    ];
    let slowest = 0;
    for (let i = 0; i < 10_000; i++) {
      const sample = samples[i % samples.length] ?? new Uint8Array();
      const bytes = new Uint8Array(sample.length + (i % 3) * 500);
      bytes.set(sample);
      for (let change = 0; change <= i % 8; change++)
        bytes[next(bytes.length)] = next(4) === 0 ? 255 : next(256);
      const started = performance.now();
      sniff(bytes);
      measure(bytes);
      slowest = Math.max(slowest, performance.now() - started);
    }
    assert.ok(slowest < 1000, `${slowest} ms`);
  });

  it('in bodies made to be slow are listed all the same', () => {
    const bodies = [
      '<img src="'.repeat(20_000),
      '<!--'.repeat(40_000),
      `<img ${'a '.repeat(80_000)}>`,
      `<img srcset="${'a, '.repeat(50_000)}">`,
      '![](data:image/'.repeat(20_000),
      `${'![a][b] '.repeat(15_000)}\n\n[b]: c\n`,
      '![['.repeat(60_000),
      `![](data:image/png;base64,${'A'.repeat(3_000_000)})`,
    ];
    const unsafe = { markup: { goldmark: { renderer: { unsafe: true } } } };
    const given = {
      ...facts,
      site: facts.site && { ...facts.site, config: { ...facts.site.config, ...unsafe } },
    };
    for (const body of bodies) {
      const started = performance.now();
      const found = references(parseArticle(`---\ntitle: x\n---\n\n${body}`), given);
      for (const { url, kind } of found.slice(0, 100)) {
        readAddress(url, kind, { allowedHosts: [] });
        if (url.startsWith('data:')) inlineNote(url);
      }
      assert.ok(performance.now() - started < 5000, `${body.slice(0, 20)} ${performance.now() - started} ms`);
    }
  });

  it('with addresses made to be slow are read', () => {
    const urls = [
      `https://${'a.'.repeat(50_000)}com`,
      'a.'.repeat(50_000),
      `${'a'.repeat(100_000)}.com/`,
      '\u200b'.repeat(100_000),
      ` ${'\u3000'.repeat(100_000)}x`,
      `https://a.cn/${'%E2%80%8B'.repeat(20_000)}x`,
      'h'.repeat(100_000),
    ];
    for (const url of urls) {
      const started = performance.now();
      readAddress(url, 'image', { allowedHosts: [] });
      assert.ok(performance.now() - started < 1000, `${url.slice(0, 20)} ${performance.now() - started} ms`);
    }
  });
});
