/** What goldmark takes for space and punctuation (goldmark util/util.go). Codes are UTF-16 units or code points. */

/** Space, tab, line feed, carriage return: goldmark's space in the ASCII range. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** ASCII punctuation. */
export function isPunct(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isAlphaNumeric(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

const unicodePunctuation = /\p{P}/u;
const unicodePunctuationOrSymbol = /[\p{P}\p{S}]/u;
const unicodeSpace = /\p{White_Space}/u;
const unicodeLetter = /\p{L}/u;
const unicodeDigit = /\p{Nd}/u;

/** Ideographs are the bulk of a Chinese text and none of the classes below but letters. */
function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Unicode category P. */
export function isPunctuationRune(code: number): boolean {
  return !isIdeograph(code) && unicodePunctuation.test(String.fromCodePoint(code));
}

/** Unicode categories P and S: what counts as punctuation for emphasis since CommonMark 0.31. */
export function isPunctuationOrSymbol(code: number): boolean {
  if (code < 128) return isPunct(code);
  return !isIdeograph(code) && unicodePunctuationOrSymbol.test(String.fromCodePoint(code));
}

/** Punctuation before CommonMark 0.31: category P, and every ASCII punctuation. */
export function isPunctuationOnly(code: number): boolean {
  return code < 128 ? isPunct(code) : isPunctuationRune(code);
}

export function isSpaceRune(code: number): boolean {
  if (code < 128) return isSpace(code) || code === 11 || code === 12;
  return !isIdeograph(code) && unicodeSpace.test(String.fromCodePoint(code));
}

export function isLetterRune(code: number): boolean {
  if (code < 128) return isAsciiLetter(code);
  return isIdeograph(code) || unicodeLetter.test(String.fromCodePoint(code));
}

export function isDigitRune(code: number): boolean {
  if (code < 128) return isDigit(code);
  return !isIdeograph(code) && unicodeDigit.test(String.fromCodePoint(code));
}

export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** Number of leading characters that are spaces. */
export function leadingSpaces(text: string): number {
  let i = 0;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Number of trailing characters that are spaces. */
export function trailingSpaces(text: string): number {
  let i = text.length;
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
  return text.length - i;
}

/** The code point that ends before `index`, or `fallback` at the start. */
export function codePointBefore(text: string, index: number, fallback: number): number {
  if (index <= 0) return fallback;
  const low = text.charCodeAt(index - 1);
  if (low >= 0xdc00 && low <= 0xdfff && index > 1) return text.codePointAt(index - 2) ?? low;
  return low;
}

/** UTF-8 length, for the limits that goldmark counts in bytes. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
