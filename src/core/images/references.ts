import type { Article } from '../article/article.ts';
import { markupOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { tellsNothing } from '../hugo/referrer-policy.ts';
import type { Bare } from '../hugo/referrer-policy.ts';
import { bodyReferences } from './references-body.ts';
import { headReferences } from './references-head.ts';
import type { Reference } from './reference.ts';

/**
 * The images and links of an article, front matter and body, in the order of their places. What Hugo does not print is
 * left out: code, comments, raw HTML where the site does not allow it. Empty addresses are in it, `#fragments` and
 * mail addresses too.
 */
export function references(article: Article, facts: Facts): readonly Reference[] {
  const found = [...headReferences(article), ...bodyReferences(article, facts)].sort(
    (a, b) => a.range.start - b.range.start,
  );
  const bare = bareIn(article, facts);
  return bare.length === 0 ? found : found.map(reference => markedBare(reference, bare));
}

function bareIn({ text }: Article, facts: Facts): readonly Bare[] {
  const ofSite = facts.site?.offers.bareImages ?? [];
  const isSaid = /<meta\s/i.test(text) && markupOf(facts).renderer.unsafe && tellsNothing(text);
  return isSaid ? ['all'] : ofSite;
}

function markedBare(reference: Reference, bare: readonly Bare[]): Reference {
  const { kind, form } = reference;
  const own: Bare | undefined =
    form === 'markdown' || form === 'definition' ? 'markdown' : form === 'shortcode' ? 'figure' : undefined;
  const isBare = kind === 'image' && (bare.includes('all') || (own !== undefined && bare.includes(own)));
  return isBare ? { ...reference, isBare } : reference;
}
