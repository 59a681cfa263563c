import { unescaped } from '../percent.ts';

/** Parameters that only tell where a reader came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|spm|scm|share_token|share_source|vd_source|spm_id_from)$/i;

/** Addresses of sites that only pass the reader on, with the parameter that says where to. */
const DETOURS: readonly (readonly [address: RegExp, parameter: string])[] = [
  [/^https?:\/\/link\.zhihu\.com\/?\?/i, 'target'],
  [/^https?:\/\/www\.google\.[a-z.]+\/url\?/i, 'q'],
  [/^https?:\/\/(?:link\.juejin\.cn|link\.csdn\.net)\/?\?/i, 'target'],
  [/^https?:\/\/www\.jianshu\.com\/go-wild\?/i, 'url'],
];

/**
 * The address of a link as an article should have it: without detours and tracking, else as it is. `undefined` for
 * what leads nowhere from another page: fragments, relative addresses, files, scripts.
 */
export function linkAddress(given: string): string | undefined {
  const address = webAddress(given);
  if (address === undefined) return /^(?:mailto|tel):\S+$/i.test(given.trim()) ? given.trim() : undefined;
  return withoutTracking(webAddress(behindDetour(address)) ?? address);
}

/** An address that can be asked of the web from anywhere, blanks encoded. */
export function webAddress(given: string): string | undefined {
  const trimmed = given.trim();
  const whole = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (!/^https?:\/\/[^\s/?#]/i.test(whole)) return undefined;
  return whole.replace(/[\s<>\\`{}]/g, encodeURIComponent);
}

function behindDetour(address: string): string {
  const detour = DETOURS.find(([pattern]) => pattern.test(address));
  if (!detour) return address;
  const query = address.slice(address.indexOf('?') + 1).replace(/#.*$/s, '');
  const pair = query.split('&').find(part => part.startsWith(`${detour[1]}=`));
  return pair === undefined ? address : (unescaped(pair.slice(detour[1].length + 1)) ?? address);
}

function withoutTracking(address: string): string {
  const [, path = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const parts = query.split('&');
  const kept = parts.filter(part => !TRACKING.test(part.replace(/=.*$/s, '')));
  if (kept.length === parts.length) return address;
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash;
}
