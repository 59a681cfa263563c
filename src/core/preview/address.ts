import { joinPath } from '../hugo/config-paths.ts';
import type { SiteSettings } from '../hugo/config-types.ts';
import { doesNow } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';

/** What `relURL` needs of a site. */
export interface AddressSite {
  readonly settings: SiteSettings;
  readonly hugo: HugoVersion | undefined;
  /** For `relLangURL`: the first part of the language's URLs; empty if they have none. */
  readonly prefix?: string;
}

/** `relURL` and `relLangURL` (helpers/url.go): what starts with `/` is not put under the path of `baseURL`. */
export function relUrl(text: string, { settings, hugo, prefix = '' }: AddressSite): string {
  const { baseURL, switches } = settings;
  if (text.startsWith('//')) return text;
  const [origin = '', path = ''] = splitBase(baseURL, hugo);
  const root = text.startsWith('/') ? origin : `${origin}${path}`;
  const isOwn = root !== '' && text.startsWith(root);
  if (!isOwn && staysAsItIs(text, hugo)) return text;
  const own = withPrefix(isOwn ? text.slice(root.length) : text, prefix);
  const joined = switches.canonifyURLs ? own : joinKeeping(text.startsWith('/') ? '/' : path, own);
  const closed = text === '' && !joined.endsWith('/') && root.endsWith('/') ? `${joined}/` : joined;
  return closed.startsWith('/') ? closed : `/${closed}`;
}

/** A path of the configuration under the path of `baseURL`, as menus have it (common/paths/url.go). */
export function underBase(path: string, { settings, hugo }: AddressSite): string {
  const [, base = ''] = splitBase(settings.baseURL, hugo);
  return joinKeeping(base, path);
}

/** Host and path of a `baseURL`: `https://example.org`, `/blog/`. */
function splitBase(baseURL: string, hugo: HugoVersion | undefined): readonly string[] {
  const [, origin = '', path = ''] = /^((?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?)([^?#]*)/i.exec(baseURL) ?? [];
  return [origin, doesNow(hugo, 'baseUrlClosed') && !path.endsWith('/') ? `${path}/` : path];
}

/** URLs of other sites, and what Go's `url.Parse` refuses. */
function staysAsItIs(text: string, hugo: HugoVersion | undefined): boolean {
  if (!doesNow(hugo, 'relUrlKnowsSchemes')) return text.startsWith('http');
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return true;
  return /^[^/?#]*:|%(?![\da-f]{2})/i.test(text.replace(/[?#].*$/s, '')) || hasControl(text);
}

const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);

function withPrefix(text: string, prefix: string): string {
  const bare = text.replace(/^\//, '');
  if (prefix === '' || bare === prefix || bare.startsWith(`${prefix}/`)) return text;
  return joinPath(prefix, text) + (text.endsWith('/') ? '/' : '');
}

function joinKeeping(base: string, text: string): string {
  const joined = joinPath(base, text);
  return joined !== '/' && text.endsWith('/') ? `${joined}/` : joined;
}
