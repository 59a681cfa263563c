import { entryOf, valueOf } from '../article/tree.ts';
import type { MapNode, Node, Value, ValueMap } from '../article/tree.ts';
import { parseHugoDate } from '../hugo/date.ts';

/** What the index keeps of an article: what other articles, completion and the whole site want to know of it. */
export interface ArticleFacts {
  readonly title: string | undefined;
  /**
   * Milliseconds since 1970, 0 if the article has none. A date without offset counts as UTC: that orders articles well
   * enough, and to know the site's zone takes some 40 ms when the first is read.
   */
  readonly date: number;
  /** As written. */
  readonly dateText: string | undefined;
  readonly isDraft: boolean;
  /** Terms by taxonomy (its key in the front matter, lower case), in their order, each once. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Top-level keys as written. */
  readonly keys: readonly string[];
  /** Values of the keys that decide whether, where and in which order Hugo publishes the page; keys in lower case. */
  readonly routing: ValueMap;
}

/** What is taken from all articles alike. */
export interface FactsOptions {
  /** Keys of the site's taxonomies, lower case. */
  readonly taxonomies: readonly string[];
}

/** Few articles have any. */
const NO_ROUTING: ValueMap = {};
const NOT_A_DRAFT: ValueMap = { draft: false };

/** The keys of `routing`; title and date are kept beside it. */
const ROUTING = new Set([
  'slug',
  'url',
  'aliases',
  'type',
  'linktitle',
  'weight',
  'draft',
  'published',
  'headless',
  'build',
  '_build',
  'cascade',
  'menu',
  'menus',
  'lang',
  'kind',
  'path',
  'translationkey',
  'lastmod',
  'modified',
  'publishdate',
  'pubdate',
  'expirydate',
  'unpublishdate',
]);

/** The facts of an article by its front matter, from either reader. */
export function factsOf(tree: MapNode | undefined, { taxonomies }: FactsOptions): ArticleFacts {
  if (!tree) return NOTHING;
  const terms: Record<string, readonly string[]> = {};
  for (const taxonomy of taxonomies) {
    const found = termsOf(entryOf(tree, taxonomy)?.value);
    if (found.length > 0) terms[taxonomy] = found;
  }
  const dateText = textAt(tree, 'date');
  const draft = entryOf(tree, 'draft')?.value;
  return {
    title: textAt(tree, 'title'),
    date: dateText === undefined ? 0 : (parseHugoDate(dateText)?.instant ?? 0),
    dateText,
    isDraft: draft?.kind === 'boolean' && draft.value,
    terms,
    keys: tree.entries.map(({ key }) => fresh(key.value)),
    routing: routingOf(tree),
  };
}

function textAt(tree: MapNode, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'string' || value?.kind === 'date' ? fresh(value.value) : undefined;
}

const NOTHING: ArticleFacts = {
  title: undefined,
  date: 0,
  dateText: undefined,
  isDraft: false,
  terms: {},
  keys: [],
  routing: NO_ROUTING,
};

function routingOf(tree: MapNode): ValueMap {
  let routing: Record<string, Value> | undefined;
  for (const { key, value } of tree.entries) {
    const name = key.value.toLowerCase();
    if (!ROUTING.has(name) || isWithoutEffect(value, name)) continue;
    routing ??= {};
    routing[name] = freshValue(valueOf(value));
  }
  if (!routing) return NO_ROUTING;
  return routing['draft'] === false && Object.keys(routing).length === 1 ? NOT_A_DRAFT : routing;
}

/** Articles made from a template carry `menu: ""`, `draft: false` and a list of languages, which Hugo does not read. */
const isWithoutEffect = (node: Node, name: string): boolean =>
  node.kind === 'null' ||
  (node.kind === 'string' && node.value === '') ||
  (node.kind === 'boolean' && !node.value && name !== 'published' && name !== 'draft') ||
  (node.kind === 'list' && (node.items.length === 0 || name === 'lang'));

/** Terms as Hugo takes them: a list, or one text as a list of one. */
function termsOf(node: Node | undefined): string[] {
  const items = node?.kind === 'list' ? node.items : node ? [node] : [];
  const texts = items.flatMap(item => {
    if (item.kind === 'string') return item.value === '' ? [] : [fresh(item.value)];
    return item.kind === 'number' ? [String(item.value)] : [];
  });
  return [...new Set(texts)];
}

/** A copy that does not keep the text of the whole file alive, as a slice of it does in V8 from 13 characters on. */
const fresh = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

function freshValue(value: Value): Value {
  if (typeof value === 'string') return fresh(value);
  if (Array.isArray(value)) return value.map(freshValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fresh(key), freshValue(inner)]));
}
