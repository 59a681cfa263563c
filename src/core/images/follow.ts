import type { MessageCode } from '../messages.ts';
import { readAddress } from './address.ts';
import type { Cancellation } from './cancellation.ts';
import type { Net, NetAnswer, NetErrorCode, NetRequest } from './net.ts';
import type { Scheduler, Urgency } from './scheduler.ts';
import { isLiteral, isNowhere, publicAnswers } from './url-policy.ts';
import type { UrlPolicy } from './url-policy.ts';

/** What requests are made with. */
export interface Wire {
  readonly net: Net;
  readonly scheduler: Scheduler;
  readonly policy: UrlPolicy;
  readonly urgency: Urgency;
  readonly cancel: Cancellation;
}

export interface Hop {
  readonly status: number;
  readonly to: string;
  /** `Set-Cookie` of the answer, which nobody here keeps; empty: none. */
  readonly cookies: string;
}

/** What came of a request and of the redirects behind it. */
export type Reply =
  | ({ readonly kind: 'answer' } & Route & NetAnswer)
  | ({ readonly kind: 'failed'; readonly failure: NetErrorCode } & Route)
  /** We went no further; `isRefused`: because of a rule of ours. */
  | ({ readonly kind: 'stopped'; readonly code: MessageCode; readonly isRefused: boolean } & Route);

interface Route {
  /** The last address that was asked, or was not. */
  readonly url: string;
  readonly hops: readonly Hop[];
}

const MAX_HOPS = 10;

/** One request, its redirects followed by hand: each hop is held against the policy as the first address was. */
export async function follow(request: Omit<NetRequest, 'addresses'>, wire: Wire): Promise<Reply> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  for (let url = request.url; ;) {
    if (seen.has(url)) return { kind: 'stopped', code: 'remote.redirect-loop', isRefused: false, url, hops };
    if (hops.length > MAX_HOPS)
      return { kind: 'stopped', code: 'remote.redirects-many', isRefused: false, url, hops };
    seen.add(url);
    const answer = await ask({ ...request, url }, wire);
    if (answer === 'private' || answer === 'nowhere') {
      const toPrivate = hops.length > 0 ? 'remote.redirect-private' : 'remote.private';
      const code = answer === 'nowhere' ? 'remote.name-blocked' : toPrivate;
      return { kind: 'stopped', code, isRefused: true, url, hops };
    }
    if ('failure' in answer) return { kind: 'failed', ...answer, url, hops };
    if (!isRedirect(answer)) return { kind: 'answer', ...answer, url, hops };
    const next = nextAddress(answer, url, wire.policy);
    if ('code' in next) return { kind: 'stopped', ...next, url, hops };
    hops.push({ status: answer.status, to: next.url, cookies: answer.headers['set-cookie'] ?? '' });
    url = next.url;
  }
}

/** The redirects that browsers follow (WHATWG Fetch, "redirect status"). */
const isRedirect = ({ status }: NetAnswer): boolean => [301, 302, 303, 307, 308].includes(status);

async function ask(
  request: Omit<NetRequest, 'addresses'>,
  { net, scheduler, policy, urgency, cancel }: Wire,
): Promise<NetAnswer | { readonly failure: NetErrorCode } | 'private' | 'nowhere'> {
  const { host, hostname } = new URL(request.url);
  return scheduler.run(host, urgency, cancel, async () => {
    const isPlain = isLiteral(request.url) || net.usesProxy(request.url);
    if (isPlain) return net.request({ ...request, addresses: undefined }, cancel);
    const found = await net.lookup(hostname);
    if ('failure' in found) return found;
    const isAllowed = policy.allowedHosts.includes(host) || policy.allowedHosts.includes(hostname);
    const addresses = isAllowed ? found.addresses : publicAnswers(found.addresses, policy);
    if (addresses.length > 0) return net.request({ ...request, addresses }, cancel);
    return found.addresses.every(isNowhere) ? 'nowhere' : 'private';
  });
}

function nextAddress(
  { headers }: NetAnswer,
  base: string,
  policy: UrlPolicy,
): { readonly url: string } | { readonly code: MessageCode; readonly isRefused: boolean } {
  const location = headers['location']?.trim();
  if (!location) return { code: 'remote.redirect-nowhere', isRefused: false };
  if (!URL.canParse(location, base)) return { code: 'remote.redirect-bad', isRefused: false };
  const address = readAddress(new URL(location, base).href, 'link', policy);
  if (address.kind === 'remote') return { url: address.href };
  const isPrivate = address.kind === 'fault' && address.note.code === 'remote.private';
  if (isPrivate) return { code: 'remote.redirect-private', isRefused: true };
  return { code: 'remote.redirect-bad', isRefused: false };
}
