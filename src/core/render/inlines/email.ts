import { isAlphaNumeric } from '../engine/chars.ts';
import type { InlineState } from '../engine/inline-parser.ts';

/** Index behind the address that a text starts with, undefined without one (goldmark util.FindEmailIndex). */
export function emailEnd(state: InlineState, text: string, start: number): number | undefined {
  const length = localLength(state, start);
  if (length === 0 || text.charCodeAt(length) !== 64) return undefined;
  const host = domain.exec(text.slice(length + 1))?.[0].length;
  return host === undefined ? undefined : length + 1 + host;
}

/** Whether an `@` follows the characters at `start`, an offset of the body, that may be a local part. */
export function mayBeAddress(state: InlineState, start: number): boolean {
  const length = localLength(state, start);
  return length > 0 && state.source.charCodeAt(start + length) === 64;
}

const domain =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/;

const localPunctuation = new Set(Array.from(".!#$%&'*+/=?^_`{|}~-", char => char.charCodeAt(0)));

function isLocal(code: number): boolean {
  return isAlphaNumeric(code) || localPunctuation.has(code);
}

/** How much of the body from `start` on may be a local part; each stretch is read once. */
function localLength(state: InlineState, start: number): number {
  const { local, source } = state;
  if (local.start <= start && start < local.end) return local.end - start;
  let end = start;
  while (isLocal(source.charCodeAt(end))) end++;
  if (end > start) state.local = { start, end };
  return end - start;
}
