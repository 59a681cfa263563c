import ipaddr from 'ipaddr.js';

/** Hosts that may be asked although they are not public, as `name`, `name:port` or address; a machine's own setting. */
export interface UrlPolicy {
  readonly allowedHosts: readonly string[];
}

/** Ports that browsers refuse (WHATWG Fetch, "bad port"). */
const BAD_PORTS = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 ' +
    '123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 ' +
    '990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/** Why an address may not be asked, as far as its text goes; `undefined`: it may. */
export function refusalOf(href: string, { allowedHosts }: UrlPolicy): 'port' | 'private' | undefined {
  const { host, hostname, port } = new URL(href);
  if (BAD_PORTS.has(port)) return 'port';
  if (allowedHosts.includes(host) || allowedHosts.includes(hostname)) return undefined;
  const name = hostname.replace(/^\[|\]$|\.$/g, '');
  if (/^(?:.*\.)?localhost$/.test(name)) return 'private';
  // WHATWG URL, host parser: what is left of an address in numbers has digits and dots only, or colons.
  if (!/^[\d.]+$|:/.test(name)) return undefined;
  return ipaddr.isValid(name) && !isPublic(name) ? 'private' : undefined;
}

/** True for an address in numbers, which no name server is asked for. */
export const isLiteral = (href: string): boolean =>
  ipaddr.isValid(new URL(href).hostname.replace(/^\[|\]$/g, ''));

/**
 * Of the addresses that a name has, those that may be connected to. Proxies of the TUN kind answer every name with an
 * address of 198.18.0.0/15, so that range is right as an answer, and never as a literal.
 */
export function publicAnswers(addresses: readonly string[], { allowedHosts }: UrlPolicy): string[] {
  return addresses.filter(address => {
    if (allowedHosts.includes(address)) return true;
    if (!ipaddr.isValid(address)) return false;
    return isPublic(address) || isTunnel(address);
  });
}

/** What name servers answer that block a name: no machine has this address (RFC 1122, 3.2.1.3). */
export const isNowhere = (address: string): boolean => address === '0.0.0.0' || address === '::';

function isTunnel(address: string): boolean {
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv4 && parsed.match(ipaddr.IPv4.parseCIDR('198.18.0.0/15'));
}

/** Everything but `unicast` is private, reserved, or a way to what may be. */
const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast';
