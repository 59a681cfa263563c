/** The summary that Hugo cut before 0.134: text without tags, to a number of words. Kept for the sites it builds. */

export interface Cut {
  readonly summary: string;
  readonly truncated: boolean;
}

/** The start of a body's HTML as text (helpers/content.go of 0.111 to 0.133). `cjk`: characters count as words. */
export function plainSummary(html: string, length: number, cjk: boolean): Cut {
  const plain = stripHtml(html);
  return cjk ? wordsByRune(plain.split(SPACES).filter(Boolean), length) : wholeSentences(plain, length);
}

// Go's unicode.IsSpace.
const SPACES = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const isSpace = (char: string): boolean => SPACES.test(char);

/** Text without tags; ends of paragraphs become line ends, of spaces in a row the first stays (tpl/template.go). */
export function stripHtml(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const text = html
    .replaceAll('\n', ' ')
    .replace(/<\/p>|<br>|<br \/>/g, '\n')
    .replace(/<[^<>]*(?:>|$)/g, '');
  return text.replace(SPACE_RUNS, run => run.charAt(0));
}

const SPACE_RUNS = new RegExp(SPACES.source, 'gu');

/** Latin words count as one, every other character by itself. */
function wordsByRune(words: readonly string[], length: number): Cut {
  let count = 0;
  for (const [index, word] of words.entries()) {
    if (count >= length) return { summary: words.slice(0, index).join(' '), truncated: true };
    const runes = Array.from(word);
    if (isAscii(word)) count++;
    else if (count + runes.length < length) count += runes.length;
    else {
      let end = 0;
      for (const rune of runes) {
        if (count >= length)
          return { summary: [...words.slice(0, index), word.slice(0, end)].join(' '), truncated: true };
        count++;
        end += rune.length;
      }
    }
  }
  return { summary: words.join(' '), truncated: false };
}

export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Up to the end of the sentence in which the number of words is reached; without such an end, everything. */
function wholeSentences(plain: string, length: number): Cut {
  let words = 0;
  let last = -1;
  let at = 0;
  for (const char of plain) {
    if (isSpace(char)) {
      words++;
      last = at;
      if (words >= length) break;
    }
    at += char.length;
  }
  if (last === -1) return { summary: plain, truncated: false };
  const end = plain.slice(last).search(/[.?!"\n]/);
  if (end === -1) return { summary: plain, truncated: false };
  const cut = last + end + 1;
  return { summary: plain.slice(0, cut).trim(), truncated: cut < plain.length };
}
