import type { MessageCode } from '../messages.ts';
import { kindOf } from './answer-kind.ts';
import type { AnswerKind } from './answer-kind.ts';
import type { Reply } from './follow.ts';
import { isBotWall } from './bot-wall.ts';
import { failureStep } from './ladder-failures.ts';
import { retryAfter } from './retry-after.ts';
import { again, asBrowser, asReader, end, header, statusOf, whole } from './step.ts';
import type { Attempt, Step } from './step.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** What is done about each kind of answer; `count`: how often it came. */
type Rung = (reply: Reply, attempt: Attempt, count: number) => Step;

const judge: Rung = () => ({ do: 'judge' });

const RUNGS: Readonly<Record<AnswerKind, Rung>> = {
  content: judge,
  unchanged: (reply, attempt) =>
    attempt.isConditional || attempt.kind === 'link' ? { do: 'judge' } : unaskedFor(reply, attempt),
  empty,
  aborted: (_, { kind, variant }, count) => {
    if (kind === 'link') return { do: 'judge' };
    return count < 2 ? again(whole(variant), 1000) : end(verdict('broken', 'remote.truncated'));
  },
  'bad-request': badRequest,
  'client-error': clientError,
  login: reply => end(login(reply)),
  forbidden,
  // What readers get decides: some servers answer so to whoever sends no Referer, or is no browser.
  missing: (reply, attempt, count) =>
    count < 2 && attempt.kind === 'image'
      ? again(asReader(attempt.variant), 1500)
      : end(missing(reply, attempt)),
  busy,
  range: (reply, attempt) => {
    if (header(reply, 'content-range').endsWith('*/0')) return end(verdict('broken', 'remote.zero-bytes'));
    return statusOf(reply) === 416 ? badRequest(reply, attempt) : unaskedFor(reply, attempt);
  },
  choices: (reply, { kind }) =>
    kind === 'link' ? end(refusesChecks(reply)) : end(verdict('broken', 'remote.redirect-nowhere')),
  legal: () => end(verdict('suspicious', 'remote.legal')),
  strange: reply => end(refusesChecks(reply)),
  stopped: (reply, { kind }) => end(stopped(reply, kind)),
  'no-host': failureStep,
  'no-network': failureStep,
  refused: failureStep,
  reset: failureStep,
  timeout: failureStep,
  'too-slow': failureStep,
  tls: failureStep,
  garbage: failureStep,
};

/** Answers to HEAD that say something. */
const HEAD_COUNTS: readonly AnswerKind[] = ['content', 'empty', 'stopped'];

/** The next step after an answer. Pure: the ladder of statuses and errors. */
export function nextStep(reply: Reply, attempt: Attempt): Step {
  const kind = kindOf(reply);
  const { variant, history } = attempt;
  if (variant.method === 'HEAD' && !HEAD_COUNTS.includes(kind))
    return again({ ...asBrowser(variant), method: 'GET' });
  if (WALL_HEADERS.some(name => header(reply, name) !== ''))
    return end(verdict('unverified', 'remote.bot-wall'));
  if (reply.kind === 'answer' && isExpired(reply.status, attempt)) return end(expired(attempt.expires ?? 0));
  return RUNGS[kind](reply, attempt, history.filter(other => other === kind).length);
}

function empty(reply: Reply, { kind, variant }: Attempt): Step {
  if (kind === 'link') return { do: 'judge' };
  if (variant.range) return again(whole(variant));
  const isNothing = statusOf(reply) === 204 || statusOf(reply) === 205;
  return end(verdict('broken', isNothing ? 'remote.empty' : 'remote.zero-bytes'));
}

function forbidden(reply: Reply, { kind, variant }: Attempt): Step {
  if (reply.kind === 'answer' && isBotWall(reply.body)) return end(verdict('unverified', 'remote.bot-wall'));
  if (variant.as === 'galley') return again(asReader(variant));
  if (kind === 'image' && variant.referer !== 'own') return again({ ...variant, referer: 'own' });
  return end(verdict('unverified', 'remote.forbidden'));
}

/** Headers by which a wall says that it is one: Cloudflare's, and that of Amazon. */
const WALL_HEADERS = ['cf-mitigated', 'x-amzn-waf-action'];

function busy(reply: Reply, { kind, now, random, variant }: Attempt, count: number): Step {
  const status = statusOf(reply);
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

function badRequest(reply: Reply, { kind, variant }: Attempt): Step {
  const status = statusOf(reply);
  if (variant.range) return again(whole(variant));
  if (status >= 500 || kind === 'link') return end(refusesChecks(reply));
  return end({ ...verdict('broken', 'remote.refused-request', { status }), status });
}

/** Statuses that servers make up for who is no browser: 418, 444, 468 and their like. */
function clientError(reply: Reply, { variant }: Attempt): Step {
  return variant.as === 'galley' ? again(asReader(variant)) : end(refusesChecks(reply));
}

/** An answer to a question that was not asked. */
const unaskedFor = (_: Reply, { variant }: Attempt): Step =>
  variant.range ? again(whole(variant)) : end(verdict('unverified', 'remote.odd-answer'));

const refusesChecks = (reply: Reply): Verdict =>
  verdict('unverified', 'remote.refuses-checks', { status: statusOf(reply) });

function stopped(reply: Reply, kind: Attempt['kind']): Verdict {
  if (reply.kind !== 'stopped') throw new TypeError('not a stop');
  if (reply.code === 'remote.redirect-loop' && keepsCookies(reply, kind))
    return verdict('unverified', 'remote.needs-cookie');
  if (reply.code === 'remote.name-blocked') return verdict('unverified', reply.code);
  const found = verdict(reply.isRefused ? 'not-checked' : 'broken', reply.code);
  return reply.isRefused ? { ...found, notes: [{ code: reply.code, severity: 'warning' }] } : found;
}

/** Who keeps the cookies that come on the way may get out of the circle; with images only `SameSite=None` is kept. */
const keepsCookies = ({ hops }: Reply, kind: Attempt['kind']): boolean =>
  hops.some(({ cookies }) => (kind === 'link' ? cookies !== '' : /samesite=none/i.test(cookies)));

const isExpired = (status: number, { expires, now }: Attempt): boolean =>
  expires !== undefined && expires < now && [400, 401, 403, 404, 410].includes(status);

const expired = (at: number): Verdict => verdict('broken', 'remote.signed-expired', { date: dateText(at) });

/** A moment for people: `2025-02-13 08:00 UTC`. */
export const dateText = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
