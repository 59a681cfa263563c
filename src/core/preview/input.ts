import type { ValueMap } from '../article/tree.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import type { Page } from '../hugo/page-types.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { RenderedBody } from '../render/render.ts';

/** All that the page around a body is made of. Plain data. */
export type PageInput = SitePageInput | LonePageInput;

/** An article of a Hugo site. */
export interface SitePageInput {
  /** `mainroad`: the page as the theme makes it; `neutral`: title, dates and terms in a quiet look. */
  readonly look: 'mainroad' | 'neutral';
  readonly page: Page;
  readonly config: SiteConfig;
  /** `undefined`: as the newest. */
  readonly hugo: HugoVersion | undefined;
  readonly body: PreviewBody;
  readonly around: Surroundings;
  /** Milliseconds since 1970, for the year in the footer. */
  readonly now: number;
}

/** A Markdown file outside of any site. */
export interface LonePageInput {
  readonly look: 'plain';
  /** Keys as written. */
  readonly frontMatter: ValueMap;
}

/** What the page around it wants to know of a body. */
export interface PreviewBody extends Pick<RenderedBody, 'toc'> {
  /** `.Summary`, for the list card. */
  readonly summary: string;
  /** `.Truncated`. */
  readonly truncated: boolean;
  /** The key in the front matter that the summary comes from; `undefined`: the body. */
  readonly summaryKey: 'summary' | undefined;
  /** HTML of the author's `bio`, which is Markdown in the configuration; empty if there is none. */
  readonly authorBio: string;
}

/** What stands around an article and comes from the rest of the site. */
export interface Surroundings {
  /** Of the widget `recent`, newest first, no more than it shows. */
  readonly recent: readonly PageLink[];
  /** The pager's left side: `.PrevInSection`, the older article. */
  readonly previous: PageLink | undefined;
  /** The pager's right side: `.NextInSection`. */
  readonly next: PageLink | undefined;
  /** Top entries by menu name, in Hugo's order. */
  readonly menus: Readonly<Record<string, readonly MenuLink[]>>;
  /** All terms of `tags` and `categories` in the order of the widgets, by plural name. */
  readonly terms: Readonly<Record<string, readonly TermLink[]>>;
  /** Term pages of the article's own categories, in their order; `undefined` for one that has no page. */
  readonly categories: readonly (TermLink | undefined)[];
  /** Other languages of the article, in Hugo's order. */
  readonly translations: readonly LanguageLink[];
  /** Home pages of all languages that have content. */
  readonly homes: readonly LanguageLink[];
}

export interface PageLink {
  readonly title: string;
  /** From the host's root, escaped. */
  readonly url: string;
}

export interface MenuLink {
  readonly name: string;
  readonly url: string;
  /** `.IsMenuCurrent` or `.HasMenuCurrent`. */
  readonly isCurrent: boolean;
}

export interface TermLink extends PageLink {
  readonly count: number;
}

export interface LanguageLink {
  /** `zh-cn`. */
  readonly code: string;
  /** What the configuration calls it, may be empty. */
  readonly name: string;
  readonly url: string;
}
