import { remember } from '../remember.ts';
import { climb } from './climb.ts';
import { readContent } from './content.ts';
import { follow } from './follow.ts';
import type { Reply, Wire } from './follow.ts';
import { kindOf } from './answer-kind.ts';
import { asBrowser, asReader } from './step.ts';
import type { Variant } from './step.ts';
import { requestFor } from './requests.ts';
import type { Wanted } from './requests.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Answer = Extract<Reply, { kind: 'answer' }>;

/** What hosts did for readers so far. */
export class ReaderMemory {
  private readonly hosts = new Map<string, { equal: number; asked: number }>();

  /** After three images that readers see, only each fifth one of a host is tried. */
  wants(name: string): boolean {
    const host = remember(this.hosts, name, () => ({ equal: 0, asked: 0 }));
    if (host.equal < 3) return true;
    host.asked++;
    return host.asked % 5 === 0;
  }

  sawEqual(name: string): void {
    remember(this.hosts, name, () => ({ equal: 0, asked: 0 })).equal++;
  }
}

/** An image that was found, and the site that shows it. */
export interface Shown {
  readonly url: string;
  /** The answer without a Referer. */
  readonly seen: Answer;
  /** How it was asked for. */
  readonly variant: Variant;
  /** What browsers send from a page of the site. */
  readonly referer: string;
}

/**
 * Asks for an image as the page of a reader does, with the site as Referer, and compares: hosts that forbid showing
 * their images elsewhere answer with an error or with another image. `unknown`: nothing can be told.
 */
export async function readerPass(shown: Shown, wire: Wire): Promise<Verdict | 'equal' | 'unknown'> {
  const { url, seen, variant, referer } = shown;
  const wanted: Wanted = { kind: 'image', url, limit: LIMIT, referer };
  let reply = await follow(requestFor(wanted, { ...variant, referer: 'site' }), wire);
  if (isSame(reply, seen)) return 'equal';
  // What a server does to programs is no matter of readers.
  if (variant.as !== 'browser') reply = await follow(requestFor(wanted, asReader(variant)), wire);
  if (isSame(reply, seen)) return 'equal';
  if (isBlocked(reply)) return verdict('reader-blocked', 'remote.hotlink');
  if (reply.kind !== 'answer' || !isImage(reply)) return 'unknown';
  // Some servers never give the same bytes twice: then nothing can be told from a difference.
  const again = await climb(wanted, { ...asBrowser(variant), referer: 'none' }, wire);
  if (again.kind !== 'answer' || !isSame(again.reply, seen)) return 'unknown';
  const isElsewhere = reply.url !== seen.url;
  return verdict('reader-placeholder', isElsewhere ? 'remote.reader-redirected' : 'remote.placeholder');
}

/** Bytes that are compared. */
const LIMIT = 65_536;

function isSame(reply: Reply, seen: Answer): boolean {
  if (reply.kind !== 'answer' || kindOf(reply) !== 'content') return false;
  const length = Math.min(LIMIT, reply.body.length, seen.body.length);
  const isPrefix = length > 0 && reply.body.subarray(0, length).every((byte, i) => byte === seen.body[i]);
  const isCut = reply.end === 'limit' || seen.end === 'limit' || reply.status === 206 || seen.status === 206;
  return isPrefix && (isCut || reply.body.length === seen.body.length);
}

/** Refused for certain; who is busy, or down, refuses nobody. */
function isBlocked(reply: Reply): boolean {
  if (reply.kind !== 'answer') return false;
  const kind = kindOf(reply);
  if (kind === 'forbidden' || kind === 'missing' || kind === 'empty') return true;
  if (kind !== 'content') return reply.status === 401 || reply.status === 400;
  const content = readContent(reply);
  return content.kind === 'no-image' && content.verdict.outcome === 'broken';
}

const isImage = (reply: Answer): boolean =>
  kindOf(reply) === 'content' && readContent(reply).kind === 'image';
