import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { references } from './references.ts';
import { siteOrigin, targetOf } from './target.ts';
import type { Target } from './target.ts';
import type { UrlPolicy } from './url-policy.ts';

/** Which of the addresses of an article are asked for. */
export interface Wanted {
  readonly kinds: ReadonlySet<Target['kind']>;
  readonly policy: UrlPolicy;
}

/** The origin of the site that an article belongs to: what readers' browsers send as Referer. */
export const originOfSite = ({ site }: Pick<Facts, 'site'>): string | undefined =>
  site && siteOrigin(site.config.baseURL);

/** The images and links of an article that lie on other hosts, each once. */
export function targetsOf(article: Article, facts: Facts, { kinds, policy }: Wanted): Target[] {
  const site = originOfSite(facts);
  const found = new Map<string, Target>();
  for (const reference of references(article, facts)) {
    if (!kinds.has(reference.kind) || reference.form === 'resource') continue;
    const target = targetOf(reference, site, policy);
    if (target) found.set(target.key, target);
  }
  return [...found.values()];
}

/** Where an article first has an address of another host; UTF-16 offsets. */
export function placeOf(
  href: string,
  {
    article,
    facts,
    policy,
  }: { readonly article: Article; readonly facts: Facts; readonly policy: UrlPolicy },
): Range | undefined {
  const site = originOfSite(facts);
  return references(article, facts).find(reference => targetOf(reference, site, policy)?.href === href)
    ?.range;
}
