import type { Reply } from './follow.ts';
import type { NetErrorCode } from './net.ts';

/** What answers and failures have in common as far as the next step goes. */
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
  return code.startsWith('HPE_') ? 'garbage' : 'tls';
}
