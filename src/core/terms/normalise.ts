import { simplify } from './simplified.ts';

/**
 * What writers put between words, or leave out, at will: white space, hyphens and dashes, underscores, middle dots and
 * apostrophes; and what nobody sees (soft hyphen, zero-width characters, variation selectors).
 */
export const IGNORED = /[\s\p{Pd}\u2212_·•‧∙⋅・'‘’ʼ\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]+/u;
const ALL_IGNORED = new RegExp(IGNORED, 'gu');
/** Nothing in here changes under folding: most terms of a Chinese site. */
const FOLDED = /^[0-9a-z\u4e00-\u9fff]*$/;

/** Width (NFKC) and case do not count, nor what is `IGNORED`. A text of nothing else keeps it, so that keys are not empty. */
export function foldTerm(text: string): string {
  if (FOLDED.test(text)) return text;
  const wide = text.normalize('NFKC');
  const folded = wide.replace(ALL_IGNORED, '').normalize('NFKC').toLowerCase();
  return folded === '' ? wide.toLowerCase() : folded;
}

/**
 * The key under which two spellings are one term for Galley: `foldTerm`, and traditional characters as simplified ones.
 * Only for comparing: it is neither what Hugo does to terms nor fit for display.
 */
export const normaliseTerm = (text: string): string => simplify(foldTerm(text));
