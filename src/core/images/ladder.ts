import type { MessageCode } from '../messages.ts';
import { kindOf } from './answer-kind.ts';
import type { AnswerKind } from './answer-kind.ts';
import type { Reply } from './follow.ts';
import { failureStep } from './ladder-failures.ts';
import { retryAfter } from './retry-after.ts';
import { again, asBrowser, end, header, statusOf, whole } from './step.ts';
import type { Attempt, Step } from './step.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** What is done about each kind of answer; `count`: how often it came. */
type Rung = (reply: Reply, attempt: Attempt, count: number) => Step;

const judge: Rung = () => ({ do: 'judge' });

const RUNGS: Readonly<Record<AnswerKind, Rung>> = {
  content: judge,
  unchanged: judge,
  empty,
  aborted: (_, { kind, variant }, count) => {
    if (kind === 'link') return { do: 'judge' };
    return count < 2 ? again(whole(variant), 1000) : end(verdict('broken', 'remote.truncated'));
  },
  'bad-request': badRequest,
  login: reply => end(login(reply)),
  forbidden,
  missing: (reply, attempt, count) =>
    count < 2 && attempt.kind === 'image'
      ? again(whole(attempt.variant), 1500)
      : end(missing(reply, attempt)),
  busy,
  range: (reply, attempt) =>
    header(reply, 'content-range').endsWith('*/0')
      ? end(verdict('broken', 'remote.zero-bytes'))
      : badRequest(reply, attempt),
  legal: () => end(verdict('suspicious', 'remote.legal')),
  strange: reply => end(verdict('unverified', 'remote.refuses-checks', { status: statusOf(reply) })),
  stopped: reply => end(stopped(reply)),
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
  if (variant.method === 'HEAD' && !HEAD_COUNTS.includes(kind)) return again({ ...variant, method: 'GET' });
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

function badRequest(reply: Reply, { kind, variant }: Attempt): Step {
  const status = statusOf(reply);
  if (variant.range) return again(whole(variant));
  if (status >= 500 || kind === 'link')
    return end(verdict('unverified', 'remote.refuses-checks', { status }));
  return end({ ...verdict('broken', 'remote.refused-request', { status }), status });
}

function stopped(reply: Reply): Verdict {
  if (reply.kind !== 'stopped') throw new TypeError('not a stop');
  const found = verdict(reply.isRefused ? 'not-checked' : 'broken', reply.code);
  return reply.isRefused ? { ...found, notes: [{ code: reply.code, severity: 'warning' }] } : found;
}

const isExpired = (status: number, { expires, now }: Attempt): boolean =>
  expires !== undefined && expires < now && [400, 401, 403, 404, 410].includes(status);

const expired = (at: number): Verdict => verdict('broken', 'remote.signed-expired', { date: dateText(at) });

/** A moment for people: `2025-02-13 08:00 UTC`. */
export const dateText = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
