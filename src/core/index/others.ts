import type { Article } from '../article/article.ts';
import { valueOf } from '../article/tree.ts';
import { isMap } from '../hugo/config-value.ts';
import type { Page } from '../hugo/page-types.ts';
import { joinedParts } from '../terms/joined.ts';
import type { TermUse } from '../terms/term-index.ts';
import type { SiteIndex } from './site-index.ts';
import type { SitePages } from './site-pages.ts';

/** What the other articles of the site have in common with one. Plain data. */
export interface Others {
  /** Articles that publish at an address of this one; absent while that is not known yet. */
  readonly clashes: readonly Clash[] | undefined;
  /** Paths of the articles in the same language with the same title, of the first 50 that have it. */
  readonly sameTitle: readonly string[];
  /**
   * By taxonomy and term of this article, or part of a term that joins several: all spellings of it in the articles of
   * the same language, the established one first. Of terms that are spelled in one way only there is that one; counts
   * include this article, and articles in all languages.
   */
  readonly spellings: Readonly<Record<string, Readonly<Record<string, readonly TermUse[]>>>>;
  /** The offset that the articles of the site write behind their dates, such as `+08:00`. */
  readonly offset?: UsualOffset | undefined;
}

export interface UsualOffset {
  readonly text: string;
  /** Nearly all dates with a time have it, and they are many. */
  readonly isSure: boolean;
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
  readonly isOthersDraft: boolean;
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

function othersOf(path: string, page: Page | undefined, site: KnownSite): Others {
  const { index, pages } = site;
  const facts = index.get(path);
  const isSameLanguage = sameLanguage(page, site);
  const spellingsOf = (taxonomy: string, term: string): readonly TermUse[] => {
    const spellings = index.spellings(taxonomy, term);
    // Each language has terms of its own.
    return spellings.length < 2
      ? spellings
      : spellings.filter(other => firstOf(index.articlesWith(taxonomy, other.term)).some(isSameLanguage));
  };
  const spellings = Object.entries(facts?.terms ?? {}).map(([taxonomy, terms]) => {
    const wanted = terms.flatMap(term => [term, ...joinedParts(term)]);
    return [
      taxonomy,
      Object.fromEntries(wanted.map(term => [term, spellingsOf(taxonomy, term)] as const)),
    ] as const;
  });
  const titled = facts?.title ? firstOf(index.titled(facts.title)) : [];
  return {
    clashes: pages.isSettled ? clashesOf(path, page, pages) : undefined,
    sameTitle: titled.filter(other => other !== path && isSameLanguage(other)).sort(),
    spellings: Object.fromEntries(spellings),
    offset: usualOffset(index.offsets()),
  };
}

/** Of fewer dates nobody can tell what is usual; a summer time would make a tenth of them others. */
const [MANY, NEARLY_ALL] = [10, 0.95];

/** UTC is what Hugo takes anyway. */
function usualOffset(counts: ReadonlyMap<string, number>): UsualOffset | undefined {
  const all = Array.from(counts).filter(([text]) => text !== '' && text !== 'Z' && text !== '+00:00');
  const [text, count] = all.reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  const total = Array.from(counts.values()).reduce((sum, one) => sum + one, 0);
  return count < 2 || count * 2 < total
    ? undefined
    : { text, isSure: count >= MANY && count >= NEARLY_ALL * total };
}

/** What is looked at while somebody waits: a page takes some 0.1 ms. */
const MOST = 50;

function firstOf(paths: Iterable<string>): string[] {
  const first: string[] = [];
  for (const path of paths) if (first.push(path) === MOST) break;
  return first;
}

/** Whether an article is in the language of a page; of a site with one language all are. */
function sameLanguage(page: Page | undefined, { pages }: KnownSite): (path: string) => boolean {
  return page && pages.hasLanguages ? path => pages.page(path)?.language === page.language : () => true;
}

function clashesOf(path: string, page: Page | undefined, pages: SitePages): Clash[] {
  return pages.addressesOf(page).flatMap((address, at) =>
    pages.publishedAt(address, path).map(other => {
      const theirs = pages.page(other);
      return {
        address,
        isAlias: at > 0,
        path: other,
        isOthersAlias: pages.addressesOf(theirs)[0] !== address,
        isOthersDraft: theirs?.draft ?? false,
      };
    }),
  );
}
