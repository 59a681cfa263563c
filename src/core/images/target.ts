import { readAddress } from './address.ts';
import type { Reference } from './reference.ts';
import type { UrlPolicy } from './url-policy.ts';

/** An address to ask for: two references with the same key are one. */
export interface Target {
  readonly kind: 'image' | 'link';
  readonly href: string;
  readonly key: string;
  /** Browsers send no Referer with it. */
  readonly isBare?: true;
}

/**
 * What is to be asked for a reference; `undefined`: nothing, because it is no address of another site, or one that
 * is wrong as it stands.
 *
 * @param site origin of the site itself, whose addresses are files
 */
export function targetOf(
  { kind, url, isBare }: Reference,
  site: string | undefined,
  policy: UrlPolicy,
): Target | undefined {
  const address = readAddress(url, kind, policy);
  if (address.kind !== 'remote' || new URL(address.href).origin === site) return undefined;
  const { href } = address;
  return isBare
    ? { kind, href, key: `${kind} bare ${href}`, isBare }
    : { kind, href, key: `${kind} ${href}` };
}

/** The origin of a `baseURL`; `undefined` if it is none that readers could reach. */
export function siteOrigin(baseURL: string): string | undefined {
  const address = readAddress(baseURL, 'link', { allowedHosts: [] });
  return address.kind === 'remote' ? new URL(address.href).origin : undefined;
}
