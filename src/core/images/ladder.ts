import type { NetErrorCode } from './net.ts';
import type { Reply } from './follow.ts';
import { retryAfter } from './retry-after.ts';
import type { MessageCode } from '../messages.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** How an address is asked. */
export interface Variant {
  readonly method: 'GET' | 'HEAD';
  /** With `Range`: the start of the file is enough. */
  readonly range: boolean;
  /** `browser`: with the headers of a browser, for servers that answer nobody else. */
  readonly as: 'galley' | 'browser';
  /** As if the image stood on a page of its own host. */
  readonly ownReferer: boolean;
}

/** What is asked, and what has been tried for it. */
export interface Attempt {
  readonly kind: 'image' | 'link';
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  /** Kinds of the answers so far, this one last. */
  readonly history: readonly AnswerKind[];
  readonly variant: Variant;
  /** When the address says it ends. */
  readonly expires: number | undefined;
}

/** What is done about an answer. */
export type Step =
  | { readonly do: 'judge' }
  | {
      readonly do: 'again';
      readonly variant: Variant;
      readonly wait: number;
      /** All requests to the host wait. */
      readonly pauseHost?: boolean;
    }
  | { readonly do: 'end'; readonly verdict: Verdict; readonly pauseHost?: number };

export type AnswerKind =
  | 'content'
  | 'empty'
  | 'aborted'
  | 'unchanged'
  | 'bad-request'
  | 'login'
  | 'forbidden'
  | 'missing'
  | 'busy'
  | 'range'
  | 'legal'
  | 'strange'
  | 'stopped'
  | 'no-host'
  | 'no-network'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'too-slow'
  | 'tls'
  | 'garbage';

/** Sorts an answer. */
export function kindOf(reply: Reply): AnswerKind {
  if (reply.kind === 'stopped') return 'stopped';
  if (reply.kind === 'failed') return failureKind(reply.failure);
  const { status, end, body } = reply;
  if (status >= 200 && status < 300) {
    if (end === 'aborted') return 'aborted';
    return status === 204 || status === 205 || body.length === 0 ? 'empty' : 'content';
  }
  return (
    STATUSES[status] ??
    (status >= 500 && status < 600 ? 'busy' : status >= 400 && status < 500 ? 'bad-request' : 'strange')
  );
}

const STATUSES: Readonly<Record<number, AnswerKind>> = {
  304: 'unchanged',
  401: 'login',
  402: 'login',
  403: 'forbidden',
  404: 'missing',
  407: 'login',
  408: 'busy',
  410: 'missing',
  416: 'range',
  425: 'busy',
  429: 'busy',
  451: 'legal',
  501: 'bad-request',
  505: 'bad-request',
};

function failureKind(code: NetErrorCode): AnswerKind {
  if (code === 'ENOTFOUND') return 'no-host';
  if (['EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'].includes(code)) return 'no-network';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'TIMEOUT' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'TIMEOUT_TOTAL') return 'too-slow';
  if (code === 'PROXY_AUTH') return 'login';
  if (['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(code)) return 'reset';
  return /^HPE_/.test(code) ? 'garbage' : 'tls';
}

/** The next step after an answer. Pure: the ladder of statuses and errors. */
export function nextStep(reply: Reply, attempt: Attempt): Step {
  const kind = kindOf(reply);
  const { variant } = attempt;
  if (variant.method === 'HEAD' && kind !== 'content' && kind !== 'empty' && kind !== 'stopped') {
    return again({ ...variant, method: 'GET' });
  }
  const count = attempt.history.filter(other => other === kind).length;
  if (reply.kind === 'answer' && isExpired(reply.status, attempt)) return end(expired(attempt.expires ?? 0));
  switch (kind) {
    case 'content':
    case 'unchanged':
      return { do: 'judge' };
    case 'empty':
      return empty(reply, attempt);
    case 'aborted':
      if (attempt.kind === 'link') return { do: 'judge' };
      return count < 2 ? again(whole(variant), 1000) : end(verdict('broken', 'remote.truncated'));
    case 'bad-request':
      return variant.range ? again(whole(variant)) : end(badRequest(reply, attempt));
    case 'login':
      return end(login(reply));
    case 'forbidden':
      return forbidden(reply, attempt);
    case 'missing':
      if (count < 2 && attempt.kind === 'image') return again(whole(variant), 1500);
      return end(missing(reply, attempt));
    case 'busy':
      return busy(reply, attempt, count);
    case 'range':
      if (header(reply, 'content-range').endsWith('*/0')) return end(verdict('broken', 'remote.zero-bytes'));
      return variant.range ? again(whole(variant)) : end(badRequest(reply, attempt));
    case 'legal':
      return end(verdict('suspicious', 'remote.legal'));
    case 'strange':
      return end(verdict('unverified', 'remote.refuses-checks', { status: statusOf(reply) }));
    case 'stopped':
      return end(stopped(reply));
    default:
      return failed(reply, kind, attempt);
  }
}

/** Errors below HTTP. */
function failed(reply: Reply, kind: AnswerKind, { history, variant }: Attempt): Step {
  const count = history.filter(other => other === kind).length;
  const { hostname } = new URL(reply.url);
  switch (kind) {
    case 'no-host':
      return count < 2 ? again(variant, 2000) : end(verdict('broken', 'remote.no-host', { host: hostname }));
    case 'no-network':
      return end(verdict('unverified', 'remote.no-network'));
    case 'refused':
      return count < 2 ? again(variant, 1000) : end(verdict('suspicious', 'remote.refused'));
    case 'reset':
      if (count >= 3) return end(verdict('unverified', 'remote.reset'));
      return again(count === 2 ? asBrowser(variant) : variant, 1000);
    case 'timeout':
      return count < 2 ? again(variant) : end(verdict('unverified', 'remote.timeout'));
    case 'too-slow':
      return end(verdict('unverified', 'remote.timeout'));
    case 'garbage':
      return end(verdict('unverified', 'remote.odd-answer'));
    default:
      return end(tls(reply.kind === 'failed' ? reply.failure : ''));
  }
}

function tls(code: NetErrorCode): Verdict {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return verdict('broken', 'remote.cert-expired');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return verdict('broken', 'remote.cert-name');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return verdict('broken', 'remote.cert-untrusted');
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return verdict('suspicious', 'remote.cert-chain');
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return verdict('unverified', 'remote.cert-company');
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'ERR_SSL_HTTP_REQUEST':
      return verdict('broken', 'remote.not-https');
    default:
      return verdict('unverified', 'remote.odd-answer');
  }
}

