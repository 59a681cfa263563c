import { PINYIN_DATA } from './pinyin-data.ts';
import { simplifiedCode } from './simplified.ts';

export interface Pinyin {
  /** All syllables, without tones, `v` for ü. */
  readonly syllables: readonly string[];
  /** The different sets of readings that characters have, as numbers of syllables; set 0 is empty. */
  readonly sets: readonly (readonly number[])[];
  /** The set of a character, simplified or traditional (which has the readings of its simplified form, too); 0: none. */
  readonly setOf: (code: number) => number;
}

let loaded: Pinyin | undefined;

/** Unpacked when first asked for (some milliseconds, some 100 KB) and kept. */
export const loadPinyin = (): Pinyin => (loaded ??= unpack());

/** All readings of one character, without tones, `v` for ü; none for what is no known Hanzi. */
export function readingsOf(char: string): readonly string[] {
  const { syllables, sets, setOf } = loadPinyin();
  return (sets[setOf(char.codePointAt(0) ?? 0)] ?? []).map(number => syllables[number] ?? '');
}

function unpack(): Pinyin {
  const syllables: string[] = [];
  const sets: number[][] = [[]];
  /** Set × syllable → the set with that syllable added. */
  const extended = new Map<number, number>();
  const extend = (set: number, syllable: number): number => {
    const members = sets[set] ?? [];
    if (members.includes(syllable)) return set;
    const key = set * 1024 + syllable;
    const known = extended.get(key);
    if (known !== undefined) return known;
    extended.set(key, sets.length);
    return sets.push([...members, syllable]) - 1;
  };

  const common = new Uint16Array(0xa000);
  const rare = new Map<number, number>();
  const own = (code: number): number => (code < common.length ? common[code] : rare.get(code)) ?? 0;
  let inSyllable = true;
  let letters = 0;
  for (let i = 0; i < PINYIN_DATA.length; i++) {
    const code = PINYIN_DATA.codePointAt(i) ?? 0;
    if (code === 0x20) {
      syllables.push(PINYIN_DATA.slice(letters, i));
      inSyllable = false;
    } else if (code === 0x0a) {
      inSyllable = true;
      letters = i + 1;
    } else if (!inSyllable) {
      const set = extend(own(code), syllables.length - 1);
      if (code < common.length) common[code] = set;
      else rare.set(code, set);
      if (code > 0xffff) i++;
    }
  }

  const setOf = (code: number): number => {
    const simplified = simplifiedCode(code);
    if (simplified === code) return own(code);
    return (sets[own(simplified)] ?? []).reduce(extend, own(code));
  };
  return { syllables, sets, setOf };
}
