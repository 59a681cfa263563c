import type { Range } from '../article/tree.ts';
import type { Reference } from '../images/reference.ts';
import type { Contents } from './listings.ts';

/** What is behind the images, links and `ref`s of an article. Plain data. */
export interface Targets {
  readonly references: readonly Target[];
  readonly refs: readonly RefOutcome[];
  /** Links with `#` to other pages that have no such anchor. */
  readonly anchors?: readonly MissingAnchor[];
}

export interface MissingAnchor {
  /** Of `#…`; UTF-16 offsets of the article. */
  readonly range: Range;
  /** Without `#`, decoded. */
  readonly fragment: string;
  /** The file of the page, from the root of the site. */
  readonly file: string;
  /** The anchor that is probably meant. */
  readonly near: string | undefined;
}

/** What a reader gets for an image or link of an article. Plain data. */
export interface Target {
  readonly reference: Reference;
  readonly outcome: Outcome;
  /** Of an image that is there, what its file holds, where that can be told. */
  readonly holds?: Contents | undefined;
}

export type Outcome =
  /** Published. `file`: what is behind it, from the root of the site; absent for pages that have no file. */
  | { readonly is: 'there'; readonly file?: string }
  /** Nothing can be said: another host, the theme decides, the site is not whole, a server may have it. */
  | { readonly is: 'unknown' }
  | Missing;

export interface Missing {
  readonly is: 'missing';
  readonly why: Why;
  /** What the browser asks the server for, decoded: `/blog/post/a/img/b.jpg`. */
  readonly address: string;
  /** What to write in place of the reference's address, if one file or page is surely meant. */
  readonly instead?: string;
  /** The file that is surely meant, from the root of the site. */
  readonly file?: string;
  /** What to write in place of the address, if one of these files is meant; the nearest first. */
  readonly perhaps?: readonly string[];
  /** Where `file` would have to lie to be published at the address, from the root of the site. */
  readonly place?: string;
  /** No folder of the site has a name as the address starts with: another part of the server may answer it. */
  readonly isElsewhere: boolean;
}

/** Why the reader gets nothing. */
export type Why =
  /** Nothing of that name. */
  | 'nothing'
  /** There is one that differs by upper and lower case, */
  | 'case'
  /** or in its Unicode form: `é` as one character or two, */
  | 'form'
  /** or whose name has the `%20` in it that the server takes for a space. */
  | 'encoded'
  /** `static/` is no part of addresses. */
  | 'static'
  /** The path of `baseURL` is left out. */
  | 'base'
  /** Written from the root of the site, without `/`: relative to the page there is nothing. */
  | 'root'
  /** Beside the article's file, which is a folder of its own on the site. */
  | 'beside'
  /** In the folder that has the name of the article, whose files are published with the page. */
  | 'page'
  /** In the bundle of the article, where thumbnails are not looked for. */
  | 'bundle'
  /** In `assets`, which is published only by templates. */
  | 'assets'
  /** In a folder of the site that is not published at all. */
  | 'outside'
  /** Separated by `\`. */
  | 'backslash'
  /** A path of somebody's disk. */
  | 'disk'
  /** The Markdown file of a page, in place of its address. */
  | 'source'
  /** The page is a draft, not yet due, or past its time. */
  | 'unpublished';

/** The page that a path names in templates and in `ref`. */
export type LookUp =
  | { readonly is: 'there'; readonly file?: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'ambiguous'; readonly files: readonly string[] }
  /** `file`: the page is there, but this build does not publish it. */
  | { readonly is: 'missing'; readonly file?: string };

/** What `ref` or `relref` finds. */
export interface RefOutcome {
  /** Of the argument with the path, quotes included; UTF-16 offsets of the article. */
  readonly range: Range;
  readonly path: string;
  /** `language`: the site has none of that code; `escape`: a `%` that begins no escape. */
  readonly outcome:
    LookUp | { readonly is: 'language'; readonly language: string } | { readonly is: 'escape' };
}
