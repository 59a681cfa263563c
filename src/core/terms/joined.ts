/**
 * The parts of a term that looks like several written as one: `科技、财经` → 科技, 财经. Signs in brackets, quotes,
 * numbers and character references (`&amp;`) join nothing. No parts: the term is one.
 */
export function joinedParts(term: string): readonly string[] {
  if (term.length > LONGEST || !SIGN.test(term)) return [];
  const bare = term.replace(ENCLOSED, inner => '\u0000'.repeat(inner.length));
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: sign } of [...bare.matchAll(SIGNS), { index: bare.length, 0: '' }]) {
    const part = term.slice(start, index).trim();
    if (part !== '') parts.push(part);
    start = index + sign.length;
  }
  return parts.length > 1 ? parts : [];
}

/** Longer texts are sentences, and no tags. */
const LONGEST = 100;
const SIGN = /[、，,；;]/;
const SIGNS = /[、，；;]|(?<!\d),|,(?!\d)/g;
const ENCLOSED =
  /&#?\w{1,31};|《[^《》]*》|“[^“”]*”|"[^"]*"|（[^（）]*）|\([^()]*\)|「[^「」]*」|【[^【】]*】|\[[^[\]]*\]/g;
