import type { SiteFacts } from '../check/facts.ts';
import { textOf, at } from '../hugo/config-value.ts';
import type { Page } from '../hugo/page-types.ts';
import { unescapePath } from '../hugo/url-path.ts';
import { parseVersion } from '../hugo/version.ts';
import type { Reference } from '../images/reference.ts';
import type { Local } from './address.ts';
import { lookUp } from './page-lookup.ts';
import { assetAt, published } from './places.ts';
import type { Surroundings } from './places.ts';
import type { Origin } from './resolve.ts';
import type { Outcome } from './target.ts';
import { walk } from './walk.ts';

const MARKDOWN: readonly Reference['form'][] = ['markdown', 'definition', 'autolink'];

/** A template of the site or theme prints it, and may take the address for anything. */
export function isHookOpen({ kind, form }: Reference, { offers }: SiteFacts): boolean {
  if (form === 'shortcode') return offers.shortcodes.includes('figure');
  return MARKDOWN.includes(form) && offers.renderHooks.includes(kind);
}

/**
 * What Hugo's own templates make of a relative address before the browser sees it: `figure` and the image hook look in
 * the bundle and in `assets`, the link hook for pages as well (tpl/tplimpl/embedded/templates).
 */
export function throughHook(
  reference: Reference,
  way: Local,
  origin: Origin,
  around: Surroundings,
): Outcome | undefined {
  if (!isResolving(reference, origin, around.site)) return undefined;
  const path = unescapePath(way.path).replace(/^\.\//, '');
  if (reference.kind === 'link') {
    const page = lookUp(path, { origin, around, isRef: false });
    if (page.is !== 'missing') return page.is === 'there' ? page : { is: 'unknown' };
  }
  const own = inBundle(path, origin.page, around);
  if (own !== undefined) return { is: 'there', file: own };
  const asset = assetAt(path, around);
  return asset && { is: 'there', file: asset.file };
}

/** `.Resources.Get`: in any case, but in the Unicode form of the file. */
function inBundle(path: string, page: Page, around: Surroundings): string | undefined {
  if (page.bundle === 'none' || /^\.{1,2}\//.test(path) || (page.kind === 'home' && /.\//.test(path)))
    return undefined;
  const folder = page.path.slice(0, page.path.lastIndexOf('/'));
  const found = walk(around.listings, folder, path, 'folded');
  if (!found || found.isFolder || found.path.toLowerCase() !== path.replace(/^\//, '').toLowerCase())
    return undefined;
  return published(folder, found.path, '/', around)?.file;
}

const SINCE_FIGURE = parseVersion('0.120.0') ?? 0;
const SINCE_HOOKS = parseVersion('0.123.0') ?? 0;

function isResolving({ kind, form }: Reference, { hugo }: Origin, { config }: SiteFacts): boolean {
  if (form === 'shortcode') return kind === 'image' && (hugo ?? Infinity) >= SINCE_FIGURE;
  if (!MARKDOWN.includes(form) || (hugo ?? Infinity) < SINCE_HOOKS) return false;
  const setting = at(config.markup, 'goldmark', 'renderhooks', kind);
  const use = textOf(at({ setting: setting ?? null }, 'setting', 'useembedded'));
  if (use === 'always' || use === 'fallback') return true;
  if (use === 'never' || config.isMultihost) return false;
  const enabled = config.languages.filter(({ disabled }) => !disabled);
  const duplicates = textOf(at(config.markup, 'goldmark', 'duplicateresourcefiles'));
  return (
    textOf(at({ setting: setting ?? null }, 'setting', 'enabledefault')) === 'true' ||
    (enabled.length > 1 && duplicates !== 'true')
  );
}
