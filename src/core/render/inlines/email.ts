import { isAlphaNumeric } from '../engine/chars.ts';
import type { InlineState } from '../engine/inline-parser.ts';

/** Index behind the address that a text starts with, undefined without one (goldmark util.FindEmailIndex). */
export function emailEnd(state: InlineState, text: string, start: number): number | undefined {
  const length = localLength(state, text, start);
  if (length === 0 || text.charCodeAt(length) !== 64) return undefined;
  const host = domain.exec(text.slice(length + 1))?.[0].length;
  return host === undefined ? undefined : length + 1 + host;
}

const domain =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/;

function isLocal(code: number): boolean {
  return isAlphaNumeric(code) || (code < 128 && ".!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code)));
}

/** How much of the text, which stands at `start` of the body, may be a local part; each stretch is read once. */
function localLength(state: InlineState, text: string, start: number): number {
  const { local } = state;
  if (local.start <= start && start < local.end) return local.end - start;
  let length = 0;
  while (isLocal(text.charCodeAt(length))) length++;
  if (length > 0) state.local = { start, end: start + length };
  return length;
}
