/** Formats, joiners and what is no character; joiners stay where they shape emoji and letters. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u200c\u200d]/gu;

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\uff01-\\uff60]';
const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*\\n[ \\t]*(?=${WIDE})`, 'gu');

/** Text without what is invisible; blanks of all widths but the wide one are plain. */
export const visible = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, ' ');

/** Text of running lines: where Chinese is wrapped in the source, nothing stands between. */
export const running = (text: string): string => visible(text).replace(WIDE_BREAK, '');

const RAISED: Readonly<Record<string, string>> = {
  ...digits('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
};
const LOWERED: Readonly<Record<string, string>> = { ...digits('₀₁₂₃₄₅₆₇₈₉'), '+': '₊', '-': '₋', '−': '₋' };

function digits(written: string): Record<string, string> {
  return Object.fromEntries(Array.from(written, (digit, value) => [String(value), digit]));
}

/** `2` of m² or H₂O as a character, as Markdown has no other way; `undefined` where there are none. */
export function shifted(text: string, way: 'sup' | 'sub'): string | undefined {
  const table = way === 'sup' ? RAISED : LOWERED;
  const characters = Array.from(text.trim(), character => table[character]);
  return characters.length > 0 && characters.length <= 4 && characters.every(found => found !== undefined)
    ? characters.join('')
    : undefined;
}
