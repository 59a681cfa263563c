import { byEstablished } from '../terms/duplicates.ts';
import { normaliseTerm } from '../terms/normalise.ts';
import { TermIndex } from '../terms/term-index.ts';
import type { TermUse } from '../terms/term-index.ts';
import { remember } from '../remember.ts';
import { Several } from './several.ts';
import type { ArticleFacts } from './article-facts.ts';

/**
 * All articles of a site: facts by path, terms by use. Holds no texts and no documents. Whatever the order of changes,
 * it equals an index built anew from the articles that are there.
 */
export class SiteIndex {
  private readonly articles = new Map<string, ArticleFacts>();
  private readonly taxonomies = new Map<string, Taxonomy>();
  /** Texts that many articles share, such as terms and keys, each kept once. */
  private readonly shared = new Map<string, string>();
  /** Lists that many articles share: their keys, made from one template, and single terms. */
  private readonly sharedLists = new Map<string, readonly string[]>();
  private readonly keyCounts = new Map<string, number>();
  private readonly offsetCounts = new Map<string, number>();
  private readonly titles = new Several<string>();
  private readonly listeners: ((path: string) => void)[] = [];

  get size(): number {
    return this.articles.size;
  }

  get(path: string): ArticleFacts | undefined {
    return this.articles.get(path);
  }

  /** Calls back with the path of each article that comes, changes or goes. */
  onChange(listener: (path: string) => void): void {
    this.listeners.push(listener);
  }

  /** Paths and facts of all articles. */
  entries(): Iterable<readonly [string, ArticleFacts]> {
    return this.articles;
  }

  /** Puts an article in, or another state of it in its place. */
  set(path: string, facts: ArticleFacts): void {
    const kept = this.share(facts);
    this.change(path, this.articles.get(path), kept);
    this.articles.set(path, kept);
    for (const listener of this.listeners) listener(path);
  }

  delete(path: string): void {
    const facts = this.articles.get(path);
    if (!facts) return;
    this.articles.delete(path);
    this.change(path, facts, undefined);
    for (const listener of this.listeners) listener(path);
  }

  /** Counts what differs between two states of an article; most keystrokes change no term and no key. */
  private change(path: string, from: ArticleFacts | undefined, to: ArticleFacts | undefined): void {
    const dateOf = (other: string): number => this.articles.get(other)?.date ?? 0;
    for (const [name, term] of newPairs(to, from)) {
      this.taxonomy(name).remove(term, path, { date: from?.date ?? 0, dateOf });
    }
    for (const [name, term] of newPairs(from, to)) this.taxonomy(name).add(term, path, to?.date ?? 0);
    if (from) this.countAll(from, -1);
    if (to) this.countAll(to, 1);
    if (from?.title === to?.title) return;
    if (from?.title !== undefined) this.titles.delete(from.title, path);
    if (to?.title !== undefined) this.titles.add(to.title, path);
  }

  private countAll({ keys, dateText }: ArticleFacts, by: number): void {
    count(this.keyCounts, keys, by);
    count(this.offsetCounts, offsetsIn(dateText), by);
  }

  /** Paths of the articles with a title. */
  titled(title: string): readonly string[] {
    return this.titles.get(title);
  }

  /** The terms of a taxonomy, by its key in the front matter (lower case). */
  terms(taxonomy: string): TermIndex {
    return this.taxonomy(taxonomy).index;
  }

  /** Names of the taxonomies that some article uses. */
  taxonomyNames(): readonly string[] {
    return [...this.taxonomies].filter(([, { index }]) => index.size > 0).map(([name]) => name);
  }

  /** Paths of the articles that have a term. */
  articlesWith(taxonomy: string, term: string): ReadonlySet<string> {
    return this.taxonomies.get(taxonomy)?.articles.get(term) ?? NONE;
  }

  /** The ways the site spells a term, as `normaliseTerm` compares them: the established one first. */
  spellings(taxonomy: string, term: string): readonly TermUse[] {
    return this.taxonomies.get(taxonomy)?.spellingsOf(term) ?? [];
  }

  /** Top-level keys with the number of articles that use them. */
  keys(): ReadonlyMap<string, number> {
    return this.keyCounts;
  }

  /** How many articles write which offset (`+08:00`) behind a date with a time; the empty text: none. */
  offsets(): ReadonlyMap<string, number> {
    return this.offsetCounts;
  }

  private taxonomy(name: string): Taxonomy {
    let found = this.taxonomies.get(name);
    if (!found) {
      found = new Taxonomy();
      this.taxonomies.set(name, found);
    }
    return found;
  }

  private share(facts: ArticleFacts): ArticleFacts {
    const terms: Record<string, readonly string[]> = {};
    for (const [name, list] of Object.entries(facts.terms))
      terms[name] = list.length === 1 ? this.oneList(list) : list.map(term => this.one(term));
    return { ...facts, terms, keys: this.oneList(facts.keys) };
  }

  private oneList(list: readonly string[]): readonly string[] {
    return remember(this.sharedLists, JSON.stringify(list), () => list.map(text => this.one(text)));
  }

  private one(text: string): string {
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    this.shared.set(text, text);
    return text;
  }
}

const NONE: ReadonlySet<string> = new Set();

function count(counts: Map<string, number>, texts: readonly string[], by: number): void {
  for (const text of texts) {
    const now = (counts.get(text) ?? 0) + by;
    if (now > 0) counts.set(text, now);
    else counts.delete(text);
  }
}

function offsetsIn(dateText = ''): readonly string[] {
  const found = /\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d|)$/.exec(dateText);
  return found ? [found[1] ?? ''] : [];
}

/** The terms of one state that another has not, or has with another date. */
function* newPairs(
  from: ArticleFacts | undefined,
  to: ArticleFacts | undefined,
): Generator<readonly [string, string]> {
  for (const [name, terms] of Object.entries(to?.terms ?? {})) {
    for (const term of terms) {
      if (from?.date !== to?.date || !from?.terms[name]?.includes(term)) yield [name, term];
    }
  }
}

/** The date of the article that goes, and of those that stay. */
interface Dates {
  readonly date: number;
  readonly dateOf: (path: string) => number;
}

/** One taxonomy: its terms by use, and which articles have them. */
class Taxonomy {
  readonly index = new TermIndex();
  readonly articles = new Map<string, Set<string>>();
  /** Terms by what `normaliseTerm` makes of them. */
  private readonly spellings = new Map<string, Set<string>>();

  spellingsOf(term: string): TermUse[] {
    const terms = this.spellings.get(normaliseTerm(term)) ?? NONE;
    return byEstablished(Array.from(terms).flatMap(other => this.index.get(other) ?? []));
  }

  add(term: string, path: string, date: number): void {
    const paths = this.articles.get(term);
    if (paths) paths.add(path);
    else {
      this.articles.set(term, new Set([path]));
      const key = normaliseTerm(term);
      this.spellings.set(key, (this.spellings.get(key) ?? new Set()).add(term));
    }
    this.index.add(term, date);
  }

  remove(term: string, path: string, { date, dateOf }: Dates): void {
    const paths = this.articles.get(term);
    if (!paths?.delete(path)) return;
    if (paths.size === 0) {
      this.articles.delete(term);
      const key = normaliseTerm(term);
      const left = this.spellings.get(key);
      left?.delete(term);
      if (left?.size === 0) this.spellings.delete(key);
    }
    const known = this.index.get(term)?.lastUse ?? 0;
    let lastUse = date < known ? known : 0;
    if (date >= known) for (const other of paths) lastUse = Math.max(lastUse, dateOf(other));
    this.index.remove(term, lastUse);
  }
}
