import { entryOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import { parseHugoDate } from '../hugo/date.ts';

/** What the index keeps of an article: what other articles, completion and the whole site want to know of it. */
export interface ArticleFacts {
  readonly title: string | undefined;
  /**
   * Milliseconds since 1970, 0 if the article has none. A date without offset counts as UTC: that orders articles well
   * enough, and to know the site's zone takes some 40 ms when the first is read.
   */
  readonly date: number;
  readonly isDraft: boolean;
  /** Terms by taxonomy (its key in the front matter, lower case), in their order, each once. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Top-level keys as written. */
  readonly keys: readonly string[];
}

/** What is taken from all articles alike. */
export interface FactsOptions {
  /** Keys of the site's taxonomies, lower case. */
  readonly taxonomies: readonly string[];
}

/** The facts of an article by its front matter, from either reader. */
export function factsOf(tree: MapNode | undefined, { taxonomies }: FactsOptions): ArticleFacts {
  if (!tree) return { title: undefined, date: 0, isDraft: false, terms: {}, keys: [] };
  const terms: Record<string, readonly string[]> = {};
  for (const taxonomy of taxonomies) {
    const found = termsOf(entryOf(tree, taxonomy)?.value);
    if (found.length > 0) terms[taxonomy] = found;
  }
  const title = entryOf(tree, 'title')?.value;
  const draft = entryOf(tree, 'draft')?.value;
  return {
    title: title?.kind === 'string' ? fresh(title.value) : undefined,
    date: dateOf(entryOf(tree, 'date')?.value),
    isDraft: draft?.kind === 'boolean' && draft.value,
    terms,
    keys: tree.entries.map(({ key }) => fresh(key.value)),
  };
}

/** Terms as Hugo takes them: a list, or one text as a list of one. */
function termsOf(node: Node | undefined): string[] {
  const items = node?.kind === 'list' ? node.items : node ? [node] : [];
  const texts = items.flatMap(item => {
    if (item.kind === 'string') return item.value === '' ? [] : [fresh(item.value)];
    return item.kind === 'number' ? [String(item.value)] : [];
  });
  return [...new Set(texts)];
}

function dateOf(node: Node | undefined): number {
  if (node?.kind !== 'string' && node?.kind !== 'date') return 0;
  return parseHugoDate(node.value)?.instant ?? 0;
}

/** A copy that does not keep the text of the whole file alive, as a slice of it does in V8 from 13 characters on. */
const fresh = (text: string): string => (text.length < 13 ? text : text.split('').join(''));
