import { message } from '../../messages.ts';
import { clipped, deleting, inserting, replacing, writing } from '../fix.ts';
import { halfWidth } from './half-width.ts';
import type { Place, Way } from './way.ts';

/** Ways to mend JSON, the likeliest first. */
export function* jsonWays(place: Place): Generator<Way> {
  const { fault } = place;
  yield* bareText(place);
  yield* commas(place);
  yield* colon(place);
  yield* noValue(place);
  yield* fullwidth(place);
  if (fault.message.code === 'json-syntax.escape') yield escaped(place);
  yield* words(place);
}

/** A value of several words, or a date: without quotes it begins like a number, or like a list of keys. */
function* bareText({ text, line }: Place): Generator<Way> {
  const source = text.slice(line.start, line.end).trimEnd();
  const [, head = '', value = ''] =
    /^(\s*"[^"]*"\s*[:：]\s*)([^\s"'{[,/][^"'{}[\],]*?)\s*,?$/.exec(source) ?? [];
  if (!/^\d+\s*[^\s\d.eE+-]|^\p{L}+\s+\S/u.test(value)) return;
  const start = line.start + head.length;
  const edits = [inserting(start, '"'), inserting(start + value.length, '"')];
  yield { title: message('fix.quote', { text: clipped(value) }), edits };
}

/** Nothing behind the colon: what YAML takes for nothing is an empty text here. */
function* noValue({ text, fault }: Place): Generator<Way> {
  const before = text.slice(0, fault.range.start).trimEnd().length;
  if (text[before - 1] === ':') yield { title: writing('""'), edits: [inserting(before, ' ""')] };
}

/** The sign between key and value is missing, or that of TOML. */
function* colon({ text, fault }: Place): Generator<Way> {
  const before = text.slice(0, fault.range.start).trimEnd().length;
  const equals = /^[ \t]*[=＝]/.exec(text.slice(before))?.[0].length;
  if (equals !== undefined)
    yield { title: writing(':'), edits: [replacing({ start: before, end: before + equals }, ':')] };
  else if (fault.message.code === 'json-syntax.colon')
    yield { title: message('fix.insert', { text: ':' }), edits: [inserting(before, ':')] };
}

/** A comma too many or too few, and a comment, which JSON does not have. */
function* commas({ text, fault }: Place): Generator<Way> {
  const { start } = fault.range;
  const before = text.slice(0, start).trimEnd().length;
  if (text[before - 1] === ',') {
    const edits = [deleting({ start: before - 1, end: before })];
    yield { title: message('fix.delete', { text: ',' }), edits };
  }
  const comment = /^(?:\/\/[^\r\n]*|\/\*[^]*?\*\/)/.exec(text.slice(start))?.[0];
  if (comment !== undefined) {
    const edits = [deleting({ start, end: start + comment.length })];
    yield { title: message('fix.delete', { text: clipped(comment) }), edits };
  }
  if (fault.message.code === 'json-syntax.comma')
    yield { title: message('fix.insert', { text: ',' }), edits: [inserting(before, ',')] };
}

/** A text without double quotes, or a word of another language. */
function* words({ text, fault, line }: Place): Generator<Way> {
  const { start } = fault.range;
  const word = /^\w+/.exec(text.slice(start))?.[0] ?? '';
  const known = WORDS.get(word.toLowerCase());
  if (known !== undefined)
    yield { title: writing(known), edits: [replacing({ start, end: start + word.length }, known)] };
  const single = /^'([^'"\\\r\n]*)'/.exec(text.slice(start));
  if (single) {
    const range = { start, end: start + single[0].length };
    yield { title: writing(`"${single[1] ?? ''}"`), edits: [replacing(range, `"${single[1] ?? ''}"`)] };
  }
  const bare = /^[^\s"',:[\]{}]+/.exec(text.slice(start, line.end))?.[0];
  if (bare === undefined) return;
  const edits = [inserting(start, '"'), inserting(start + bare.length, '"')];
  yield { title: message('fix.quote', { text: clipped(bare) }), edits };
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    true: 'true',
    false: 'false',
    none: 'null',
    null: 'null',
  }),
);

function* fullwidth({ text, line }: Place): Generator<Way> {
  const edits = halfWidth(text, line, /"[^"]*"|[，：［］｛｝“”＂]/g);
  if (edits.length > 0) yield { title: message('fix.half-width'), edits };
}

/** Backslashes that mean nothing are doubled. */
function escaped({ text, line }: Place): Way {
  const source = text.slice(line.start, line.end);
  const edits = [...source.matchAll(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|())/g)].flatMap(({ index, 1: bad }) =>
    bad === undefined ? [] : [inserting(line.start + index, '\\')],
  );
  return { title: message('fix.insert', { text: '\\' }), edits };
}
