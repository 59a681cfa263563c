import type { SiteConfig } from '../../hugo/config-types.ts';
import { indexLists } from '../../hugo/page-cascade.ts';
import type { Lists, ListPage, Page, PageContext } from '../../hugo/page-types.ts';
import type { HugoVersion } from '../../hugo/version.ts';
import type { ArticleFacts } from '../../index/article-facts.ts';
import { frontMatterOf, knownPlace } from './places.ts';

/** What the page of one article shows of another one. */
export type SiteArticle = Pick<ArticleFacts, 'title' | 'date' | 'dateText' | 'isDraft' | 'terms' | 'routing'>;

/** The articles of a site by path from its root. `SiteIndex` is one. */
export interface SiteArticles {
  entries(): Iterable<readonly [path: string, article: SiteArticle]>;
}

/** What the surroundings of an article are made of. */
export interface SurroundingsInput {
  /** The article itself, as it is in the editor; it goes before what `articles` has under its path. */
  readonly page: Page;
  readonly config: SiteConfig;
  readonly hugo: HugoVersion | undefined;
  readonly articles: SiteArticles;
  /** Lists and bundles of the site, if they are known already; else they are looked for among the articles. */
  readonly context?: PageContext;
  /** Milliseconds since 1970: articles with a later date are not published yet. */
  readonly now: number;
}

/** The same with the lists and bundles of the site. */
export interface Site extends SurroundingsInput {
  readonly context: PageContext;
  readonly lists: Lists;
}

const NO_LISTS: Lists = new Map();

export function siteOf(input: SurroundingsInput): Site {
  const context = input.context ?? contextOf(input);
  return { ...input, context, lists: context.lists ?? NO_LISTS };
}

function contextOf({ config, hugo, articles }: SurroundingsInput): PageContext {
  const lists: ListPage[] = [];
  const leafBundles = new Set<string>();
  for (const [path, article] of articles.entries()) {
    if (!/(?:^|\/)_?index\.[^/]*$/i.test(path)) continue;
    const place = knownPlace(path, config, hugo);
    if (place?.bundle === 'branch') lists.push({ path, frontMatter: frontMatterOf(article) });
    if (place?.bundle === 'leaf') leafBundles.add(place.logicalPath);
  }
  return { hugo, lists: indexLists(lists, config, hugo), leafBundles };
}
