import type { NetRequest } from './net.ts';
import type { Variant } from './step.ts';
import type { Verdict } from './verdict.ts';

/** No word of it makes servers refuse: `link`, `bot` and `check` do. */
const GALLEY = 'Mozilla/5.0 (compatible; Galley/1.0)';
const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const ACCEPT = {
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  link: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
} as const;

/** What a request says beside how it is made. */
export interface Wanted {
  readonly kind: 'image' | 'link';
  readonly url: string;
  /** Bytes of the body. */
  readonly limit: number;
  readonly referer?: string;
  /** What is known from before: the server may say that it still holds. */
  readonly known?: Verdict | undefined;
}

/** The first way to ask for an image, and for a page. */
export const FIRST = {
  image: { method: 'GET', range: true, as: 'galley', ownReferer: false },
  link: { method: 'HEAD', range: false, as: 'galley', ownReferer: false },
} as const satisfies Record<string, Variant>;

export function requestFor(wanted: Wanted, variant: Variant): Omit<NetRequest, 'addresses'> {
  const { kind, url, limit, known } = wanted;
  const referer = variant.ownReferer ? `${new URL(url).origin}/` : wanted.referer;
  const isFirst = variant.as === 'galley' && variant.range;
  return {
    url,
    method: variant.method,
    limit,
    headers: {
      'User-Agent': variant.as === 'browser' ? BROWSER : GALLEY,
      Accept: variant.range || variant.as === 'browser' || kind === 'link' ? ACCEPT[kind] : '*/*',
      'Accept-Language': 'zh-CN,zh;q=0.9',
      'Accept-Encoding': 'identity',
      ...(variant.range ? { Range: `bytes=0-${limit - 1}` } : {}),
      ...(referer === undefined ? {} : { Referer: referer }),
      ...(isFirst && known?.etag !== undefined ? { 'If-None-Match': known.etag } : {}),
      ...(isFirst && known?.lastModified !== undefined ? { 'If-Modified-Since': known.lastModified } : {}),
    },
  };
}
