import type { MessageCode } from '../messages.ts';
import { refusalOf } from './url-policy.ts';
import type { UrlPolicy } from './url-policy.ts';
import type { Outcome, RemoteNote } from './verdict.ts';

/** What an address as written is, before any network. */
export type Address =
  /** `href` has no fragment. */
  | { readonly kind: 'remote'; readonly href: string; readonly note?: RemoteNote }
  | { readonly kind: 'fault'; readonly outcome: Outcome; readonly note: RemoteNote }
  /** `data:` */
  | { readonly kind: 'inline' }
  /** A path on the site, a fragment, a mail address. */
  | { readonly kind: 'local' };

const fault = (code: MessageCode, replacement?: string): Address => ({
  kind: 'fault',
  outcome: 'broken',
  note: { code, severity: 'error', ...(replacement === undefined ? {} : { replacement }) },
});

/** Characters that nobody sees; the two joiners are part of emoji and of scripts. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const INVISIBLE_END = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u3000\ufeff]/;
const ENCODED_END = /(?:%E2%80%8B|%EF%BB%BF|%C2%A0|%E3%80%80)$/i;

/** How much at the end of an address is not to be seen, as it is or percent-encoded. */
function invisibleTail(raw: string): number {
  for (let end = raw.length; ;) {
    const encoded = ENCODED_END.exec(raw.slice(Math.max(0, end - 9), end))?.[0].length ?? 0;
    const step = encoded > 0 ? encoded : INVISIBLE_END.test(raw.charAt(end - 1)) ? 1 : 0;
    if (step === 0) return raw.length - end;
    end -= step;
  }
}

/** Tops of host names that files hardly end in. */
const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|cn|net|org|io|gov|edu|info|tv|me|hk|tw|jp|uk|de|fr|us)(?::\d+)?(?=[/?#]|$)/i;

/** Reads the address of an image or link (facts of WHATWG URL: what browsers make of it below an https page). */
export function readAddress(raw: string, kind: 'image' | 'link', policy: UrlPolicy): Address {
  const hidden = invisible(raw);
  if (hidden) return hidden;
  const url = raw.trim();
  if (/^(?:[a-z]:[\\/]|\\\\|(?:file|blob):)/i.test(url)) return fault('remote.local-path');
  const slip = schemeSlip(url);
  if (slip) return slip;
  if (/^https?:/i.test(url)) return readRemote(url, policy);
  if (url.startsWith('//') && URL.canParse(`https:${url}`)) {
    const note = { code: 'remote.no-scheme', severity: 'info', replacement: `https:${url}` } as const;
    const address = readRemote(`https:${url}`, policy);
    return address.kind === 'remote' ? { ...address, note } : address;
  }
  if (kind === 'link') return HOST.test(url) ? fault('remote.scheme', `https://${url}`) : { kind: 'local' };
  if (/^data:/i.test(url)) return { kind: 'inline' };
  if (HOST.exec(url) && /^[^/]+\//.test(url)) return fault('remote.scheme', `https://${url}`);
  if (/^(?:command|vscode(?:-[a-z-]+)?|about|chrome):/i.test(url)) return fault('remote.local-path');
  return /^(?:javascript|mailto|tel):/i.test(url) ? fault('remote.not-image') : { kind: 'local' };
}

function invisible(raw: string): Address | undefined {
  const bare = raw.trim();
  const isRemote = /^(?:https?:)?\/\//i.test(bare);
  const tail = invisibleTail(raw);
  if (isRemote && /[^ \t\r\n]/.test(raw.slice(raw.length - tail)))
    return fault('remote.invisible-end', raw.slice(0, raw.length - tail).replace(INVISIBLE, ''));
  const without = raw.replace(INVISIBLE, '');
  if (without !== raw) {
    const atEnd = raw.startsWith(without);
    return fault(atEnd ? 'remote.invisible-end' : 'remote.invisible', without);
  }
  return isRemote && /[\u00a0\u3000]/.test(bare)
    ? fault('remote.invisible', bare.replace(/[\u00a0\u3000]/g, ''))
    : undefined;
}

/** Full-width signs, slashes too few, a scheme misspelt or written twice. */
function schemeSlip(url: string): Address | undefined {
  const wide = /^(https?[:：][/／]{2})([^/?#]*)/i.exec(url);
  if (wide) {
    const [all] = wide;
    const narrow = all.replace(/：/g, ':').replace(/／/g, '/');
    if (narrow !== all) return fault('remote.full-width', narrow + url.slice(all.length));
  }
  const twice = /^https?:\/\/(?=https?:\/\/)/i.exec(url);
  if (twice) return fault('remote.scheme-twice', url.slice(twice[0].length));
  const few = /^(https?)(?::\/?(?!\/)|\/\/)/i.exec(url);
  const rest = few ? url.slice(few[0].length) : '';
  if (few && HOST.test(rest))
    return fault('remote.slashes', `${(few[1] ?? 'https').toLowerCase()}://${rest}`);
  const near = /^(?:ttps?|htt?ps?|hhttps?|htttps?|http?s?s|https?)(?::\/\/|;\/\/|\/\/)/i.exec(url);
  if (near && !/^https?:\/\//i.test(url))
    return fault('remote.scheme-typo', `https://${url.slice(near[0].length)}`);
  return undefined;
}

function readRemote(url: string, policy: UrlPolicy): Address {
  if (!URL.canParse(url)) return fault('remote.bad-address');
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') {
    return { kind: 'fault', outcome: 'not-checked', note: { code: 'remote.credentials', severity: 'error' } };
  }
  parsed.hash = '';
  const { href } = parsed;
  switch (refusalOf(href, policy)) {
    case 'port':
      return fault('remote.bad-port');
    case 'private':
      return { kind: 'fault', outcome: 'not-checked', note: { code: 'remote.private', severity: 'warning' } };
    case undefined:
      return { kind: 'remote', href };
  }
}
