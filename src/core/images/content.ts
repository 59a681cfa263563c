import type { Reply } from './follow.ts';
import { isBotWall } from './bot-wall.ts';
import { measure } from './measure.ts';
import { sniff } from './sniff.ts';
import type { Sniffed } from './sniff.ts';
import { verdict } from './verdict.ts';
import type { ImageFacts, ImageFormat, RemoteNote, Verdict } from './verdict.ts';

type Answer = Extract<Reply, { kind: 'answer' }>;

/** What the body of an answer is. `more`: its start alone does not tell the size. */
export type Content =
  | {
      readonly kind: 'image';
      readonly image: ImageFacts;
      readonly notes: readonly RemoteNote[];
      readonly more: boolean;
    }
  | { readonly kind: 'no-image'; readonly verdict: Verdict; readonly isPage: boolean };

const TYPES: Readonly<Record<ImageFormat, RegExp>> = {
  JPEG: /^image\/(?:p?jpe?g|jfif)$/,
  PNG: /^image\/(?:x-|a|vnd\.mozilla\.a)?png$/,
  GIF: /^image\/gif$/,
  WebP: /^image\/webp$/,
  AVIF: /^image\/avif(?:-sequence)?$/,
  BMP: /^image\/(?:x-(?:ms-)?)?bmp$/,
  ICO: /^image\/(?:x-icon|vnd\.microsoft\.icon)$/,
  SVG: /^image\/svg\+xml$/,
  HEIC: /^image\/hei[cf](?:-sequence)?$/,
  TIFF: /^image\/tiff$/,
  'JPEG XL': /^image\/jxl$/,
  'JPEG 2000': /^image\/(?:jp2|jpx|jpm|j2k)$/,
  PSD: /^image\/vnd\.adobe\.photoshop$/,
};

/** Judges the bytes of an image's answer. */
export function readContent(answer: Answer): Content {
  const sniffed = sniff(answer.body);
  if (sniffed.kind !== 'image') return noImage(sniffed, answer);
  const { format } = sniffed;
  const size = measure(answer.body);
  if (size && format !== 'GIF' && (size.width === 0 || size.height === 0))
    return damaged('remote.damaged-size');
  const bytes = totalOf(answer);
  const image = {
    format,
    ...(size && size.width > 0 && size.height > 0 ? size : {}),
    ...(bytes === undefined ? {} : { size: bytes }),
  };
  const isPart = answer.end === 'limit' || (bytes ?? Infinity) > answer.body.length;
  const more = size === undefined && isPart;
  if (!size && !more && isFaulty(format, answer)) return damaged('remote.damaged');
  return {
    kind: 'image',
    image,
    notes: [...typeNotes(format, answer), ...byteNotes(format, answer, image)],
    more,
  };
}

const damaged = (code: 'remote.damaged' | 'remote.damaged-size'): Content => ({
  kind: 'no-image',
  verdict: verdict('broken', code),
  isPage: false,
});

/** All of a file is there, its header says what it is, and no size can be read of it. */
const isFaulty = (format: ImageFormat, answer: Answer): boolean =>
  answer.end === 'whole' &&
  totalOf(answer) === answer.body.length &&
  ['JPEG', 'PNG', 'WebP', 'AVIF', 'HEIC'].includes(format);

function typeNotes(format: ImageFormat, { headers }: Answer): RemoteNote[] {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (TYPES[format].test(type)) return [];
  if (format === 'SVG' && type !== '') return [{ code: 'remote.svg-type', severity: 'error' }];
  const isStrict = headers['x-content-type-options']?.trim().toLowerCase() === 'nosniff';
  if (NEVER_IMAGES.test(type) || (isStrict && BLOCKED_TYPES.test(type)))
    return [{ code: 'remote.type-blocked', severity: 'warning' }];
  return [{ code: 'remote.type-odd', severity: undefined, args: { type: type || '—' } }];
}

/** Types that browsers take for no image, whatever the bytes are (Fetch, "opaque-response-blocklisted never-sniffed"), */
const NEVER_IMAGES =
  /^(?:application\/(?:(?:x-)?gzip|zip|pdf|msword|msexcel|mspowerpoint|vnd\.(?:ms-|openxmlformats-)\S*|x-protobuf|dash\+xml)|multipart\/\S*|text\/(?:csv|vtt|event-stream)|audio\/mpegurl)$/;
