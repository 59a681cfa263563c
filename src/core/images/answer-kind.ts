import type { Reply } from './follow.ts';
import type { NetErrorCode } from './net.ts';

/** What answers and failures have in common as far as the next step goes. */
export type AnswerKind =
  | 'content'
  | 'empty'
  | 'aborted'
  | 'unchanged'
  | 'bad-request'
  | 'client-error'
  | 'login'
  | 'forbidden'
  | 'missing'
  | 'busy'
  | 'range'
  | 'choices'
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
  const { status } = reply;
  if (status >= 200 && status < 300) return successKind(reply);
  const kind = STATUSES[status];
  if (kind !== undefined) return kind;
  // Redirects that browsers follow do not come here.
  if (status >= 300 && status < 400) return 'choices';
  return status >= 500 && status < 600 ? 'busy' : status >= 400 && status < 500 ? 'client-error' : 'strange';
}

function successKind({ status, end, body, headers }: Extract<Reply, { kind: 'answer' }>): AnswerKind {
  if (end === 'aborted') return 'aborted';
  if (status === 206 && !isStart(headers)) return 'range';
  return status === 204 || status === 205 || body.length === 0 ? 'empty' : 'content';
}

/** A part of a file that begins where the file does, and is no list of parts (RFC 9110, 14.4 and 14.6). */
function isStart(headers: Readonly<Record<string, string>>): boolean {
  const range = headers['content-range'];
  const isList = headers['content-type']?.toLowerCase().startsWith('multipart/byteranges') === true;
  return !isList && (range === undefined || /^bytes[ =]+0-/i.test(range));
}

const STATUSES: Readonly<Record<number, AnswerKind>> = {
  304: 'unchanged',
  400: 'bad-request',
  401: 'login',
  402: 'login',
  403: 'forbidden',
  404: 'missing',
  406: 'bad-request',
  407: 'login',
  408: 'busy',
  410: 'missing',
  413: 'bad-request',
  414: 'bad-request',
  415: 'bad-request',
  416: 'range',
  422: 'bad-request',
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
