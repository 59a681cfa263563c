import type { Cancellation } from './cancellation.ts';

/** The network as the core sees it; `src/platform` has the implementations. Times are milliseconds. */
export interface Net {
  /** One request, no redirect followed. Rejects with `Cancelled` and with nothing else. */
  readonly request: (request: NetRequest, cancel: Cancellation) => Promise<NetAnswer | NetFailure>;
  /** Closes connections that are kept for further requests. */
  readonly release: () => void;
  /** The addresses of a name, or why there are none. */
  readonly lookup: (host: string) => Promise<{ readonly addresses: readonly string[] } | NetFailure>;
  /** A proxy resolves the names of such an address, and `lookup` is of no use for it. */
  readonly usesProxy: (url: string) => boolean;
  /** False: the machine has no network at all. */
  readonly hasInterface: () => boolean;
  /** Since the epoch. */
  readonly now: () => number;
  /** Rejects with `Cancelled`. */
  readonly wait: (ms: number, cancel: Cancellation) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface NetRequest {
  readonly url: string;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  /** The only addresses that may be connected to; `undefined` with a proxy, and for an address in numbers. */
  readonly addresses: readonly string[] | undefined;
  /** The connection is closed once so many bytes of the body are there. */
  readonly limit: number;
}

export interface NetAnswer {
  readonly status: number;
  /** Names are lower case; several values are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded, at most `limit` bytes. */
  readonly body: Uint8Array;
  /** `limit`: there is more; `aborted`: the server broke off. */
  readonly end: 'whole' | 'limit' | 'aborted';
}

/** No answer. */
export interface NetFailure {
  /** An error code of Node such as `ECONNRESET`, or one of ours. */
  readonly failure: NetErrorCode;
}

/** `TIMEOUT`: silence; `TIMEOUT_TOTAL`: too slow; `PROXY_AUTH`: the proxy asks for a password. */
export type NetErrorCode = 'TIMEOUT' | 'TIMEOUT_TOTAL' | 'PROXY_AUTH' | (string & {});
