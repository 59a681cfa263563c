import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import { missingText } from '../targets/missing-text.ts';
import { outcomeOf } from '../targets/resolve.ts';
import type { Origin } from '../targets/resolve.ts';
import type { Surroundings } from '../targets/places.ts';
import type { Outcome } from '../targets/target.ts';

/** Where a link of the page leads. */
export type LinkTarget =
  /** To a file of the site, its path from the root: an article, or what is published as it is. */
  | { readonly kind: 'file'; readonly path: string }
  /** To what only a browser can show. */
  | { readonly kind: 'web'; readonly url: string }
  /** Nowhere that can be opened, and why. */
  | { readonly kind: 'nowhere'; readonly reason: Message };

/** Schemes that a link of an article may open. */
const ALLOWED = /^(?:https?|mailto|tel):/i;

/**
 * Resolves the `href` of a link, as it stands in the HTML, as a reader's browser does on the finished site.
 *
 * @param site absent where the article is on no page
 */
export async function resolveLink(
  href: string,
  site: { readonly origin: Origin; readonly around: Surroundings } | undefined,
): Promise<LinkTarget> {
  const url = href.trim();
  const found = site && (await onSite(url, site.origin, site.around));
  if (found) return found;
  const address = url.startsWith('//') ? `https:${url}` : url;
  if (ALLOWED.test(address)) return { kind: 'web', url: address };
  return { kind: 'nowhere', reason: message('preview.link-nowhere', { href: url }) };
}

/** `undefined`: nothing that the site is known to have or to lack. */
async function onSite(url: string, origin: Origin, around: Surroundings): Promise<LinkTarget | undefined> {
  const range = { start: 0, end: 0 };
  const forms: readonly Reference['form'][] = ['html', 'markdown'];
  const ask = (): readonly Outcome[] =>
    forms.map(form => outcomeOf({ kind: 'link', form, url, range, isVerbatim: false }, origin, around));
  let outcomes = ask();
  while (await around.listings.load()) outcomes = ask();
  const outcome = outcomes.find(({ is }) => is === 'there') ?? outcomes.find(({ is }) => is === 'missing');
  if (outcome?.is === 'there' && outcome.file === undefined)
    return { kind: 'nowhere', reason: message('preview.link-made', { href: url }) };
  if (outcome?.is !== 'there' && outcome?.is !== 'missing') return undefined;
  // What is not published has a source all the same.
  if (outcome.file !== undefined) return { kind: 'file', path: outcome.file };
  return outcome.is === 'missing'
    ? { kind: 'nowhere', reason: missingText('link', outcome, around.site.config) }
    : undefined;
}
