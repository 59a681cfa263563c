import type { Pinyin } from './pinyin.ts';
import type { Query } from './query.ts';

/** Columns of a row of masks: a whole syllable of 1 to 6 letters, the beginning of one, its initial as 1 or 2 letters. */
export const WHOLE = 0;
export const BEGINNING = 6;
export const INITIAL = 7;
export const COLUMNS = 9;

/**
 * A row of bit masks for each set of readings: bit `i` of a column is set if the letters from `i` on can be read as that.
 * `ü` may be typed `ü`, `v` or `u`. No syllable goes over a break: `xi'an` is 西安, not 先.
 */
export function spellingMasks(query: Query, { syllables, sets }: Pinyin): Int32Array {
  const rows = syllables.map(syllable => {
    const other = otherSpelling(syllable);
    const row = addSyllable(undefined, syllable, query);
    return other === undefined ? row : addSyllable(row, other, query);
  });
  const masks = new Int32Array(sets.length * COLUMNS);
  sets.forEach((members, set) => {
    for (const number of members) {
      rows[number]?.forEach((mask, column) => {
        masks[set * COLUMNS + column] = (masks[set * COLUMNS + column] ?? 0) | mask;
      });
    }
  });
  return masks;
}

/** `lv` → `lu` and `jue` → `jve`: some type the sound, some the letter. */
function otherSpelling(syllable: string): string | undefined {
  if (syllable.includes('v')) return syllable.replace('v', 'u');
  return /^[jqxy]u/.test(syllable) ? syllable.replace('u', 'v') : undefined;
}

/** The row of a syllable, made only if the query has its first letter. */
function addSyllable(known: number[] | undefined, syllable: string, query: Query): number[] | undefined {
  const { letters, breaks } = query;
  let row = known;
  for (
    let at = letters.indexOf(syllable.charAt(0));
    at >= 0;
    at = letters.indexOf(syllable.charAt(0), at + 1)
  ) {
    row ??= new Array<number>(COLUMNS).fill(0);
    let length = 1;
    while (length < syllable.length && letters[at + length] === syllable[length]) {
      if ((breaks >> (at + length)) & 1) break;
      length++;
    }
    const columns = [INITIAL];
    if (length >= 2 && /^[zcs]h/.test(syllable)) columns.push(INITIAL + 1);
    if (length === syllable.length) columns.push(WHOLE + length - 1);
    else if (at + length === letters.length) columns.push(BEGINNING);
    for (const column of columns) row[column] = (row[column] ?? 0) | (1 << at);
  }
  return row;
}
