import { joinPath } from './config-paths.ts';
import type { SiteSettings } from './config-types.ts';
import { unescapePath } from './url-path.ts';

/** A link from the root of the site as `.RelPermalink`: below the path of `baseURL`, unless URLs are canonified. */
export function relPermalink(link: string, { baseURL, switches }: SiteSettings): string {
  const base = basePath(baseURL);
  if (base === '' || switches.canonifyURLs) return link;
  const joined = joinPath(base, link);
  return link.endsWith('/') && !joined.endsWith('/') ? `${joined}/` : joined;
}

/** A link from the root of the site as `.Permalink`. */
export function permalink(link: string, { baseURL }: SiteSettings): string {
  return `${baseURL}${baseURL.endsWith('/') ? '' : '/'}${link.replace(/^\//, '')}`;
}

/** Where Hugo publishes what is at a `relPermalink`: below the root of the site, unescaped. */
export function publishPath(link: string, { baseURL, switches }: SiteSettings): string {
  const base = switches.canonifyURLs ? '' : basePath(baseURL);
  return unescapePath(base !== '' && link.startsWith(`${base}/`) ? link.slice(base.length) : link);
}

/** The path in a `baseURL`, without `/` at the end: `https://example.org/blog/` → `/blog`. */
export function basePath(baseURL: string): string {
  const path = /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?([^?#]*)/i.exec(baseURL)?.[1] ?? '';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}
