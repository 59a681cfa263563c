import type { Pinyin } from './pinyin.ts';
import { simplifiedCode } from './simplified.ts';

/** Number of every character for which there is no number left; it matches nothing. */
const OTHER = 0;
const MOST = 0xffff;

/** The characters that occur in a set of terms, numbered densely, so that a query can keep a small table of them. */
export class Alphabet {
  private readonly ids = new Map<number, number>();
  /** The code point of each number. */
  private readonly codes: number[] = [-1];
  /** The set of readings of each number, as far as they were asked for. */
  private readonly sets: number[] = [0];
  private readonly literals: number[] = [-1];
  private readonly byLiteral = new Map<number, number[]>();

  get size(): number {
    return this.codes.length;
  }

  /** The number of a folded character (see `foldTerm`); a new one is added. */
  idOf(code: number): number {
    const known = this.ids.get(code);
    if (known !== undefined) return known;
    if (this.codes.length > MOST) return OTHER;
    const id = this.codes.push(code) - 1;
    this.ids.set(code, id);
    const literal = simplifiedCode(code);
    this.literals.push(literal);
    const same = this.byLiteral.get(literal);
    if (same) same.push(id);
    else this.byLiteral.set(literal, [id]);
    return id;
  }

  /** The simplified form of the character with this number, as a code point. */
  literalOf(id: number): number {
    return this.literals[id] ?? -1;
  }

  /** Numbers of the characters that have this simplified form. */
  withLiteral(simplified: number): readonly number[] {
    return this.byLiteral.get(simplified) ?? [];
  }

  /** For each number its set of readings in `pinyin`, always the same one. */
  readingSets(pinyin: Pinyin): readonly number[] {
    for (let id = this.sets.length; id < this.codes.length; id++) {
      this.sets.push(pinyin.setOf(this.codes[id] ?? 0));
    }
    return this.sets;
  }
}
