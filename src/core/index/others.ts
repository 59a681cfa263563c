import type { Article } from '../article/article.ts';
import { valueOf } from '../article/tree.ts';
import { isMap } from '../hugo/config-value.ts';
import type { Page } from '../hugo/page-types.ts';
import type { TermUse } from '../terms/term-index.ts';
import type { SiteIndex } from './site-index.ts';
import type { SitePages } from './site-pages.ts';

/** What the other articles of the site have in common with one. Plain data. */
export interface Others {
  /** Articles that publish at an address of this one; absent while that is not known yet. */
  readonly clashes: readonly Clash[] | undefined;
  /** Paths of the articles with the same title. */
  readonly sameTitle: readonly string[];
  /**
   * By taxonomy and term of this article: all spellings of it in the site, the established one first. Of terms that are
   * spelled in one way only there is that one; counts include this article.
   */
  readonly spellings: Readonly<Record<string, Readonly<Record<string, readonly TermUse[]>>>>;
}

export interface Clash {
  /** Path from the root of the published site. */
  readonly address: string;
  /** Whether it is this article's own address, or one of its aliases. */
  readonly isAlias: boolean;
  /** The other article. */
  readonly path: string;
  /** Whether it is the other's own address, or one of its aliases. */
  readonly isOthersAlias: boolean;
}

/** All articles of a site. */
export interface KnownSite {
  readonly index: SiteIndex;
  readonly pages: SitePages;
}

/** What a site knows of one of its articles; it is in the index as it stands. */
export function factsInSite(
  path: string,
  { tree }: Pick<Article, 'tree'>,
  site: KnownSite,
): { readonly made: Page | undefined; readonly others: Others } {
  const value = tree && valueOf(tree);
  const made = site.pages.pageFrom(path, isMap(value) ? value : {});
  return { made, others: othersOf(path, made, site) };
}

function othersOf(path: string, page: Page | undefined, { index, pages }: KnownSite): Others {
  const facts = index.get(path);
  const spellings = Object.entries(facts?.terms ?? {}).map(([taxonomy, terms]) => {
    const found = terms.map(term => [term, index.spellings(taxonomy, term)] as const);
    return [taxonomy, Object.fromEntries(found)] as const;
  });
  return {
    clashes: pages.isSettled ? clashesOf(path, page, pages) : undefined,
    sameTitle: facts?.title
      ? index
          .titled(facts.title)
          .filter(other => other !== path)
          .sort()
      : [],
    spellings: Object.fromEntries(spellings),
  };
}

function clashesOf(path: string, page: Page | undefined, pages: SitePages): Clash[] {
  return pages.addressesOf(page).flatMap((address, at) =>
    pages
      .publishedAt(address)
      .filter(other => other !== path)
      .map(other => ({
        address,
        isAlias: at > 0,
        path: other,
        isOthersAlias: pages.addressesOf(pages.page(other))[0] !== address,
      })),
  );
}
