import { isAscii, stripHtml } from './plain-summary.ts';
import type { Cut } from './plain-summary.ts';

/** Parts of tags that are left when HTML is cut at its spaces. */
const TOKEN = /^(?:>$|<\/?[A-Za-z]+>?$|[A-Za-z]+=["'])/;
const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

/** The summary since 0.134: HTML up to the end of the paragraph in which the number of words is reached (page_markup.go). */
export function paragraphSummary(html: string, length: number, cjk: boolean): Cut {
  const end = length <= 0 ? 0 : endOfSummary(html, length, cjk);
  const summary = html.slice(0, end).trim();
  return { summary, truncated: summary !== html.trim() };
}

function endOfSummary(html: string, length: number, cjk: boolean): number {
  let count = 0;
  for (let at = 0; at < html.length;) {
    const close = html.indexOf('</p>', at);
    if (close === -1) break;
    count = countWords(html.slice(at, close), cjk, { count, length });
    if (count >= length) return close + '</p>'.length;
    at = close + '</p'.length;
  }
  return html.length;
}

/** Counting stops when there are enough. The last character of a text is not looked at, as in Hugo. */
function countWords(
  text: string,
  cjk: boolean,
  { count, length }: { count: number; length: number },
): number {
  let words = count;
  let from = 0;
  let at = 0;
  for (const char of text) {
    if (SPACE.test(char) || at + char.length === text.length) {
      words += weightOf(text.slice(from, at).trim(), cjk);
      from = at;
      if (words >= length) return words;
    }
    at += char.length;
  }
  return words;
}

function weightOf(word: string, cjk: boolean): number {
  if (word === '' || TOKEN.test(word)) return 0;
  if (!cjk) return 1;
  const text = stripHtml(word);
  return isAscii(text) ? 1 : Array.from(text).length;
}
