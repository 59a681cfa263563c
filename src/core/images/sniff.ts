import type { ImageFormat } from './verdict.ts';

/** What bytes are, by themselves: extensions and headers have no say. */
export type Sniffed =
  | { readonly kind: 'image'; readonly format: ImageFormat }
  | { readonly kind: 'html' | 'json' | 'text' | 'other' | 'unknown' }
  | { readonly kind: 'xml'; /** `<Code>` of a storage's error. */ readonly error: string | undefined };

type Signature = readonly [format: ImageFormat, at: number, bytes: string];

const SIGNATURES: readonly Signature[] = [
  ['JPEG', 0, '\xff\xd8\xff'],
  ['PNG', 0, '\x89PNG\r\n\x1a\n'],
  ['GIF', 0, 'GIF87a'],
  ['GIF', 0, 'GIF89a'],
  ['WebP', 8, 'WEBP'],
  ['BMP', 0, 'BM'],
  ['ICO', 0, '\0\0\x01\0'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['PSD', 0, '8BPS'],
  ['JPEG 2000', 0, '\0\0\0\x0cjP  \r\n\x87\n'],
  ['JPEG 2000', 0, '\xff\x4f\xff\x51'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG XL', 0, '\0\0\0\x0cJXL \r\n\x87\n'],
];

/** Files that are known, and are no images. */
const OTHER = [
  '%PDF-',
  'PK\x03\x04',
  '\x1f\x8b',
  'Rar!',
  'OggS',
  'ID3',
  '\x1aE\xdf\xa3',
  'FLV\x01',
  '\x7fELF',
  'wOF2',
];

const BRANDS: Readonly<Record<string, ImageFormat>> = {
  avif: 'AVIF',
  avis: 'AVIF',
  heic: 'HEIC',
  heix: 'HEIC',
  heim: 'HEIC',
  heis: 'HEIC',
  hevc: 'HEIC',
  hevx: 'HEIC',
};

/** Names the first bytes of a file; some 1,000 are enough. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = latin1(bytes.subarray(0, 64));
  const found = SIGNATURES.find(([, at, signature]) => head.startsWith(signature, at));
  if (found && (found[0] !== 'BMP' || bytes.length < 10 || head.slice(6, 10) === '\0\0\0\0'))
    return { kind: 'image', format: found[0] };
  if (head.startsWith('ftyp', 4)) return ofBrands(head);
  if (OTHER.some(signature => head.startsWith(signature))) return { kind: 'other' };
  return ofText(bytes);
}

/** The brands of ISO media: the major one, then the compatible ones. */
function ofBrands(head: string): Sniffed {
  const size = Math.min(64, Math.max(16, (head.charCodeAt(2) << 8) | head.charCodeAt(3)));
  const brands = [head.slice(8, 12), ...(head.slice(16, size).match(/.{4}/gs) ?? [])];
  const format = brands.map(brand => BRANDS[brand]).find(known => known !== undefined);
  if (format) return { kind: 'image', format };
  return brands.includes('mif1') ? { kind: 'image', format: 'HEIC' } : { kind: 'other' };
}

function ofText(bytes: Uint8Array): Sniffed {
  const text = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text === '' || /[\0-\x08\x0e-\x1a]/.test(text)) return { kind: 'unknown' };
  const root = text.replace(
    /^(?:<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE\s+svg[^[>]*(?:\[[^\]]*\])?[^>]*>|\s)+/i,
    '',
  );
  if (/^<(?:[a-z]+:)?svg[\s>/]/i.test(root)) return { kind: 'image', format: 'SVG' };
  if (
    /^<(?:!doctype\s+html|html|head|body|script|style|title|meta|div|p|h1|center|iframe|a|table|br|span)\b/i.test(
      root,
    )
  )
    return { kind: 'html' };
  if (/^<(?:\?xml|[a-z])/i.test(text)) {
    return { kind: 'xml', error: /<Code>\s*([\w.]{1,60})\s*<\/Code>/i.exec(text)?.[1] };
  }
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:[{["\d\]-]|null|true|false)|"|null\b)/.test(text)) return { kind: 'json' };
  return { kind: 'text' };
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
