import { remember } from '../remember.ts';
import type { Range } from './tree.ts';

/** How a file that is not UTF-8 seems to be written. */
export type Encoding = 'utf-8' | 'double-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'unknown';

/** A file as text. Hugo reads UTF-8 only. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The first character that is not UTF-8, UTF-16 offsets of `text`; absent for UTF-8. */
  readonly at: Range | undefined;
}

/** Turns the bytes of a file into text, by the encoding that they seem to have. A BOM stays in the text. */
export function decode(bytes: Uint8Array): Decoded {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8?.startsWith('\ufeff\ufeff'))
    return { text: utf8, encoding: 'double-bom', at: { start: 0, end: 2 } };
  if (utf8 !== undefined && !isUtf16WithoutBom(bytes))
    return { text: utf8, encoding: 'utf-8', at: undefined };
  const encoding = guess(bytes);
  const lines = encoding === 'gb18030' || encoding === 'unknown' ? linesOfTwo(bytes) : undefined;
  if (lines !== undefined) {
    const start = offsetOfFirstBadByte(bytes, 'utf-8');
    return { text: lines, encoding: 'gb18030', at: { start, end: start + 1 } };
  }
  const text = decodeAs(bytes, encoding);
  const start = encoding === 'gb18030' || encoding === 'unknown' ? offsetOfFirstBadByte(bytes, encoding) : 0;
  return { text, encoding, at: { start, end: Math.min(start + 1, text.length) } };
}

/**
 * A file that is UTF-8 but for lines in GBK, as pasting with old programs makes them; only Hanzi and signs of GB 2312
 * count as such, so that a line of broken UTF-8 is not taken for one.
 */
function linesOfTwo(bytes: Uint8Array): string | undefined {
  let text = '';
  let isMixed = false;
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(start, end);
    const utf8 = tryDecode(line, 'utf-8');
    if (utf8 === undefined && !isGb2312(line)) return undefined;
    isMixed ||= utf8 !== undefined && utf8.length < line.length;
    text += utf8 ?? tryDecode(line, 'gb18030') ?? '';
    start = end;
  }
  return isMixed ? text : undefined;
}

function isGb2312(line: Uint8Array): boolean {
  for (let i = 0; i < line.length; i++) {
    const [lead = 0, trail = 0] = line.subarray(i, i + 2);
    if (lead < 0x80) continue;
    if (lead < 0xa1 || (lead > 0xa9 && lead < 0xb0) || lead > 0xf7 || trail < 0xa1 || trail > 0xfe)
      return false;
    i++;
  }
  return true;
}

function guess(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf16WithoutBom(bytes)) return bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
  return tryDecode(bytes, 'gb18030') === undefined ? 'unknown' : 'gb18030';
}

/** ASCII in UTF-16: every other of the first bytes is zero. */
function isUtf16WithoutBom(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0 && c === 0 && b !== 0 && d !== 0) || (b === 0 && d === 0 && a !== 0 && c !== 0);
}

const decoders = new Map<string, TextDecoder>();

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  const make = (): TextDecoder => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    return remember(decoders, encoding, make).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const decodeAs = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding === 'unknown' || encoding === 'double-bom' ? 'utf-8' : encoding, {
    ignoreBOM: true,
  }).decode(bytes);

/** Everything before the first bad byte is UTF-8, so the last good prefix is found by halving. */
function offsetOfFirstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return decodeAs(bytes.subarray(0, good), encoding).length;
}

/** A prefix may end within a character: up to three bytes short of it count as good. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    const end = bytes.length - cut;
    if (tryDecode(bytes.subarray(0, end), 'utf-8') === undefined) continue;
    return cut === 0 || (bytes[end] ?? 0) >= 0xc2;
  }
  return false;
}
