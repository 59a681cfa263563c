import zlib from 'node:zlib';

/** Small images of a given size, made by hand: only what tells browsers and checkers apart is right in them. */
const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const ascii = (text: string): number[] => Array.from(text, char => char.charCodeAt(0));
const bytes = (...parts: (readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map(part => Uint8Array.from(part))));

interface JpegOptions {
  /** Bytes of application data before the size. */
  readonly padding?: number;
  /** EXIF, 1 to 8. */
  readonly orientation?: number;
  readonly withEnd?: boolean;
  /** Makes the bytes differ from those of another one. */
  readonly seed?: number;
}

export function jpeg(width: number, height: number, options: JpegOptions = {}): Uint8Array {
  const { padding = 0, orientation, withEnd = true, seed = 0 } = options;
  const parts: (readonly number[] | Uint8Array)[] = [[0xff, 0xd8]];
  if (orientation !== undefined) {
    const exif = [
      ...ascii('Exif\0\0MM'),
      0,
      42,
      ...u32(8),
      ...u16(1),
      1,
      0x12,
      0,
      3,
      ...u32(1),
      ...u16(orientation),
      0,
      0,
    ];
    const data = [...exif, ...u32(0)];
    parts.push([0xff, 0xe1, ...u16(data.length + 2)], data);
  }
  for (let left = padding; left > 0; left -= 65_000) {
    const length = Math.min(left, 65_000);
    parts.push([0xff, 0xe2, ...u16(length + 2)], new Uint8Array(length).fill(seed));
  }
  parts.push([0xff, 0xc0, ...u16(11), 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]);
  parts.push([0xff, 0xda, ...u16(8), 1, 1, 0, 0, 0x3f, 0, seed, 1, 2, 3]);
  if (withEnd) parts.push([0xff, 0xd9]);
  return bytes(...parts);
}

export function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: readonly number[]): number[] => {
    const body = [...ascii(type), ...data];
    return [...u32(data.length), ...body, ...u32(zlib.crc32(Buffer.from(body)))];
  };
  const header = [...u32(width), ...u32(height), 8, 6, 0, 0, 0];
  return bytes(
    [0x89, ...ascii('PNG\r\n\x1a\n')],
    chunk('IHDR', header),
    chunk('IDAT', [0]),
    chunk('IEND', []),
  );
}

export function gif(width: number, height: number): Uint8Array {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  return bytes(
    ascii('GIF89a'),
    size,
    [0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0],
    size,
    [0, 2, 2, 0x44, 1, 0, 0x3b],
  );
}

/** The extended form, with a canvas. */
export function webp(width: number, height: number): Uint8Array {
  const u24le = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255];
  const chunk = [...ascii('VP8X'), 10, 0, 0, 0, 0x10, 0, 0, 0, ...u24le(width - 1), ...u24le(height - 1)];
  return bytes(ascii('RIFF'), [chunk.length + 4, 0, 0, 0], ascii('WEBP'), chunk);
}

const box = (type: string, ...content: (readonly number[])[]): number[] => {
  const data = content.flat();
  return [...u32(data.length + 8), ...ascii(type), ...data];
};

/** ISO media with an `ispe` box: AVIF or HEIC by its brand. */
export function isoImage(brand: 'avif' | 'heic', width: number, height: number): Uint8Array {
  const full = [0, 0, 0, 0];
  const ispe = box('ispe', full, u32(width), u32(height));
  const iprp = box('iprp', box('ipco', ispe), box('ipma', full, u32(1), u16(1), [1, 0x81]));
  const pitm = box('pitm', full, u16(1));
  const meta = box('meta', full, pitm, iprp);
  return bytes(box('ftyp', ascii(brand), u32(0), ascii('mif1'), ascii(brand)), meta, box('mdat', [1, 2, 3]));
}

/** A box that says it is 0 bytes long. */
export const zeroBox = (): Uint8Array =>
  bytes(box('ftyp', ascii('heic'), u32(0), ascii('heic')), u32(0), ascii('meta'));

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
export const svg = (inner = '', attributes = ''): Uint8Array =>
  text(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`);