function empty(reply: Reply, { kind, variant }: Attempt): Step {
  if (kind === 'link') return { do: 'judge' };
  if (variant.range) return again(whole(variant));
  const isNothing = statusOf(reply) === 204 || statusOf(reply) === 205;
  return end(verdict('broken', isNothing ? 'remote.empty' : 'remote.zero-bytes'));
}

function forbidden(reply: Reply, { kind, variant }: Attempt): Step {
  if (header(reply, 'cf-mitigated') !== '' || (reply.kind === 'answer' && isBotWall(reply.body)))
    return end(verdict('unverified', 'remote.bot-wall'));
  if (variant.as === 'galley') return again(asBrowser(variant));
  if (kind === 'image' && !variant.ownReferer) return again({ ...variant, ownReferer: true });
  return end(verdict('unverified', 'remote.forbidden'));
}

/** A page that asks whether a human is there. */
export function isBotWall(body: Uint8Array): boolean {
  const text = new TextDecoder().decode(body.subarray(0, 16_384));
  return /captcha|cf-chl|challenge-platform|acw_sc__v2|just a moment\.\.\.|verify (?:that )?you are (?:a )?human|验证码|人机验证|安全验证/i.test(
    text,
  );
}

function busy(reply: Reply, { kind, now, random, variant }: Attempt, count: number): Step {
  const status = statusOf(reply);
  if (header(reply, 'cf-mitigated') !== '') return end(verdict('unverified', 'remote.bot-wall'));
  const asked = retryAfter(header(reply, 'retry-after'), now);
  const code: MessageCode =
    status === 429
      ? 'remote.too-many'
      : kind === 'image'
        ? 'remote.server-error-now'
        : 'remote.page-error-now';
  const final: Verdict = { ...verdict('unverified', code, { status }), status };
  // Who asks for an hour will not answer in a minute.
  if (asked !== undefined && asked > LONG_WAIT) return { do: 'end', verdict: final, pauseHost: MAX_WAIT };
  const own = (count === 1 ? 1000 : 3000) * (0.7 + 0.6 * random);
  const wait = Math.min(asked ?? own, MAX_WAIT);
  if (count > 2) return { do: 'end', verdict: final, pauseHost: status === 429 ? wait : 0 };
  return { do: 'again', variant, wait, pauseHost: true };
}

const MAX_WAIT = 60_000;
const LONG_WAIT = 10 * 60_000;

function login(reply: Reply): Verdict {
  const isProxy = (reply.kind === 'failed' && reply.failure === 'PROXY_AUTH') || statusOf(reply) === 407;
  return verdict('unverified', isProxy ? 'remote.proxy-login' : 'remote.login');
}

function missing(reply: Reply, { kind }: Attempt): Verdict {
  const status = statusOf(reply);
  const codes = {
    image: ['remote.missing', 'remote.gone'],
    link: ['remote.page-missing', 'remote.page-gone'],
  } as const;
  return { ...verdict('broken', codes[kind][status === 410 ? 1 : 0], { status }), status };
}

function badRequest(reply: Reply, { kind }: Attempt): Verdict {
  const status = statusOf(reply);
  if (status >= 500 || kind === 'link') return verdict('unverified', 'remote.refuses-checks', { status });
  return { ...verdict('broken', 'remote.refused-request', { status }), status };
}

function stopped(reply: Reply): Verdict {
  if (reply.kind !== 'stopped') throw new TypeError('not a stop');
  const found = verdict(reply.isRefused ? 'not-checked' : 'broken', reply.code);
  return reply.isRefused ? { ...found, notes: [{ code: reply.code, severity: 'warning' }] } : found;
}

const isExpired = (status: number, { expires, now }: Attempt): boolean =>
  expires !== undefined && expires < now && [400, 401, 403, 404, 410].includes(status);

export const expired = (at: number): Verdict =>
  verdict('broken', 'remote.signed-expired', { date: dateText(at) });

/** A moment for people: `2025-02-13 08:00 UTC`. */
export const dateText = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const again = (variant: Variant, wait = 0): Step => ({ do: 'again', variant, wait });
const end = (final: Verdict): Step => ({ do: 'end', verdict: final });
const whole = (variant: Variant): Variant => ({ ...variant, range: false });
const asBrowser = (variant: Variant): Variant => ({ ...variant, range: false, as: 'browser' });
const statusOf = (reply: Reply): number => (reply.kind === 'answer' ? reply.status : 0);
const header = (reply: Reply, name: string): string =>
  reply.kind === 'answer' ? (reply.headers[name] ?? '') : '';
