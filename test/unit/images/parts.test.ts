import assert from 'node:assert/strict';
import {
  describeImage,
  imageNotes,
  sizeText,
  DEFAULT_IMAGE_LIMITS,
} from '../../../src/core/images/image-notes.ts';
import { inlineNote } from '../../../src/core/images/inline.ts';
import { measure } from '../../../src/core/images/measure.ts';
import { retryAfter } from '../../../src/core/images/retry-after.ts';
import { expiryOf } from '../../../src/core/images/signed.ts';
import { sniff } from '../../../src/core/images/sniff.ts';
import { localiser } from '../../../src/core/messages.ts';
import { proxyFromEnvironment } from '../../../src/platform/node/proxy.ts';
import * as image from '../support/images.ts';

describe('Bytes', () => {
  const kindOf = (bytes: Uint8Array): string => {
    const found = sniff(bytes);
    return found.kind === 'image'
      ? found.format
      : found.kind === 'xml'
        ? `xml ${found.error ?? ''}`.trim()
        : found.kind;
  };

  it('say what they are, whatever they are called', () => {
    const cases: [Uint8Array, string][] = [
      [image.jpeg(1, 1), 'JPEG'],
      [image.png(1, 1), 'PNG'],
      [image.gif(1, 1), 'GIF'],
      [image.webp(1, 1), 'WebP'],
      [image.isoImage('avif', 1, 1), 'AVIF'],
      [image.isoImage('heic', 1, 1), 'HEIC'],
      [image.svg(), 'SVG'],
      [image.text('\ufeff<!-- x --><!DOCTYPE svg PUBLIC "x"><svg/>'), 'SVG'],
      [image.text('<html><svg>'), 'html'],
      [image.text('<!doctype html>'), 'html'],
      [image.text('  [{"a":1}]'), 'json'],
      [image.text('<?xml version="1.0"?><list/>'), 'xml'],
      [image.text('<Error><Code>NoSuchKey</Code></Error>'), 'xml NoSuchKey'],
      [image.text('BMW is a car and no bitmap'), 'text'],
      [image.text('%PDF-1.7'), 'other'],
      [Uint8Array.from([0, 0, 0, 24, ...image.text('ftypisom\0\0\0\0isomiso2')]), 'other'],
      [Uint8Array.from([1, 2, 3, 4]), 'unknown'],
      [new Uint8Array(), 'unknown'],
    ];
    for (const [bytes, expected] of cases) assert.equal(kindOf(bytes), expected);
  });

  it('give the size as it is shown', () => {
    const size = (bytes: Uint8Array): string => {
      const found = measure(bytes);
      return found ? `${found.width}×${found.height}` : 'none';
    };
    assert.equal(size(image.jpeg(1000, 667)), '1000×667');
    assert.equal(size(image.jpeg(1000, 667, { orientation: 3 })), '1000×667');
    assert.equal(size(image.jpeg(1000, 667, { orientation: 6 })), '667×1000');
    assert.equal(size(image.webp(800, 600)), '800×600');
    assert.equal(size(image.isoImage('avif', 800, 600)), '800×600');
    assert.equal(size(image.png(0, 5)), '0×5');
    assert.equal(size(image.jpeg(1000, 667, { padding: 90_000 }).subarray(0, 65_536)), 'none');
    assert.equal(size(image.text('<html>')), 'none');
  });
});

describe('An embedded image', () => {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const codeOf = (url: string): string | undefined => inlineNote(url)?.code;

  it('101 is right, damaged or too large', () => {
    assert.equal(codeOf(`data:image/png;base64,${base64(image.png(8, 8))}`), undefined);
    assert.equal(
      codeOf(`data:image/jpeg;base64,${base64(image.jpeg(8, 8, { padding: 90_000 }))}`),
      undefined,
    );
    assert.equal(codeOf('data:image/svg+xml,%3Csvg/%3E'), undefined);
    assert.equal(
      codeOf('data:image/gif,GIF89a%01%00%01%00%80%00%00%00%00%00%00%00%00%2C%00%00%00%00'),
      undefined,
    );
    assert.equal(codeOf('data:image/png;base64,AAAA'), 'remote.inline-damaged');
    assert.equal(codeOf('data:image/png;base64,iVBORw0KGgo='), 'remote.inline-damaged');
    assert.equal(codeOf('data:image/png;base64,有'), 'remote.inline-damaged');
    assert.equal(codeOf('data:image/png'), 'remote.inline-damaged');
    assert.equal(
      codeOf(`data:image/jpeg;base64,${base64(image.jpeg(8, 8, { padding: 2_000_000 }))}`),
      'remote.inline-large',
    );
  });

  it('102 has to be an image', () => assert.equal(codeOf('data:text/html,x'), 'remote.not-image'));
});

