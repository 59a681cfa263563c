import type { Top } from './climb.ts';
import { follow } from './follow.ts';
import type { Reply, Wire } from './follow.ts';
import { requestFor } from './requests.ts';
import type { ImageFacts, RemoteNote } from './verdict.ts';

/** Bytes of the end that are looked at. */
const TAIL = 1024;

/**
 * What the end of an image says whose start alone was read: by the length that a WebP names itself, by the end mark of
 * a JPEG or PNG. It is asked for only where the server gives parts and says how long the whole is.
 */
export async function tailNotes(
  { reply, variant }: Extract<Top, { kind: 'answer' }>,
  { format, size }: ImageFacts,
  wire: Wire,
): Promise<RemoteNote[]> {
  const { body, status } = reply;
  if (size === undefined || size <= body.length) return [];
  if (format === 'WebP') return riffLength(body) > size + 1 ? [INCOMPLETE] : [];
  if (status !== 206 || (format !== 'JPEG' && format !== 'PNG')) return [];
  const asked = requestFor({ kind: 'image', url: reply.url, limit: TAIL, referer: undefined }, variant);
  const headers = { ...asked.headers, Range: `bytes=-${TAIL}` };
  const end = await follow({ ...asked, headers }, { ...wire, urgency: { ...wire.urgency, isSequel: true } });
  return isTail(end, size) && lacksEnd(format, end.body) ? [INCOMPLETE] : [];
}

const INCOMPLETE: RemoteNote = { code: 'remote.maybe-truncated', severity: 'info' };

/** The end of the very file whose start was read. */
const isTail = (reply: Reply, size: number): reply is Extract<Reply, { kind: 'answer' }> =>
  reply.kind === 'answer' &&
  reply.status === 206 &&
  reply.body.length === Math.min(TAIL, size) &&
  reply.headers['content-range']?.replace(/\s/g, '').endsWith(`-${size - 1}/${size}`) === true;

/** The length of a RIFF file as it says it (RFC 9649, 2.3). */
const riffLength = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;

function lacksEnd(format: 'JPEG' | 'PNG', tail: Uint8Array): boolean {
  const text = String.fromCharCode(...tail);
  if (format === 'PNG') return !text.includes('IEND');
  // Behind the end of a JPEG cameras put films: there, 0xFF stands before other bytes than within a picture (T.81, B.1.1.5).
  return text.includes('\xff\0') && !/\xff[^\0\xd0-\xd7\xff]/.test(text);
}
