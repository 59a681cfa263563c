import { basePath } from '../hugo/url-base.ts';
import { cleanPath, joinPath } from '../hugo/config-paths.ts';
import type { SiteSettings } from '../hugo/config-types.ts';
import type { Reference, ReferenceForm } from '../images/reference.ts';
import { unescaped } from '../percent.ts';

/** Where a reference leads. */
export type Way =
  /** To the site itself. */
  | Local
  /** To a disk: `C:\a.jpg`, `file:///a.jpg`. */
  | { readonly to: 'disk' }
  /** To other hosts, mail, data; or nothing can be said. */
  | { readonly to: 'elsewhere' };

export interface Local {
  readonly to: 'site';
  /** From the host's root, as the browser asks for it, decoded. */
  readonly asked: string;
  /** The same from the root of the published site; absent where the path of `baseURL` is missing in front. */
  readonly address: string | undefined;
  /** The path as written, without query and fragment. */
  readonly path: string;
  /** `?query#fragment`, as written. */
  readonly rest: string;
  readonly isRelative: boolean;
}

/** What a page's addresses are seen from. */
export interface Base {
  readonly settings: SiteSettings;
  /** The page with `baseURL`. */
  readonly permalink: string;
  /** `thumbnail` goes through `relURL` (Mainroad). */
  readonly isMainroad: boolean;
}

/**
 * What a browser makes of an address on the page that Hugo makes: WHATWG URL for the path, `relURL` before it for
 * thumbnails (helpers/url.go), `canonifyURLs` and `relativeURLs` for paths that start with `/` (transform/urlreplacers).
 */
export function wayOf({ url, form }: Reference, base: Base): Way {
  const text = url.replace(/^[\0- ]+|[\0- ]+$/g, '');
  if (/^[a-z]:[\\/]|^file:/i.test(text)) return { to: 'disk' };
  const own = ownHost(text, hostOf(base.settings.baseURL));
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(own ?? text) ?? [];
  if (own === undefined && (path === '' || IS_ELSEWHERE.test(text))) return { to: 'elsewhere' };
  const root = basePath(base.settings.baseURL);
  const asked = decoded(withoutDots(own === undefined ? inPage(path, form, base) : path));
  if (asked === undefined || isMadeTwice(path, root, base.settings)) return { to: 'elsewhere' };
  const isInside = asked === root || asked.startsWith(`${root}/`);
  return {
    to: 'site',
    asked,
    address: isInside ? asked.slice(root.length) || '/' : undefined,
    path,
    rest,
    isRelative: own === undefined && !path.startsWith('/'),
  };
}

/** Some versions put the path of `baseURL` in front once more, others do not. */
const isMadeTwice = (path: string, root: string, { switches }: SiteSettings): boolean =>
  switches.canonifyURLs && root !== '' && path.startsWith(`${root}/`);

const IS_ELSEWHERE = /^[a-z][a-z\d+.-]*:|^\/\//i;

/** `https://example.org:8080` → example.org:8080 */
const hostOf = (url: string): string => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';

/** The path of an address with the site's own host. */
function ownHost(url: string, host: string): string | undefined {
  const [, named, path = ''] = /^(?:https?:)?\/\/([^/?#]+)(.*)$/is.exec(url) ?? [];
  if (named === undefined || host === '' || named.toLowerCase() !== host) return undefined;
  return path.startsWith('/') ? path : `/${path}`;
}

function relUrl(path: string, root: string, { switches }: SiteSettings): string {
  if (path.startsWith('/')) return path;
  const joined = joinPath('/', switches.canonifyURLs ? '' : root, path);
  return path.endsWith('/') && joined !== '/' ? `${joined}/` : joined;
}

function inPage(given: string, form: ReferenceForm, base: Base): string {
  const { settings, permalink, isMainroad } = base;
  const root = basePath(settings.baseURL);
  // Browsers read `\` as `/`; in Markdown and templates it is escaped before.
  const slashed = form === 'html' ? given.replaceAll('\\', '/') : given;
  const path = form === 'thumbnail' && isMainroad ? relUrl(slashed, root, settings) : slashed;
  const { canonifyURLs, relativeURLs } = settings.switches;
  if (path.startsWith('/')) return canonifyURLs || relativeURLs ? root + path : path;
  const page = permalink.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  return page.slice(0, page.lastIndexOf('/') + 1) + path;
}

function withoutDots(path: string): string {
  const plain = path.replace(/%2e/gi, '.');
  const clean = cleanPath(plain.startsWith('/') ? plain : `/${plain}`);
  return /(?:^|\/)\.{0,2}$/.test(plain) && clean !== '/' ? `${clean}/` : clean;
}

/** Percent escapes resolved, as servers do; `undefined` where servers differ. */
function decoded(path: string): string | undefined {
  if (/%2f|%00/i.test(path)) return undefined;
  const encoded = path.replace(/%(?![\da-f]{2})/gi, '%25');
  return unescaped(encoded);
}
