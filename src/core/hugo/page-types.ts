import type { Value, ValueMap } from '../article/tree.ts';
import type { WallClock } from './date-parse.ts';
import type { HugoVersion } from './version.ts';

export type PageKind = 'home' | 'section' | 'taxonomy' | 'term' | 'page';

/** Where a content file stands, by its path alone. */
export interface ContentPlace {
  readonly kind: PageKind;
  /** `leaf`: an `index` file, `branch`: an `_index` file. */
  readonly bundle: 'leaf' | 'branch' | 'none';
  /** Code of the language, by mount, file name, or default. */
  readonly language: string;
  /** From the root of the site; empty for a page without a file. */
  readonly path: string;
  /** Path of the file below the content, original spelling: `Post/My Article.zh.md`. */
  readonly file: string;
  /** What Hugo calls the page, from 0.123 on: `/post/my-article`; home is `/`. */
  readonly logicalPath: string;
  /** The logical path in the spelling of the file. */
  readonly spelledPath: string;
  /** The file's name without language and extension; `index`, `_index` for bundles. */
  readonly baseName: string;
  /** First folder as Hugo compares it, empty for pages outside sections. */
  readonly section: string;
  readonly spelledSection: string;
  /** Only its kind can say: HTML, org, AsciiDoc and so on are content, too. */
  readonly isMarkdown: boolean;
}

/** Why a file below the root is no page. */
export type NotAPage = 'outside-content' | 'not-content' | 'ignored' | 'language-disabled' | 'in-bundle';

/** A date in effect, and which of the sources of `[frontmatter]` it came from. */
export interface PageDate {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly instant: number;
  readonly wall: WallClock;
  /** The key in the front matter, or `:filename`, `:git`, `:filemodtime`. */
  readonly source: string;
}

export interface PageDates {
  readonly date: PageDate | undefined;
  readonly lastmod: PageDate | undefined;
  readonly publishDate: PageDate | undefined;
  readonly expiryDate: PageDate | undefined;
}

export interface Page extends ContentPlace {
  readonly title: string;
  readonly slug: string;
  /** Whether the front matter's `url` decides. */
  readonly url: string;
  /** From the host's root, escaped: `/blog/post/%E4…/`; empty for pages that have none. */
  readonly relPermalink: string;
  /** With `baseURL`. */
  readonly permalink: string;
  /** Paths that lead here, as Hugo publishes them, from the root of the language. */
  readonly aliases: readonly string[];
  readonly dates: PageDates;
  readonly draft: boolean;
  readonly headless: boolean;
  /** `never`: no page and no link; `link`: no page of its own. */
  readonly render: 'always' | 'never' | 'link';
  readonly list: 'always' | 'never' | 'local';
  /** Pages with the same key are translations of each other. */
  readonly translationKey: string;
  /** Front matter with what is cascaded to it, keys lower case. */
  readonly effective: ValueMap;
  /** For each key of `effective` that is not the page's own: the `_index` file, or empty for the configuration. */
  readonly cascadedFrom: Readonly<Record<string, string>>;
  /** The list pages above without whose publication this one is not published, the nearest first; mostly none. */
  readonly needs: readonly Needed[];
}

/** A list page that has to be published for others to be. */
export type Needed = Pick<Page, 'path' | 'draft' | 'dates'>;

/** What a page's facts depend on besides itself. */
export interface PageContext {
  readonly hugo?: HugoVersion | undefined;
  /** The `_index` files of the site, from `indexLists`. */
  readonly lists?: Lists;
  /** Logical paths of leaf bundles: Markdown below them is part of the bundle. */
  readonly leafBundles?: ReadonlySet<string>;
  /** Milliseconds; for `:fileModTime` and `:git`. */
  readonly modified?: number | undefined;
  readonly committed?: number | undefined;
}

export interface ListPage {
  /** From the root of the site. */
  readonly path: string;
  readonly frontMatter: ValueMap;
  /** Those at the same path in all languages, where the key names no language. */
  readonly others?: readonly ListPage[];
}

/** By language and logical path; keys of front matter in lower case. */
export type Lists = ReadonlyMap<string, ListPage>;

/** A parameter's value in effect, and who set it. */
export interface EffectiveValue {
  readonly value: Value;
  readonly from: 'page' | 'cascade' | 'site';
  /** The `_index` file, for `cascade`; `undefined` if the configuration cascades it. */
  readonly path: string | undefined;
}