/** and those that they block where the server forbids them to look. */
const BLOCKED_TYPES =
  /^(?:text\/(?:html|plain|xml|json)|application\/(?:json|xml|xhtml\+xml)|\S*\+(?:json|xml))$/;

function byteNotes(format: ImageFormat, answer: Answer, image: ImageFacts): RemoteNote[] {
  const notes: RemoteNote[] = [];
  const { body } = answer;
  const isWhole = answer.end === 'whole' && image.size === body.length;
  if (isWhole && !isComplete(format, body)) notes.push({ code: 'remote.maybe-truncated', severity: 'info' });
  if (format === 'SVG') {
    const text = new TextDecoder().decode(body);
    if (/<script[\s>]/i.test(text)) notes.push({ code: 'remote.svg-script', severity: undefined });
  } else if (image.width === undefined && (answer.end === 'limit' || answer.status === 206)) {
    notes.push({ code: 'remote.size-unknown', severity: undefined });
  }
  return notes;
}

/** Whether the end mark of the format is where the file ends, give or take some filling. */
function isComplete(format: ImageFormat, bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 1024));
  switch (format) {
    case 'JPEG':
      return holds(tail, [0xff, 0xd9]);
    case 'PNG':
      return holds(tail, [0x49, 0x45, 0x4e, 0x44]);
    case 'GIF':
      return tail.includes(0x3b);
    case 'WebP':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length + 1;
    default:
      return true;
  }
}

const holds = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  bytes.some((_, at) => mark.every((byte, i) => bytes[at + i] === byte));

/** Bytes of the whole file. */
function totalOf({ headers, body, end, status }: Answer): number | undefined {
  const range = /\/(\d{1,15})\s*$/.exec(headers['content-range'] ?? '')?.[1];
  if (range !== undefined) return Number(range);
  // A part that does not say of what.
  if (status === 206) return undefined;
  if (end === 'whole') return body.length;
  const length = headers['content-length'];
  const isEncoded = /gzip|br|deflate|zstd/.test(headers['content-encoding'] ?? '');
  return status === 200 && length !== undefined && /^\d{1,15}$/.test(length) && !isEncoded
    ? Number(length)
    : undefined;
}

function noImage(sniffed: Exclude<Sniffed, { kind: 'image' }>, answer: Answer): Content {
  const isPage = sniffed.kind === 'html';
  return { kind: 'no-image', verdict: noImageVerdict(sniffed, answer), isPage };
}

function noImageVerdict(
  sniffed: Exclude<Sniffed, { kind: 'image' }>,
  { body, url, hops, headers }: Answer,
): Verdict {
  switch (sniffed.kind) {
    case 'html': {
      if (isBotWall(body)) return verdict('unverified', 'remote.bot-wall');
      const { pathname } = new URL(url);
      if (hops.length > 0 && /^\/(?:index\.\w+)?$/.test(pathname))
        return verdict('broken', 'remote.home-page');
      const isLogin = hops.length > 0 && /\b(?:log-?in|sign-?in|sso|passport|oauth2?)\b/i.test(url);
      return verdict('broken', isLogin ? 'remote.login-page' : 'remote.web-page');
    }
    case 'json':
      return verdict('broken', 'remote.data');
    case 'xml':
      return verdict('broken', storageError(sniffed.error));
    case 'text':
      return verdict('broken', 'remote.text');
    case 'other':
      return verdict('broken', 'remote.not-image');
    case 'unknown':
      return /^text\/html\b/i.test(headers['content-type'] ?? '')
        ? verdict('broken', 'remote.web-page')
        : verdict('unverified', 'remote.unknown-format');
  }
}

function storageError(
  error: string | undefined,
): 'remote.no-such-key' | 'remote.access-denied' | 'remote.data' {
  if (error === undefined) return 'remote.data';
  return /NoSuch(?:Key|Bucket)|NotFound/i.test(error) ? 'remote.no-such-key' : 'remote.access-denied';
}
