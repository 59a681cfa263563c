import type { Range } from '../../article/tree.ts';
import { message } from '../../messages.ts';
import type { TextEdit } from '../../problem.ts';
import { clipped, inserting, replacing, writing } from '../fix.ts';
import type { Way } from './way.ts';

/** Quotation marks of input methods, in pairs. */
const PAIRS =
  /^(?:“([^“”"\\]*)”|”([^“”"\\]*)”|“([^“”"\\]*)“|＂([^＂"\\]*)＂|‘([^‘’"\\]*)’|"([^“”"\\]*)[”“＂]|[“”＂]([^“”"\\]*)")$/;

/** A text between the quotation marks of an input method gets straight ones. */
export function* straightened(text: string, range: Range): Generator<Way> {
  const value = text.slice(range.start, range.end);
  if (!PAIRS.test(value)) return;
  yield {
    title: writing(`"${value.slice(1, -1)}"`),
    edits: [
      replacing({ start: range.start, end: range.start + 1 }, '"'),
      replacing({ start: range.end - 1, end: range.end }, '"'),
    ].filter(edit => text.slice(edit.range.start, edit.range.end) !== '"'),
  };
}

/** A text gets quotation marks, of the kind that it does not hold. */
export function* quoted(text: string, range: Range): Generator<Way> {
  const value = text.slice(range.start, range.end);
  const title = message('fix.quote', { text: clipped(value) });
  const quote = /["\\]/.test(value) ? "'" : '"';
  if (!value.includes(quote)) {
    yield { title, edits: [inserting(range.start, quote), inserting(range.end, quote)] };
  } else {
    yield { title, edits: [replacing(range, `'${value.replaceAll("'", "''")}'`)] };
  }
}

/** Commas between texts of a list in brackets that stand side by side. */
export function* separated(text: string, { start, end }: Range): Generator<Way> {
  const source = text.slice(start, end);
  if (!/^[^"']*\[/.test(source)) return;
  const edits: TextEdit[] = [];
  let last: number | undefined;
  for (const { index, 0: found } of source.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']/g)) {
    const isText = found.length > 1;
    if (isText && last !== undefined) edits.push(inserting(start + last, ','));
    last = isText ? index + found.length : undefined;
  }
  if (edits.length > 0) yield { title: message('fix.insert', { text: ',' }), edits };
}
