import type { Range } from '../article/tree.ts';
import type { Alphabet } from './alphabet.ts';
import type { Pinyin } from './pinyin.ts';
import type { Query } from './query.ts';
import { BEGINNING, COLUMNS, INITIAL, spellingMasks, WHOLE } from './spell.ts';

/** How the characters of a term were typed: as they are, by whole syllables (the last may be begun), or by initials, too. */
export type MatchKind = 'literal' | 'pinyin' | 'initials';
const KINDS: readonly MatchKind[] = ['literal', 'pinyin', 'initials'];
const NO_KIND = 3;

/**
 * Ranks, best first: from the start of the term 0 to 5 (by kind; for each kind the whole term before a beginning of it),
 * inside of it 6 to 8 (by kind).
 */
export const NO_MATCH = 9;
const INSIDE = 6;

export const STARTS = 1;
export const STOPS = 2;

export const kindOfRank = (rank: number): MatchKind =>
  KINDS[rank < INSIDE ? rank >> 1 : rank - INSIDE] ?? 'initials';

/**
 * A query prepared for the characters of an alphabet. A term is the numbers of its folded characters.
 *
 * All ways to read the query are followed at once: bit `i` of a state says that its first `i` characters may be used up.
 * There is a state for each kind of match, and each is part of the next. (A class, because closures made anew for each
 * query cost V8 its optimised code.)
 */
export class Matcher {
  private readonly goal: number;
  /** For each character where in the query it stands as it is; its set of readings; and the masks of those. */
  private readonly literals: Int32Array;
  private readonly sets: readonly number[];
  private readonly masks: Int32Array;
  /** For each character where in the query it may stand in any way, and the state it leads to as the first. */
  private readonly reach: Int32Array;
  private readonly first: Int32Array;
  /** For each character `STARTS` if a match may start with it, `STOPS` if one may stop: a term that matches has both. */
  readonly roles: Uint8Array;
  /** What `follow` found: kind, and where the match stops. */
  private kind = NO_KIND;
  private stop = 0;
  /** What `rank` found. */
  private start = 0;
  private end = 0;

  /** Pinyin is asked for only if there are letters in the query. */
  constructor(query: Query, alphabet: Alphabet, loadPinyin: () => Pinyin) {
    this.goal = 1 << query.codes.length;
    this.literals = new Int32Array(alphabet.size);
    query.codes.forEach((code, at) => {
      for (const id of alphabet.withLiteral(code)) this.literals[id] = (this.literals[id] ?? 0) | (1 << at);
    });
    const pinyin = /[a-z]/.test(query.letters) ? loadPinyin() : undefined;
    this.sets = pinyin ? alphabet.readingSets(pinyin) : [];
    this.masks = pinyin ? spellingMasks(query, pinyin) : new Int32Array(COLUMNS);
    this.reach = new Int32Array(alphabet.size);
    this.first = new Int32Array(alphabet.size);
    this.roles = new Uint8Array(alphabet.size);
    this.fillTables();
  }

  /** The best rank of the term in `codes` from `from` to `to`, or `NO_MATCH`. Ranks above `worst` need not be found. */
  rank(codes: Uint16Array, from: number, to: number, worst: number): number {
    const { reach, first, goal } = this;
    let best = NO_MATCH;
    const last = worst < INSIDE ? from + 1 : to;
    for (let at = from; at < last && best > INSIDE; at++) {
      // Most characters of most terms fail here.
      const next = first[codes[at] ?? 0] ?? 0;
      if (next === 0) continue;
      if (!(next & goal) && (at + 1 === to || !(next & (reach[codes[at + 1] ?? 0] ?? 0)))) continue;
      this.follow(codes, at, to);
      if (this.kind === NO_KIND) continue;
      const found = at > from ? INSIDE + this.kind : this.kind * 2 + (this.stop === to ? 0 : 1);
      if (found >= best) continue;
      best = found;
      this.start = at;
      this.end = this.stop;
    }
    return best;
  }

  /** Which characters gave a term its rank, counted from its first; only for a term that matches. */
  place(codes: Uint16Array, from: number, to: number): Range {
    this.rank(codes, from, to, NO_MATCH);
    return { start: this.start - from, end: this.end - from };
  }

  /** Follows the query from one character of a term on. */
  private follow(codes: Uint16Array, from: number, to: number): void {
    const { literals, sets, masks, reach, goal } = this;
    this.kind = NO_KIND;
    let literal = 1;
    let whole = 1;
    let any = 1;
    for (let at = from; at < to; at++) {
      const id = codes[at] ?? 0;
      if (!(any & (reach[id] ?? 0))) return;
      const here = literals[id] ?? 0;
      const row = (sets[id] ?? 0) * COLUMNS;
      literal = (literal & here) << 1;
      let nextWhole = (whole & here) << 1;
      let nextAny = (any & here) << 1;
      for (let length = 1; length <= BEGINNING; length++) {
        const mask = masks[row + WHOLE + length - 1] ?? 0;
        nextWhole |= (whole & mask) << length;
        nextAny |= (any & mask) << length;
      }
      const beginning = masks[row + BEGINNING] ?? 0;
      if (whole & beginning) nextWhole |= goal;
      if (any & beginning) nextAny |= goal;
      nextAny |= (any & (masks[row + INITIAL] ?? 0)) << 1;
      nextAny |= (any & (masks[row + INITIAL + 1] ?? 0)) << 2;
      whole = nextWhole;
      any = nextAny;
      if (any & goal) this.note(this.kindOf(literal, whole), at + 1);
    }
  }

  private kindOf(literal: number, whole: number): number {
    if (literal & this.goal) return 0;
    return whole & this.goal ? 1 : 2;
  }

  /** The query is used up before `stop`; a better kind may still follow. */
  private note(kind: number, stop: number): void {
    if (kind >= this.kind) return;
    this.kind = kind;
    this.stop = stop;
  }

  private fillTables(): void {
    const ofSet = tablesOfSets(this.masks, this.goal);
    for (let id = 0; id < this.reach.length; id++) {
      const set = this.sets[id] ?? 0;
      const here = this.literals[id] ?? 0;
      const next = ((here & 1) << 1) | (ofSet.first[set] ?? 0);
      const isStop = (here & (this.goal >> 1)) !== 0 || ofSet.isStop[set] === 1;
      this.reach[id] = here | (ofSet.reach[set] ?? 0);
      this.first[id] = next;
      this.roles[id] = (next === 0 ? 0 : STARTS) | (isStop ? STOPS : 0);
    }
  }
}

/** `reach`, `first` and whether a match may stop, for each set of readings. */
function tablesOfSets(masks: Int32Array, goal: number) {
  const reach = new Int32Array(masks.length / COLUMNS);
  const first = new Int32Array(reach.length);
  const isStop = new Uint8Array(reach.length);
  for (let i = 0; i < masks.length; i++) {
    const mask = masks[i] ?? 0;
    if (mask === 0) continue;
    const set = Math.floor(i / COLUMNS);
    const column = i % COLUMNS;
    const length = column < BEGINNING ? column + 1 : column - INITIAL + 1;
    reach[set] = (reach[set] ?? 0) | mask;
    if (mask & 1) first[set] = (first[set] ?? 0) | (column === BEGINNING ? goal : 1 << length);
    if (column === BEGINNING || mask & (goal >> length)) isStop[set] = 1;
  }
  return { reach, first, isStop };
}