describe('What servers ask for', () => {
  const now = Date.UTC(2026, 0, 1);
  it('Retry-After is seconds, a date, or what some write', () => {
    assert.equal(retryAfter('1', now), 1000);
    assert.equal(retryAfter(' 30s ', now), 30_000);
    assert.equal(retryAfter('1m30s', now), 90_000);
    assert.equal(retryAfter('2h', now), 7_200_000);
    assert.equal(retryAfter('Thu, 01 Jan 2026 00:00:05 GMT', now), 5000);
    assert.equal(retryAfter('Thu, 01 Jan 2015 00:00:05 GMT', now), 0);
    for (const odd of ['', 'soon', '-1', '1.5', '99999999999999'])
      assert.equal(retryAfter(odd, now), undefined);
  });

  it('signed addresses say when they end', () => {
    const end = (query: string): string | undefined => {
      const at = expiryOf(`https://a.cn/1.jpg?${query}`);
      return at === undefined ? undefined : new Date(at).toISOString().slice(0, 19);
    };
    assert.equal(end('Expires=1700000000&Signature=x'), '2023-11-14T22:13:20');
    assert.equal(end('q-sign-time=1600000000;1700000000'), '2023-11-14T22:13:20');
    assert.equal(end('q-sign-time=1600000000%3B1700000000'), '2023-11-14T22:13:20');
    assert.equal(end('X-Amz-Date=20260101T000000Z&X-Amz-Expires=3600'), '2026-01-01T01:00:00');
    assert.equal(end('x-oss-date=20260101T000000Z&x-oss-expires=3600'), '2026-01-01T01:00:00');
    assert.equal(end('auth_key=1700000000-0-0-abc'), '2023-11-14T22:13:20');
    for (const other of ['', 'x=1', 'expires=never', 'Expires=5', 'X-Amz-Date=x&X-Amz-Expires=1'])
      assert.equal(end(other), undefined);
  });
});

describe('An image in words', () => {
  it('has format, size and weight', () => {
    const say = localiser('zh-CN');
    assert.equal(
      say(describeImage({ format: 'JPEG', width: 1000, height: 667, size: 186_368 })),
      'JPEG 1000×667，182 KB',
    );
    assert.equal(say(describeImage({ format: 'SVG', size: 100 })), 'SVG，像素尺寸未知，1 KB');
    assert.deepEqual([sizeText(50 * 1_048_576), sizeText(1_600_000)], ['50 MB', '1.5 MB']);
  });

  it('is not called too small or misshapen where nothing is asked of thumbnails', () => {
    assert.deepEqual(imageNotes({ format: 'PNG', width: 50, height: 900 }, true, DEFAULT_IMAGE_LIMITS), []);
    const square = { ...DEFAULT_IMAGE_LIMITS, thumbnailRatio: '1:1' };
    assert.equal(imageNotes({ format: 'PNG', width: 50, height: 900 }, true, square).length, 1);
    assert.equal(imageNotes({ format: 'PNG', width: 100, height: 105 }, true, square).length, 0);
    assert.equal(imageNotes({ format: 'PNG', width: 50, height: 900 }, false, square).length, 0);
  });
});

describe('A proxy of the environment', () => {
  it('is taken for what it is named for', () => {
    const proxy = proxyFromEnvironment({
      http_proxy: 'p:1',
      HTTPS_PROXY: 'http://q:2',
      no_proxy: '.cn, b.test:81,c.test',
    });
    assert.equal(proxy('http://a.test/'), 'http://p:1');
    assert.equal(proxy('https://a.test/'), 'http://q:2');
    for (const url of [
      'http://a.cn/',
      'http://b.test:81/',
      'http://c.test/',
      'http://127.0.0.1/',
      'http://localhost/',
    ])
      assert.equal(proxy(url), undefined);
    assert.equal(proxy('http://b.test/'), 'http://p:1');
    assert.equal(proxyFromEnvironment({})('http://a.test/'), undefined);
    assert.equal(proxyFromEnvironment({ all_proxy: 'socks5://p:1' })('http://a.test/'), undefined);
    assert.equal(proxyFromEnvironment({ http_proxy: 'p:1', NO_PROXY: '*' })('http://a.test/'), undefined);
  });
});
