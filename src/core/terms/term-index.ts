import type { Range } from '../article/tree.ts';
import { Alphabet } from './alphabet.ts';
import { Best } from './best.ts';
import { rangeOfFolded } from './highlight.ts';
import { kindOfRank, Matcher, type MatchKind, NO_MATCH, STARTS, STOPS } from './matcher.ts';
import { foldTerm, normaliseTerm } from './normalise.ts';
import { loadPinyin } from './pinyin.ts';
import { readQuery } from './query.ts';

/** A term as articles spell it, in how many of them, and when the newest of them is dated (ms since 1970; 0: unknown). */
export interface TermUse {
  readonly term: string;
  readonly count: number;
  readonly lastUse: number;
}

export interface TermHit extends TermUse {
  /** How the query was read, and the part of the term that it stands for; neither for an empty query. */
  readonly match: { readonly kind: MatchKind; readonly range: Range | undefined } | undefined;
}

export interface SearchOptions {
  readonly limit: number;
  /** Terms to leave out in all their spellings: those the list has already. */
  readonly exclude?: Iterable<string>;
  /** What age is counted to (ms since 1970); later dates are as good as this one. */
  readonly now: number;
}

const SAMPLE = 16;
const MONTHS_18 = 548 * 24 * 3600_000;

/**
 * The terms of one taxonomy, for completion. A search looks at all of them, packed as numbers of their characters.
 *
 * Order of hits: by rank (see `Matcher`: start of the term before inside of it; then as written, by pinyin, by initials;
 * the whole term before a beginning of it), then by weight: log2(1 + count) less 3 × age / (age + 18 months), where age is
 * the time since the last use. So twice the use makes up for about half a year, and age never for more than eight times
 * the use. Then by text.
 */
export class TermIndex {
  /** Text → slot; a term that is used no more keeps its slot for a while, for it often comes back with the next key. */
  private readonly slots = new Map<string, number>();
  private texts: string[] = [];
  private counts: number[] = [];
  /** log2(1 + count): a logarithm for each hit would take longer than all the rest. */
  private weights: number[] = [];
  private lastUses: number[] = [];
  /** Where the characters of each slot end in `codes`; they start where those of the slot before end. */
  private ends: number[] = [];
  private codes = new Uint16Array(256);
  private alphabet = new Alphabet();
  /** For each character the slots of the terms that have it. */
  private holders: number[][] = [];
  private unused = 0;

  /** How many different terms are in use. */
  get size(): number {
    return this.texts.length - this.unused;
  }

  get(term: string): TermUse | undefined {
    const slot = this.slots.get(term);
    return slot === undefined || this.counts[slot] === 0 ? undefined : this.useOf(slot);
  }

  /** All terms, in no order that means anything. */
  *all(): Generator<TermUse> {
    for (let slot = 0; slot < this.texts.length; slot++) if (this.counts[slot] !== 0) yield this.useOf(slot);
  }

  /** One article more has the term. */
  add(term: string, lastUse = 0): void {
    const known = this.get(term);
    this.set({ term, count: (known?.count ?? 0) + 1, lastUse: Math.max(lastUse, known?.lastUse ?? 0) });
  }

  /** One article less has the term; `lastUse` is the date of the newest that still has it, if that changes. */
  remove(term: string, lastUse?: number): void {
    const known = this.get(term);
    if (known) this.set({ term, count: known.count - 1, lastUse: lastUse ?? known.lastUse });
  }

  /** Says all of a term at once; with a count of 0 it is gone. */
  set({ term, count, lastUse }: TermUse): void {
    let slot = this.slots.get(term);
    if (slot === undefined) {
      if (count <= 0) return;
      slot = this.append(term);
    }
    const before = this.counts[slot] ?? 0;
    this.counts[slot] = Math.max(0, count);
    this.weights[slot] = Math.log2(1 + Math.max(0, count));
    this.lastUses[slot] = Number.isFinite(lastUse) ? lastUse : 0;
    this.unused += Number(count <= 0) - Number(before === 0);
    if (this.unused > 64 + this.size) this.compact();
  }

