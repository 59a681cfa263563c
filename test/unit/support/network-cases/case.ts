import type { Severity } from '../../../../src/core/problem.ts';
import type { Outcome } from '../../../../src/core/images/verdict.ts';
import * as image from '../images.ts';

/** What a server is asked. */
export interface Ask {
  readonly method: string;
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly path: string;
  readonly isSecure: boolean;
  /** How many requests for this case came before. */
  readonly before: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The address of a path on another host of the case, `b.c18.test`; for `same`, on its own host. */
  readonly at: (host: string, path: string, scheme?: 'http' | 'https') => string;
}

/** What it answers. */
export interface Script {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Instead of an answer. */
  readonly fault?: 'hang' | 'drip' | 'reset' | 'garbage' | 'long-header' | 'slow-header';
  /** The body is announced to be so long, and the connection is closed behind what there is of it. */
  readonly announced?: number;
  readonly hints?: true;
  /** Bytes that are sent as they are, in place of an answer that HTTP allows; only over sockets. */
  readonly raw?: string | Uint8Array;
}

export interface Case {
  /** Number of the situation, for talking about it. */
  readonly id: number;
  readonly name: string;
  readonly kind?: 'image' | 'link';
  readonly scheme?: 'http' | 'https';
  /** With query. */
  readonly path?: string;
  readonly isThumbnail?: boolean;
  readonly serve: (ask: Ask) => Script;
  readonly outcome: Outcome;
  readonly severity?: Severity;
  /** The message in Chinese. */
  readonly message?: string;
  /** `JPEG 1000×667`. */
  readonly image?: string;
  /** Requests in all, that of a reader included. */
  readonly requests?: number;
}

export const photo = image.jpeg(1000, 667);
export const padded = image.jpeg(1000, 667, { padding: 90_000 });
export const stuffed = image.jpeg(1000, 667, { padding: 2_000_000 });
export const good: Script = { headers: { 'content-type': 'image/jpeg' }, body: photo };
export const status = (code: number, headers: Script['headers'] = {}): Script => ({
  status: code,
  headers: { 'content-type': 'text/plain', ...headers },
  body: image.text(`status ${code}`),
});
export const page = (content: string): Script => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: image.text(content),
});
export const typed = (type: string, body: Uint8Array): Script => ({
  headers: { 'content-type': type },
  body,
});
export const isBrowser = ({ headers }: Ask): boolean => headers['user-agent']?.includes('Chrome/') === true;
export const isReader = ({ headers }: Ask): boolean => headers['referer'] === 'https://site.test/';
export const to = (location: string, code = 302): Script => ({ status: code, headers: { location } });
export const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

/** What a server gives for a Range header; `total` in place of the length that is true. */
export function part(
  whole: Uint8Array,
  range: string | undefined,
  total: string | number = whole.length,
): Script {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return { ...good, body: whole };
  const start = from === '' ? whole.length - Number(to) : Number(from);
  const end = from === '' || to === '' ? whole.length : Math.min(whole.length, Number(to) + 1);
  const headers = { ...good.headers, 'content-range': `bytes ${start}-${end - 1}/${total}` };
  return { status: 206, headers, body: whole.subarray(start, end) };
}

/** A photo of 200 KB whose size is in its first bytes, and that has the marks of a scan. */
export function large(withEnd = true): Uint8Array {
  const head = image.jpeg(1000, 667, { withEnd: false });
  const scan = Uint8Array.from({ length: 200_000 }, (_, i) =>
    i % 100 === 0 ? 0xff : i % 100 === 1 ? 0 : i % 251,
  );
  const end = withEnd ? [0xff, 0xd9] : [];
  return Uint8Array.from([...head, ...scan, ...end]);
}

/** A photo of a telephone, behind which a film is kept. */
export const withFilm = (): Uint8Array =>
  Uint8Array.from([...large(), ...Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? 0xff : i % 256))]);
