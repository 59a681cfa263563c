import type { Range } from '../article/tree.ts';
import { applyEdits } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import { deleting, fix, replacing } from './fix.ts';

/** Bold that does not work, in its running text; offsets count from the start of `text`. */
export interface BrokenBold {
  readonly text: string;
  readonly open: Range;
  readonly close: Range;
}

/** How many markers of two or more stay text. */
export type CountLiterals = (text: string) => number;

const PAIRS: Readonly<Record<string, string | undefined>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '"': '"',
  "'": "'",
};

/**
 * The first way after which both markers work, tried by the parser: asterisks for underscores, no blanks inside,
 * punctuation at the ends of the bold text outside of it. The text that readers see stays the same.
 */
export function boldFixes(bold: BrokenBold, base: number, count: CountLiterals): readonly Fix[] {
  const before = count(bold.text);
  for (const edits of ways(bold)) {
    if (count(applyEdits(bold.text, edits)) > before - 2) continue;
    const moved = edits.map(({ range, newText }) =>
      replacing({ start: base + range.start, end: base + range.end }, newText),
    );
    return fix(titleOf(bold, edits), moved);
  }
  return [];
}

const titleOf = ({ text, open }: BrokenBold, edits: readonly TextEdit[]): Fix['title'] => {
  if (text[open.start] === '_') return message('fix.asterisks');
  return edits.every(({ newText }) => newText === '') ? message('fix.inner-blanks') : message('fix.move-out');
};

function* ways({ text, open, close }: BrokenBold): Generator<TextEdit[]> {
  const inner = text.slice(open.end, close.start);
  const isSwapped = text[open.start] === '_';
  const marker = isSwapped ? '**' : text.slice(open.start, open.end);
  const swapOpen = isSwapped ? [replacing(open, marker)] : [];
  const swapClose = isSwapped ? [replacing(close, marker)] : [];
  if (isSwapped) yield [...swapOpen, ...swapClose];
  const blanks = innerBlanks(inner, open.end);
  if (blanks.length > 0) yield [...swapOpen, ...blanks, ...swapClose];
  if (inner.length < 3) return;
  const [first, last] = [inner[0] ?? '', inner.at(-1) ?? ''];
  const frontOut = replacing({ start: open.start, end: open.end + 1 }, first + marker);
  const backOut = replacing({ start: close.start - 1, end: close.end }, marker + last);
  const [opens, closes] = [PUNCTUATION.test(first), PUNCTUATION.test(last)];
  const isPair = PAIRS[first] === last;
  if (closes && !isPair) yield [...swapOpen, backOut];
  if (opens && closes) yield [frontOut, backOut];
  if (opens && !isPair) yield [frontOut, ...swapClose];
}

/** The blanks at both ends of a text that starts at `at`, taken out. */
function innerBlanks(inner: string, at: number): TextEdit[] {
  if (inner.trim() === '') return [];
  const lead = inner.length - inner.trimStart().length;
  const end = inner.trimEnd().length;
  return [
    ...(lead > 0 ? [deleting({ start: at, end: at + lead })] : []),
    ...(end < inner.length ? [deleting({ start: at + end, end: at + inner.length })] : []),
  ];
}

const PUNCTUATION = /^[\p{P}\p{S}]$/u;