  /** The best `limit` terms for what was typed; for nothing typed, those of most weight. */
  search(typed: string, { limit, exclude = [], now }: SearchOptions): TermHit[] {
    const query = readQuery(typed);
    const matcher = query.codes.length > 0 ? new Matcher(query, this.alphabet, loadPinyin) : undefined;
    const excluded = new Set(Array.from(exclude, normaliseTerm));
    const best = new Best(limit, this.texts);
    this.scan(best, matcher, excluded, now);
    return best.sorted().map(({ item, key }) => this.hitOf(item, rankOf(key), matcher));
  }

  private scan(best: Best, matcher: Matcher | undefined, excluded: ReadonlySet<string>, now: number): void {
    const { codes, counts, ends, lastUses, weights } = this;
    const roles = matcher && this.rolesIn(matcher);
    let last = best.last;
    let worst = NO_MATCH - 1;
    const look = (slot: number): void => {
      if (counts[slot] === 0 || (roles && roles[slot] !== (STARTS | STOPS))) return;
      const start = slot === 0 ? 0 : (ends[slot - 1] ?? 0);
      const rank = matcher === undefined ? 0 : matcher.rank(codes, start, ends[slot] ?? 0, worst);
      if (rank > worst) return;
      const age = Math.max(0, now - (lastUses[slot] ?? 0));
      const key = keyOf(rank, (weights[slot] ?? 0) - (3 * age) / (age + MONTHS_18));
      if (key > last) return;
      if (excluded.size > 0 && excluded.has(normaliseTerm(this.texts[slot] ?? ''))) return;
      best.offer(slot, key);
      last = best.last;
      worst = Math.min(worst, rankOf(last));
    };
    // A sample first: it sets a bar that most others fail, in whatever order the terms came.
    for (let slot = 0; slot < ends.length; slot += SAMPLE) look(slot);
    for (let slot = 0; slot < ends.length; slot++) if (slot % SAMPLE !== 0) look(slot);
  }

  /** For each slot the roles that characters of the term may have in a match. */
  private rolesIn({ roles }: Matcher): Uint8Array {
    const found = new Uint8Array(this.ends.length);
    for (let id = 0; id < roles.length; id++) {
      const role = roles[id] ?? 0;
      if (role === 0) continue;
      for (const slot of this.holders[id] ?? []) found[slot] = (found[slot] ?? 0) | role;
    }
    return found;
  }

  private hitOf(slot: number, rank: number, matcher: Matcher | undefined): TermHit {
    const use = this.useOf(slot);
    if (!matcher) return { ...use, match: undefined };
    const place = matcher.place(this.codes, this.ends[slot - 1] ?? 0, this.ends[slot] ?? 0);
    return { ...use, match: { kind: kindOfRank(rank), range: rangeOfFolded(use.term, place) } };
  }

  private useOf(slot: number): TermUse {
    return { term: this.texts[slot] ?? '', count: this.counts[slot] ?? 0, lastUse: this.lastUses[slot] ?? 0 };
  }

  /** A new slot, not in use. */
  private append(term: string): number {
    const slot = this.ends.length;
    let end = this.ends[slot - 1] ?? 0;
    const folded = foldTerm(term);
    if (end + folded.length > this.codes.length) {
      const wider = new Uint16Array(Math.ceil((end + folded.length) * 1.5));
      wider.set(this.codes);
      this.codes = wider;
    }
    for (let i = 0; i < folded.length; i++) {
      const code = folded.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      const id = this.alphabet.idOf(code);
      this.codes[end++] = id;
      const holders = (this.holders[id] ??= []);
      if (holders.at(-1) !== slot) holders.push(slot);
    }
    this.ends.push(end);
    this.texts.push(term);
    this.counts.push(0);
    this.weights.push(0);
    this.lastUses.push(0);
    this.slots.set(term, slot);
    this.unused++;
    return slot;
  }

  /** Gives up the slots that are not in use. */
  private compact(): void {
    const kept = Array.from(this.all());
    this.slots.clear();
    this.texts = [];
    this.counts = [];
    this.weights = [];
    this.lastUses = [];
    this.ends = [];
    this.codes = new Uint16Array(256);
    this.unused = 0;
    this.alphabet = new Alphabet();
    this.holders = [];
    for (const use of kept) this.set(use);
  }
}

/** One number to sort by, least first: rank, then weight (which lies between -3 and 60). */
const keyOf = (rank: number, weight: number): number => rank * 128 + 64 - weight;
const rankOf = (key: number): number => Math.floor(key / 128);
