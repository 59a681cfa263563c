import assert from 'node:assert/strict';
import { decode } from '../../../src/core/article/encoding.ts';

describe('decode', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map(part => Buffer.from(part as string)));

  it('reads UTF-8, with or without a BOM', () => {
    assert.deepEqual(decode(bytes('---\n甲')), { text: '---\n甲', encoding: 'utf-8', at: undefined });
    assert.equal(decode(bytes('\ufeff---')).text, '\ufeff---');
  });

  it('recognises GBK and names the first bad character', () => {
    // 测试 in GBK
    const decoded = decode(bytes('title: 甲 '.replace('甲', 'x'), [0xb2, 0xe2, 0xca, 0xd4], '\n'));
    assert.deepEqual(decoded, { text: 'title: x 测试\n', encoding: 'gb18030', at: { start: 9, end: 10 } });
  });

  it('reads lines in GBK within UTF-8 as such', () => {
    const decoded = decode(bytes('一\ntitle: ', [0xb2, 0xe2, 0xca, 0xd4], '\n二\n'));
    const at = { start: 9, end: 10 };
    assert.deepEqual(decoded, { text: '一\ntitle: 测试\n二\n', encoding: 'gb18030', at });
  });

  it('does not take half a character of UTF-8 for GBK', () => {
    const whole = Buffer.from('一\n正文');
    assert.equal(decode(whole.subarray(0, -1)).encoding, 'unknown');
  });

  it('recognises UTF-16, with a BOM or by its zeros', () => {
    assert.equal(decode(Buffer.from('\ufeff---\n', 'utf16le')).encoding, 'utf-16le');
    assert.equal(decode(Buffer.from('---\n', 'utf16le')).encoding, 'utf-16le');
    assert.equal(decode(Buffer.from('---\n', 'utf16le').swap16()).encoding, 'utf-16be');
    assert.equal(decode(Buffer.from('---\n', 'utf16le')).text, '---\n');
  });

  it('takes any other bytes without a throw', () => {
    assert.equal(decode(bytes('a', [0xff, 0xff])).encoding, 'unknown');
    assert.equal(decode(bytes()).text, '');
  });

  it('sees a second BOM', () => {
    assert.equal(decode(bytes('\ufeff\ufeff---')).encoding, 'double-bom');
  });
});
