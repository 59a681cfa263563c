import type { Range } from '../article/tree.ts';
import type { BodyPart } from '../check/body.ts';
import type { MessageCode } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { isAt, reread, sureFix } from './mend.ts';

const PAIRS = new Set(['“”', '‘’', '《》', '〈〉', '「」', '『』', '（）', '()', '【】', '〔〕', '""', '[]']);
const TAIL = /[：:，,。.！!？?；;、…]+$/u;

interface Candidate {
  readonly code: MessageCode;
  readonly before: string;
  readonly inner: string;
  readonly after: string;
}

/** Ways to write it, the least strange on the page first. */
function* candidates(inner: string, isUnderscore: boolean): Generator<Candidate> {
  const text = inner.trim();
  if (isUnderscore) yield { code: 'body-emphasis.fix-marks', before: '', inner: text, after: '' };
  else if (text !== inner) yield { code: 'body-emphasis.fix-trim', before: '', inner: text, after: '' };
  const [first, last] = [text.slice(0, 1), text.slice(-1)];
  if (text.length > 2 && PAIRS.has(first + last))
    yield { code: 'body-emphasis.fix-move', before: first, inner: text.slice(1, -1), after: last };
  const tail = TAIL.exec(text.slice(-8))?.[0] ?? '';
  if (tail !== '' && tail.length < text.length)
    yield { code: 'body-emphasis.fix-move', before: '', inner: text.slice(0, -tail.length), after: tail };
  yield { code: 'body-emphasis.fix-space', before: '', inner: text, after: ' ' };
  yield { code: 'body-emphasis.fix-space', before: ' ', inner: text, after: '' };
  yield { code: 'body-emphasis.fix-space', before: ' ', inner: text, after: ' ' };
}

/** The first way of writing that the parser takes for bold. */
export function boldFixes(part: BodyPart, open: Range, close: Range): Fix[] {
  const { source } = part;
  const isUnderscore = source.charAt(open.start) === '_';
  const marks = '*'.repeat(open.end - open.start);
  for (const { code, before, inner, after } of candidates(
    source.slice(open.end, close.start),
    isUnderscore,
  )) {
    const newText = `${before}${marks}${inner}${marks}${after}`;
    const edits = [{ range: { start: open.start, end: close.end }, newText }];
    const start = open.start + before.length;
    const tokens = reread(part, edits);
    const tag = marks.length > 1 ? 'strong' : 'em';
    const opens = Math.max(0, marks.length - 2);
    const closes = start + marks.length + inner.length;
    if (isAt(tokens, `${tag}_open`, start + opens) && isAt(tokens, `${tag}_close`, closes))
      return [sureFix(code, edits)];
  }
  return [];
}
