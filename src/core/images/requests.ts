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
  /** What browsers send as Referer from a page of the site; `undefined`: nothing. */
  readonly referer: string | undefined;
  /** What is known from before: the server may say that it still holds. */
  readonly known?: Verdict | undefined;
}

/** The first way to ask for an image, and for a page. */
export const FIRST = {
  image: { method: 'GET', range: true, as: 'galley', referer: 'none' },
  link: { method: 'HEAD', range: false, as: 'galley', referer: 'none' },
} as const satisfies Record<string, Variant>;

export function requestFor(wanted: Wanted, variant: Variant): Omit<NetRequest, 'addresses'> {
  const { kind, url, limit, known } = wanted;
  const referers = { none: undefined, site: wanted.referer, own: `${new URL(url).origin}/` };
  const referer = referers[variant.referer];
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
      ...(isConditional(wanted, variant) ? validatorsOf(known) : {}),
    },
  };
}

/** Only the first request asks whether what is known still holds. */
export const isConditional = (wanted: Wanted, variant: Variant): boolean =>
  variant.as === 'galley' && variant.range && Object.keys(validatorsOf(wanted.known)).length > 0;

const validatorsOf = (known: Verdict | undefined): Record<string, string> => ({
  ...(known?.etag === undefined ? {} : { 'If-None-Match': known.etag }),
  ...(known?.lastModified === undefined ? {} : { 'If-Modified-Since': known.lastModified }),
});
