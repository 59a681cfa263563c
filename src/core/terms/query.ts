import { foldTerm, IGNORED } from './normalise.ts';
import { simplifiedCode } from './simplified.ts';

/** What was typed, character by character. */
export interface Query {
  /** Code points in `normaliseTerm`'s form. */
  readonly codes: readonly number[];
  /** The same for pinyin: `a` to `z`, with `v` for ü; a space for what is no letter. */
  readonly letters: string;
  /** Bit `i` is set where a space, hyphen or apostrophe was typed before character `i`. */
  readonly breaks: number;
}

/** Positions in a query are bits of a number; what is typed beyond is not looked at. */
const LONGEST = 30;

export function readQuery(typed: string): Query {
  const folded: number[] = [];
  let breaks = 0;
  for (const part of typed.normalize('NFKC').split(IGNORED)) {
    if (part === '' || folded.length >= LONGEST) continue;
    breaks |= 1 << folded.length;
    for (const char of foldTerm(part)) folded.push(char.codePointAt(0) ?? 0);
  }
  folded.length = Math.min(folded.length, LONGEST);
  return { codes: folded.map(simplifiedCode), letters: folded.map(letterOf).join(''), breaks };
}

function letterOf(code: number): string {
  if (code === 0xfc) return 'v';
  return code >= 0x61 && code <= 0x7a ? String.fromCharCode(code) : ' ';
}
