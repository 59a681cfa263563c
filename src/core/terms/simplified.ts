import { SIMPLIFIED_DATA } from './simplified-data.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What the table covers: the first character of extension A up to the last of the unified ideographs. */
const FIRST = 0x3400;
const LAST = 0x9fff;

let table: Uint16Array | undefined;

/** The simplified form of a character, or the character itself. Where the choice hangs on the word, one stands for all. */
export function simplifiedCode(code: number): number {
  if (code < FIRST || code > LAST) return code;
  table ??= unpack();
  const simplified = table[code - FIRST];
  return simplified === undefined || simplified === 0 ? code : simplified;
}

/** The text with its traditional characters replaced one by one; it keeps its length. */
export function simplify(text: string): string {
  let out = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const simplified = simplifiedCode(code);
    if (simplified === code) continue;
    out += text.slice(done, i) + String.fromCharCode(simplified);
    done = i + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** Reads what `pack` of scripts/make-hanzi.mjs writes. */
function unpack(): Uint16Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = values[SIMPLIFIED_DATA.charCodeAt(at++)] ?? 0;
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  };
  const unpacked = new Uint16Array(LAST - FIRST + 1);
  for (let from = 0, to = 0; at < SIMPLIFIED_DATA.length;) {
    from += number();
    const step = number();
    to += step & 1 ? -(step >> 1) : step >> 1;
    unpacked[from - FIRST] = to;
  }
  return unpacked;
}
