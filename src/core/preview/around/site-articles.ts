import type { Value } from '../../article/tree.ts';
import type { SiteConfig } from '../../hugo/config-types.ts';
import type { Lists, Page } from '../../hugo/page-types.ts';
import type { HugoVersion } from '../../hugo/version.ts';

/** What the page of one article shows of another one. Absent fields count as not written. */
export interface SiteArticle {
  readonly title: string | undefined;
  readonly linkTitle?: string | undefined;
  /** Milliseconds since 1970, 0 if it has none; a date without offset counts as UTC. */
  readonly date: number;
  readonly weight?: number | undefined;
  readonly isDraft: boolean;
  readonly slug?: string | undefined;
  readonly url?: string | undefined;
  readonly type?: string | undefined;
  /** `menu` or `menus` as written. */
  readonly menu?: Value | undefined;
  /** Terms by taxonomy, its key in the front matter in lower case. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/** The articles of a site by path from its root, list pages (`_index`) not among them. `SiteIndex` is one. */
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
  /** The `_index` files, as far as they are known: titles and addresses of sections and terms. */
  readonly lists?: Lists;
  /** Milliseconds since 1970: articles with a later date are not published yet. */
  readonly now: number;
}
