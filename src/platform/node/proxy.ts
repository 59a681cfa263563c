/** The proxy for an address, `http://host:port`; `undefined`: none. */
export type ProxyFor = (url: string) => string | undefined;

/** What environment variables say, in the way of curl: `https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`. */
export function proxyFromEnvironment(env: Readonly<Record<string, string | undefined>>): ProxyFor {
  const read = (name: string): string | undefined =>
    [env[name], env[name.toUpperCase()]].find(value => value);
  const proxies = { 'http:': read('http_proxy'), 'https:': read('https_proxy') };
  const exceptions = (read('no_proxy') ?? '').split(/[\s,]+/).filter(name => name !== '');
  return url => {
    const { protocol, hostname, port } = new URL(url);
    if (isThisMachine(hostname)) return undefined;
    if (exceptions.some(name => isExcepted({ hostname, port }, name))) return undefined;
    const proxy =
      (protocol === 'http:' || protocol === 'https:' ? proxies[protocol] : undefined) ?? read('all_proxy');
    if (proxy === undefined) return undefined;
    const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
    return URL.canParse(full) && full.startsWith('http:') ? full : undefined;
  };
}

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

function isExcepted(
  { hostname, port }: { readonly hostname: string; readonly port: string },
  exception: string,
): boolean {
  if (exception === '*') return true;
  const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
  return (only === undefined || only === port) && (hostname === name || hostname.endsWith(`.${name}`));
}
