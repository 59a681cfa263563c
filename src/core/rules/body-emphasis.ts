import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { literalDelimitersOf } from '../render/index.ts';
import { boldFixes } from './body-emphasis-fix.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Bold that stays asterisks on the page: beside Hanzi a marker that touches punctuation neither opens nor closes
 * (CommonMark 0.31, left- and right-flanking). Decided by the parser, so it is told exactly where Hugo does so.
 */
export const bodyEmphasis: Rule = {
  id: 'body-emphasis',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

/** Nobody makes more bold than this, in UTF-16 units. */
const LONGEST = 500;

function* look(part: BodyPart): Generator<Finding> {
  for (const inline of part.inlines) {
    for (const char of ['*', '_']) yield* pairs(part, inline, char);
    yield* italic(part, inline);
    yield* underscores(part, inline);
    const finding = unclosed(part, inline);
    if (finding) yield finding;
  }
}

const runsOf = ({ token }: Inline, char: string): { start: number; end: number }[] =>
  literalDelimitersOf(token).filter(run => run.char === char && run.end - run.start >= 2);

function* pairs(part: BodyPart, inline: Inline, char: string): Generator<Finding> {
  const runs = runsOf(inline, char);
  for (let i = 0; i + 1 < runs.length; i++) {
    const [open, close] = [runs[i], runs[i + 1]];
    if (!open || !close || !isMeant(part.source, open, close)) continue;
    i++;
    const range = { start: open.start, end: close.end };
    const code = char === '_' ? 'body-emphasis.underscore' : 'body-emphasis';
    yield { message: message(code), range, fixes: () => boldFixes(part, open, close) };
  }
}

/** A lone pair of single asterisks around Hanzi; one asterisk alone is a note, or a product. */
function* italic(part: BodyPart, { token }: Inline): Generator<Finding> {
  const [open, close, ...more] = literalDelimitersOf(token).filter(({ char }) => char === '*');
  if (!open || !close || more.length > 0 || open.end - open.start !== 1 || close.end - close.start !== 1)
    return;
  const inner = part.source.slice(open.end, close.start);
  if (!/^\S.*\S$/u.test(inner) || inner.length > LONGEST || !/\p{Script=Han}/u.test(inner)) return;
  const isBeside = /^[“‘《「『（【]|[”’》」』）】。：！？]$/u.test(inner);
  const around = part.source.charAt(open.start - 1) + part.source.charAt(close.end);
  if (!isBeside || /[+=/×÷*]/u.test(inner) || /[\w)）=.]/u.test(around)) return;
  const range = { start: open.start, end: close.end };
  yield { message: message('body-emphasis'), range, fixes: () => boldFixes(part, open, close) };
}

/** `这是_斜体_文字`: beside letters an underscore makes no italics (CommonMark 6.2); Hanzi on both sides and within. */
function* underscores(part: BodyPart, { token }: Inline): Generator<Finding> {
  const [open, close, ...more] = literalDelimitersOf(token).filter(({ char }) => char === '_');
  if (!open || !close || more.length > 0 || open.end - open.start !== 1 || close.end - close.start !== 1)
    return;
  const inner = part.source.slice(open.end, close.start);
  const around = part.source.charAt(open.start - 1) + part.source.charAt(close.end);
  if (!/^[\p{Script=Han}，、“”‘’]{1,40}$/u.test(inner) || !/^\p{Script=Han}{2}$/u.test(around)) return;
  const range = { start: open.start, end: close.end };
  yield { message: message('body-emphasis.underscore'), range, fixes: () => boldFixes(part, open, close) };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function isMeant(source: string, open: Run, close: Run): boolean {
  const inner = source.slice(open.end, close.start);
  const length = open.end - open.start;
  if (length > 3 || length !== close.end - close.start || inner.length > LONGEST) return false;
  if (!/[\p{L}\p{N}]/u.test(inner)) return false;
  const isHan = /\p{Script=Han}/u.test(inner);
  // `__init__` is meant as it stands, and so are `a ** b ** c` and the names `张** 和李**`.
  const before = source.charAt(open.start - 1);
  const isUnderscore = source.charAt(open.start) === '_';
  if (isUnderscore && (!isHan || /\w/.test(before + source.charAt(close.end)))) return false;
  const isSpaced = /^\s/.test(inner) && /\s$/.test(inner);
  if (isSpaced) return isHan;
  const after = source.charAt(close.end);
  if (/\s$/.test(inner)) return /\S/.test(after);
  if (/\d/.test(before) && /^\d/.test(inner)) return false;
  return !/^\s/.test(inner) || !/[\p{L}\p{N}]/u.test(before);
}

/** A lone `**` before a word: its partner was forgotten. Names are masked with asterisks behind letters. */
function unclosed({ source }: BodyPart, inline: Inline): Finding | undefined {
  const runs = literalDelimitersOf(inline.token);
  const [only] = runs;
  if (!only || runs.length > 1 || only.char !== '*' || only.end - only.start !== 2) return undefined;
  const before = source.slice(inline.start, only.start).slice(-1);
  if (
    /[\p{Script=Latin}\p{N}*\\/(]/u.test(before) ||
    !/^[\p{L}“《「]/u.test(source.slice(only.end, only.end + 2))
  )
    return undefined;
  if (!/\p{Script=Han}/u.test(source.slice(only.end, only.end + 20))) return undefined;
  return { message: message('body-emphasis.unclosed'), range: { start: only.start, end: only.end } };
}
