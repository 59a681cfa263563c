import { message } from '../../messages.ts';
import { clipped, deleting, inserting, replacing, writing } from '../fix.ts';
import { halfWidth } from './half-width.ts';
import { quoted, separated, straightened } from './quotes.ts';
import type { Place, Way } from './way.ts';

/** Ways to mend TOML, the likeliest first. */
export function* tomlWays(place: Place): Generator<Way> {
  yield* separators(place);
  yield* values(place);
  yield* keys(place);
}

/** `:`, `：` or `＝` between key and value. */
function* separators({ text, line }: Place): Generator<Way> {
  const found = /^[^\s=:：＝"'[][^=:：＝"']*?([ \t]*[:：＝][ \t]*)/.exec(text.slice(line.start, line.end));
  if (found?.[1] === undefined) return;
  const end = line.start + found[0].length;
  yield { title: writing('='), edits: [replacing({ start: end - found[1].length, end }, ' = ')] };
}

function* values(place: Place): Generator<Way> {
  const { text } = place;
  const value = valueOfLine(text, place);
  if (!value) {
    yield* noValue(place);
    return;
  }
  yield* separated(text, value);
  const written = text.slice(value.start, value.end);
  const word = WORDS.get(written.toLowerCase());
  if (word !== undefined) yield { title: writing(word), edits: [replacing(value, word)] };
  yield* straightened(text, value);
  yield* fullwidth(place);
  const quote = written[0] ?? '';
  if (/^["'][^"'“”]*[”“’＂]$/.test(written))
    yield { title: writing(quote), edits: [replacing({ start: value.end - 1, end: value.end }, quote)] };
  if (/^["'][^"']*$/.test(written))
    yield { title: message('fix.insert', { text: quote }), edits: [inserting(value.end, quote)] };
  if (quote === '[' && !written.endsWith(']'))
    yield { title: message('fix.insert', { text: ']' }), edits: [inserting(value.end, ']')] };
  if (/^[^"'[{]/.test(written)) yield* quoted(text, value);
}

/** A key that needs quotation marks, and a line that is there twice. */
function* keys(place: Place): Generator<Way> {
  const { text, fault, line } = place;
  const { start, end } = fault.range;
  if (fault.message.code === 'toml-syntax.bare-key') {
    const title = message('fix.quote', { text: clipped(text.slice(start, end)) });
    yield { title, edits: [inserting(start, '"'), inserting(end, '"')] };
  }
  if (fault.message.code !== 'toml-syntax.twice' || !isRepeated(place)) return;
  const source = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(line.start))?.[0] ?? '';
  const title = message('fix.remove-duplicate', { text: clipped(source.split('=')[0] ?? '') });
  yield { title, edits: [deleting({ start: line.start, end: line.start + source.length })] };
}

/** Nothing behind the sign: what YAML takes for nothing is an empty text here. */
function* noValue({ text, line }: Place): Generator<Way> {
  const found = /^[^=#"'[\]]+=(?=[ \t]*(?:#|$))/.exec(text.slice(line.start, line.end));
  if (found) yield { title: writing('""'), edits: [inserting(line.start + found[0].length, ' ""')] };
}

/** Of a key with two values nobody can tell which is meant: either line can go. */
export function* eitherLine({ text, fault, line }: Place): Generator<Way> {
  if (fault.message.code !== 'toml-syntax.twice') return;
  const keyOf = (source: string): string => (source.split('=')[0] ?? '').trim();
  const key = keyOf(text.slice(line.start, line.end));
  if (key === '' || key.startsWith('[')) return;
  for (const { index, 0: source } of text
    .slice(0, line.end + 2)
    .matchAll(/[^\r\n]*=[^\r\n]*(?:\r\n|\n|\r)/g)) {
    if (index > line.start || keyOf(source) !== key) continue;
    const title = message('fix.remove', { text: clipped(source) });
    yield { title, edits: [deleting({ start: index, end: index + source.length })] };
  }
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    true: 'true',
    yes: 'true',
    on: 'true',
    false: 'false',
    no: 'false',
    off: 'false',
  }),
);

/** What stands behind the sign between key and value, in its first line. */
function valueOfLine(text: string, { line }: Place): { start: number; end: number } | undefined {
  const source = text.slice(line.start, line.end);
  const head = /^[^=]*=[ \t]*/.exec(source)?.[0].length;
  const end = source.trimEnd().length;
  return head === undefined || end <= head ? undefined : { start: line.start + head, end: line.start + end };
}

/** Signs of an input method between the items of a list. */
function* fullwidth({ text, line }: Place): Generator<Way> {
  const edits = halfWidth(text, line, /"[^"]*"|'[^']*'|[，、［］｛｝“”＂]/g);
  if (edits.length > 0) yield { title: message('fix.half-width'), edits };
}

/** The very line stands further up as well. */
function isRepeated({ text, line }: Place): boolean {
  const source = text.slice(line.start, line.end).trim();
  return text
    .slice(0, line.start)
    .split(/\r?\n/)
    .some(other => other.trim() === source);
}
