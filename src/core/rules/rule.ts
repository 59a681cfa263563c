import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { Body } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import type { Reference } from '../images/reference.ts';
import type { Message } from '../messages.ts';
import type { Fix, Severity } from '../problem.ts';
import type { SchemaFault } from '../schema/validate.ts';
import type { ArticleTerm } from './terms-of.ts';

/** The part of the article or site that a rule looks at. */
export type Scope = 'head' | 'body' | 'site';

/** What beyond the article's own text a verdict depends on, so that a change checks again only what it touches. */
export type Reads =
  | 'hugo'
  | 'page'
  | 'config'
  | 'widgets'
  | 'shortcodes'
  | 'terms'
  | 'articles'
  | 'files'
  | 'time'
  | 'settings'
  | 'remote';

/** What a rule is given. */
export interface Context {
  readonly article: Article;
  readonly facts: Facts;
  /** Disagreements with the schema; empty where there is no front matter. */
  readonly schema: readonly SchemaFault[];
  /** The body, parsed when first asked for. */
  readonly markdown: () => Body;
  /** The terms of all taxonomies, looked for when first asked for. */
  readonly terms: () => readonly ArticleTerm[];
  /** Images and links, looked for when first asked for. */
  readonly references: () => readonly Reference[];
}

export interface Finding {
  readonly message: Message;
  /** UTF-16 offsets of the article. */
  readonly range: Range;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** What takes a reading or more to find out is given as a function: nobody may ask for it. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly unnecessary?: boolean;
}

/** One way to get an article wrong. Pure and synchronous: reads the context and nothing else. */
export interface Rule {
  /** Stable; names the page in `docs/rules`, the setting and the suppression. */
  readonly id: string;
  readonly scope: Scope;
  readonly reads: readonly Reads[];
  /** The severity that its findings have unless they say otherwise. */
  readonly severity: Severity;
  /** Off until the user gives it a severity. */
  readonly isOptional?: boolean;
  readonly check: (context: Context) => Iterable<Finding>;
}
