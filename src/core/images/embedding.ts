/**
 * True if browsers keep an image from pages of the site because its server says so: `Cross-Origin-Resource-Policy`
 * (WHATWG Fetch, "cross-origin resource policy check"). Where only a list of public suffixes could tell, false.
 *
 * @param site origin of the pages, `https://example.org`
 */
export function isKeptFrom(
  site: string,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
): boolean {
  const { origin, hostname, protocol } = new URL(url);
  switch (headers['cross-origin-resource-policy']?.trim()) {
    case 'same-origin':
      return origin !== site;
    case 'same-site':
      return (
        topOf(hostname) !== topOf(new URL(site).hostname) ||
        (site.startsWith('http:') && protocol === 'https:')
      );
    default:
      return false;
  }
}

/** Hosts that differ in it are of different sites; those that share it may be. */
const topOf = (hostname: string): string => hostname.split('.').slice(-2).join('.');
