import { message } from '../../messages.ts';
import { clipped, inserting, replacing, writing } from '../fix.ts';
import { quoted, straightened } from './quotes.ts';
import { valueInLine } from './way.ts';
import type { Place, Way } from './way.ts';

/** The quotation mark that is missing at the end of the line, or stands there in another kind. */
export function* closedQuote({ text, line }: Place): Generator<Way> {
  const value = valueInLine(text, line);
  const source = value && text.slice(value.start, value.end);
  const quote = source?.[0];
  if (!value || (quote !== '"' && quote !== "'")) return;
  yield* straightened(text, value);
  if (/^(?:"[^"]*['’”“＂]|'[^']*["’‘”])$/.test(source ?? '')) {
    const end = { start: value.end - 1, end: value.end };
    yield {
      title: writing(clipped(`${source?.slice(0, -1) ?? ''}${quote}`)),
      edits: [replacing(end, quote)],
    };
  }
  const comma = /[,，;；]$/.exec(source ?? '');
  if (comma && source?.[source.length - 2] === quote) {
    const range = { start: value.end - 1, end: value.end };
    yield { title: message('fix.delete', { text: comma[0] }), edits: [replacing(range, '')] };
  }
  if (!source?.slice(1).includes(quote))
    yield { title: message('fix.insert', { text: quote }), edits: [inserting(value.end, quote)] };
}

/** Quotation marks within quotation marks of the same kind: the outer ones change. */
export function* innerQuotes({ text, line }: Place): Generator<Way> {
  const value = valueInLine(text, line);
  const source = value && text.slice(value.start, value.end);
  const quote = source?.[0];
  if (!value || !source || (quote !== '"' && quote !== "'")) return;
  const [first, last] = [
    { start: value.start, end: value.start + 1 },
    { start: value.end - 1, end: value.end },
  ];
  const inner = source.slice(1, -1);
  if (!source.endsWith(quote) || source.length < 2 || !isAround(inner, quote)) {
    yield* quoted(text, value);
    return;
  }
  const other = quote === '"' ? "'" : '"';
  const title = writing(clipped(other + inner + other));
  if (!inner.includes(other) && !inner.includes('\\')) {
    yield { title, edits: [replacing(first, other), replacing(last, other)] };
  }
  const escape = quote === '"' ? '\\' : "'";
  const marks = [...inner.matchAll(quote === '"' ? /(?<!\\)"/g : /'/g)];
  yield {
    title: message('fix.escape-quotes'),
    edits: marks.map(({ index }) => inserting(value.start + 1 + index, escape)),
  };
}

/** `"a"b"c"`: the outer marks are around the whole. `"a" and "b"` may be two texts that begin and end it. */
const isAround = (inner: string, quote: string): boolean => inner.split(quote).length % 2 === 1;

/** Backslashes that are meant as such: in single quotes, or doubled; escapes that are never needed as what they say. */
export function* escapes({ text, line, fault }: Place): Generator<Way> {
  const value = valueInLine(text, line);
  const source = value && text.slice(value.start, value.end);
  if (!value || !source?.startsWith('"')) return;
  const isWhole = /^"[^"]*"$/.test(source);
  if (fault.message.code === 'yaml-escape.version') {
    yield* plainEscapes(source, value.start);
  } else if (isWhole && !/\\[\\u]|'/.test(source)) {
    yield {
      title: writing(clipped(`'${source.slice(1, -1)}'`)),
      edits: [
        replacing({ start: value.start, end: value.start + 1 }, "'"),
        replacing({ start: value.end - 1, end: value.end }, "'"),
      ],
    };
  }
  const bad = [...source.matchAll(/\\(?:[0abtnvfre "/\\N_LP]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|())/gi)];
  const edits = bad.flatMap(({ index, 1: isBad }) =>
    isBad === undefined ? [] : [inserting(value.start + index, '\\')],
  );
  if (edits.length > 0) yield { title: message('fix.insert', { text: '\\' }), edits };
}

function* plainEscapes(source: string, at: number): Generator<Way> {
  const found = [...source.matchAll(/\\(?:\/|u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|[^])/gi)];
  const edits = found.flatMap(({ index, 0: whole, 1: high, 2: low }) => {
    const range = { start: at + index, end: at + index + whole.length };
    if (whole === '\\/') return [replacing(range, '/')];
    if (high === undefined || low === undefined) return [];
    return [replacing(range, String.fromCharCode(parseInt(high, 16), parseInt(low, 16)))];
  });
  if (edits.length > 0) yield { title: writing(edits[0]?.newText ?? ''), edits };
}
