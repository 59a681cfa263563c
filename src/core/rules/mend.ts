import { applyEdits } from '../edit/apply.ts';
import { message } from '../messages.ts';
import type { Message, MessageCode } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import type { BodyPart } from '../check/body.ts';
import { parseBody, rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';

/** The one sure fix of a problem. */
export const sureFix = (code: MessageCode, edits: readonly TextEdit[], args?: Message['args']): Fix => ({
  title: message(code, args),
  preferred: true,
  edits,
});

export const otherFix = (code: MessageCode, edits: readonly TextEdit[]): Fix => ({
  title: message(code),
  preferred: false,
  edits,
});

/** Text on each side of an edit that is read again, in UTF-16 units: enough for what stands beside a marker. */
const AROUND = 100;

/**
 * The inline and block tokens, in one list, of the lines around edits once they are made; places are those of the
 * part after the edits. Reads at most a few lines, so that many problems cost no more than their number.
 */
export function reread({ source, markup }: BodyPart, edits: readonly TextEdit[]): Token[] {
  const first = Math.min(...edits.map(({ range }) => range.start));
  const last = Math.max(...edits.map(({ range }) => range.end));
  const blank = source.lastIndexOf('\n\n', first);
  const start = Math.max(blank < 0 ? 0 : blank + 2, first - AROUND);
  const next = source.indexOf('\n\n', last);
  const stop = Math.min(next < 0 ? source.length : next, last + AROUND);
  const local = edits.map(({ range, newText }) => ({
    range: { start: range.start - start, end: range.end - start },
    newText,
  }));
  const tokens = parseBody(applyEdits(source.slice(start, stop), local), markup);
  return tokens.flatMap(token => [token, ...(token.children ?? [])]).map(token => movedBy(token, start));
}

function movedBy(token: Token, by: number): Token {
  const range = rangeOf(token);
  if (range) token.meta = { ...token.meta, start: range.start + by, end: range.end + by };
  return token;
}

/** Whether a token of the type starts at the place. */
export const isAt = (tokens: readonly Token[], type: string, start: number): boolean =>
  tokens.some(token => token.type === type && token.meta?.['start'] === start);
