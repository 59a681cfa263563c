import { climb } from '../climb.ts';
import { readContent } from '../content.ts';
import type { Wire } from '../follow.ts';
import { FIRST } from '../requests.ts';
import { verdict } from '../verdict.ts';
import type { ImageFormat, Verdict } from '../verdict.ts';

/** The whole of an image, or why there is none to be kept. */
export type Downloaded =
  { readonly bytes: Uint8Array; readonly format: ImageFormat } | { readonly failure: Verdict };

/** Bytes; no article needs larger images. */
const MOST = 30 * 1024 * 1024;

/** Fetches an image whole and looks at its bytes. Rejects with `Cancelled` and with nothing else. */
export async function downloadImage(url: string, wire: Wire): Promise<Downloaded> {
  const variant = { ...FIRST.image, range: false };
  const top = await climb({ kind: 'image', url, limit: MOST, referer: undefined }, variant, wire);
  if (top.kind === 'verdict') return { failure: top.verdict };
  const { body, end } = top.reply;
  if (end !== 'whole') {
    const code = end === 'limit' ? 'remote.too-large' : 'remote.truncated';
    return { failure: verdict('broken', code) };
  }
  const content = readContent(top.reply);
  if (content.kind === 'no-image') return { failure: content.verdict };
  const { format } = content.image;
  const has = (code: string): boolean => content.notes.some(note => note.code === code);
  if (has('remote.maybe-truncated')) return { failure: verdict('broken', 'remote.truncated') };
  // From the site's own host, an SVG that somebody opens by itself runs its scripts.
  if (has('remote.svg-script')) return { failure: verdict('suspicious', 'remote.svg-unsafe') };
  if (EXTENSIONS[format] === undefined)
    return { failure: verdict('suspicious', 'remote.format', { format }) };
  return { bytes: body, format };
}

/** Of formats that all browsers show. */
const EXTENSIONS: Partial<Readonly<Record<ImageFormat, string>>> = {
  JPEG: 'jpg',
  PNG: 'png',
  GIF: 'gif',
  WebP: 'webp',
  AVIF: 'avif',
  BMP: 'bmp',
  ICO: 'ico',
  SVG: 'svg',
};

/**
 * The name of a file by what is in it: the same image has the same name, whatever its address was.
 *
 * @param digest a hash of its bytes, hexadecimal
 */
export const nameByContent = (digest: string, format: ImageFormat): string =>
  `${digest.slice(0, 16)}.${EXTENSIONS[format] ?? 'bin'}`;
