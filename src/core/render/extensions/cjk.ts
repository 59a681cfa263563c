import { codePointBefore, isPunctuationRune } from '../engine/chars.ts';
import type { CjkOptions } from '../options.ts';
import type { Features } from '../../hugo/behaviour.ts';

/** Line feeds between East Asian wide characters (goldmark extension/cjk.go, util/util_cjk.go). */
export type KeepsLineFeed = (before: string, after: string | undefined) => boolean;

/** Whether the line feed between two texts is printed. `after` is undefined when no text follows directly. */
export function lineFeedRule(
  { enable, eastAsianLineBreaks, eastAsianLineBreaksStyle }: CjkOptions,
  { cssLineBreaks, widePunctuation }: Features,
): KeepsLineFeed {
  if (!enable || !eastAsianLineBreaks) return () => true;
  const plain = widePunctuation ? simple : simpleLetters;
  const keeps = eastAsianLineBreaksStyle === 'css3draft' && cssLineBreaks ? css3Draft : plain;
  return (before, after) => {
    if (before === '') return true;
    if (after === undefined || after === '') return false;
    return keeps(codePointBefore(before, before.length, 0), after.codePointAt(0) ?? 0);
  };
}

const hangul = /\p{Script=Hangul}/u;
const wideLetters = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}\p{Lm}]/u;

/** Ranges whose East Asian Width is full, half or wide (Unicode Standard Annex 11). */
const fullHalfOrWide: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x11a3, 0x11a7],
  [0x11fa, 0x11ff],
  [0x20a9, 0x20a9],
  [0x2329, 0x232a],
  [0x2e80, 0x2e99],
  [0x2e9b, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0x2ff0, 0x2ffb],
  [0x3000, 0x303e],
  [0x3041, 0x3096],
  [0x3099, 0x30ff],
  [0x3105, 0x312d],
  [0x3131, 0x318e],
  [0x3190, 0x31ba],
  [0x31c0, 0x31e3],
  [0x31f0, 0x321e],
  [0x3220, 0x3247],
  [0x3250, 0x32fe],
  [0x3300, 0x4dbf],
  [0x4e00, 0xa48c],
  [0xa490, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xd7b0, 0xd7c6],
  [0xd7cb, 0xd7fb],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe52],
  [0xfe54, 0xfe66],
  [0xfe68, 0xfe6b],
  [0xff01, 0xffbe],
  [0xffc2, 0xffc7],
  [0xffca, 0xffcf],
  [0xffd2, 0xffd7],
  [0xffda, 0xffdc],
  [0xffe0, 0xffe6],
  [0xffe8, 0xffee],
  [0x1b000, 0x1b001],
  [0x1f200, 0x1f202],
  [0x1f210, 0x1f23a],
  [0x1f240, 0x1f248],
  [0x1f250, 0x1f251],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

/** Unicode blocks that CSS Text 3 discards spaces around: those of CJK text, all from U+2E80 on. */
const spaceDiscarding: readonly (readonly [first: number, last: number])[] = [
  [0x2e80, 0x2fdf],
  [0x2ff0, 0x30ff],
  [0x3130, 0x319f],
  [0x31c0, 0x31ff],
  [0x3300, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff00, 0xffef],
  [0x1b000, 0x1b12f],
  [0x1b130, 0x1b16f],
  [0x20000, 0x2ebef],
  [0x2f800, 0x2fa1f],
  [0x30000, 0x3134f],
];

function isIn(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last);
}

function isHangul(code: number): boolean {
  return hangul.test(String.fromCodePoint(code));
}

function isWideLetter(code: number): boolean {
  return wideLetters.test(String.fromCodePoint(code));
}

function isWide(code: number): boolean {
  return (code >= 0x3000 && code <= 0x303f) || isWideLetter(code);
}

const simple = (before: number, after: number): boolean => !(isWide(before) && isWide(after));

const simpleLetters = (before: number, after: number): boolean =>
  !(isWideLetter(before) && isWideLetter(after));

/** CSS Text 3, 4.1.2, segment break transformation. */
function css3Draft(before: number, after: number): boolean {
  if (before === 0x200b || after === 0x200b) return false;
  if (isIn(fullHalfOrWide, before) && isIn(fullHalfOrWide, after)) return isHangul(before) || isHangul(after);
  return !discardsSpace(before) && !discardsSpace(after);
}

function discardsSpace(code: number): boolean {
  return isIn(spaceDiscarding, code) || isPunctuationRune(code);
}
