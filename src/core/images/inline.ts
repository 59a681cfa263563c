import { sniff } from './sniff.ts';
import { sizeText } from './image-notes.ts';
import type { RemoteNote } from './verdict.ts';

/** Bytes of an embedded image beyond which the page gets slow for everybody. */
const LARGE = 1024 * 1024;
/** As much of it as is decoded. */
const START = 128 * 1024;

/** What is to be said of an image that is embedded as `data:` (RFC 2397); `undefined`: nothing. */
export function inlineNote(url: string): RemoteNote | undefined {
  const match = /^data:([^,;]*)((?:;[^,;]*)*),/i.exec(url.slice(0, 1000));
  if (!match) return { code: 'remote.inline-damaged', severity: 'error' };
  const [head, type = '', parameters = ''] = match;
  if (!/^image\//i.test(type)) return { code: 'remote.not-image', severity: 'error' };
  const isBase64 = /;\s*base64$/i.test(parameters);
  const data = url.slice(head.length);
  const size = isBase64 ? Math.floor((data.length * 3) / 4) : data.length;
  if (/^image\/svg/i.test(type)) return size > LARGE ? large(size) : undefined;
  const bytes = isBase64 ? fromBase64(data) : fromPercent(data);
  const found = bytes && sniff(bytes);
  if (!bytes || found?.kind !== 'image' || bytes.length < SMALLEST)
    return { code: 'remote.inline-damaged', severity: 'error' };
  return size > LARGE ? large(size) : undefined;
}

const large = (size: number): RemoteNote => ({
  code: 'remote.inline-large',
  severity: 'warning',
  args: { size: sizeText(size) },
});

/** The smallest file of any of the formats is longer; a cut one is not. */
const SMALLEST = 24;

function fromBase64(data: string): Uint8Array | undefined {
  const text = data
    .replace(/%(?:0a|0d|20)|\s/gi, '')
    .replace(/%2B/gi, '+')
    .replace(/%2F/gi, '/')
    .replace(/%3D/gi, '=');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const whole = text.replace(/=+$/, '').slice(0, (START / 3) * 4);
  return bytesOf(atob(whole.slice(0, whole.length - (whole.length % 4 === 1 ? 1 : 0))));
}

function fromPercent(data: string): Uint8Array {
  return bytesOf(
    data
      .slice(0, START)
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, char => char.charCodeAt(0));
