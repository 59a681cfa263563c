import { getLocation } from 'jsonc-parser';
import type { Cursor, Slot } from './slot.ts';

/** The slot in JSON front matter. */
export function jsonSlot(cursor: Cursor): Slot | undefined {
  const { path, isAtPropertyKey } = getLocation(cursor.before + cursor.after, cursor.before.length);
  const keys = path.filter(step => typeof step === 'string');
  const open = openString(cursor.before);
  const bare = /[\w.+-]*$/.exec(cursor.before)?.[0] ?? '';
  const typed = open ?? bare;
  const isItem = typeof path.at(-1) === 'number';
  const end = open === undefined ? cursor.after.search(/[^\w.+-]|$/) : endOfString(cursor.after);
  if (open === undefined && !/[{[,:]\s*$/.test(cursor.before.slice(0, cursor.before.length - bare.length)))
    return undefined;
  return {
    kind: isAtPropertyKey ? 'key' : isItem ? 'item' : 'value',
    path: isAtPropertyKey ? keys.slice(0, -1) : keys,
    token: { start: cursor.offset - typed.length, end: cursor.offset + Math.max(end, 0) },
    quote: open === undefined ? undefined : '"',
    isClosed: open !== undefined && end !== -1,
    typed,
    isFlow: true,
    format: 'json',
    hasValue: isAtPropertyKey && /^[^"]*"?\s*:/.test(cursor.after),
  };
}

/** What stands in the string that is open at the end of the text; `undefined` if none is. */
function openString(text: string): string | undefined {
  let start: number | undefined;
  for (let i = 0; i < text.length; i++) {
    if (start !== undefined && text[i] === '\\') i++;
    else if (text[i] === '"') start = start === undefined ? i + 1 : undefined;
  }
  return start === undefined ? undefined : text.slice(start);
}

const endOfString = (after: string): number => {
  const match = /^(?:[^"\\]|\\.)*(?=")/.exec(after);
  // `"a: …` up to the next key's quotation mark is no end; a comma or bracket has to follow.
  return match && /^"\s*(?:[,\]}:]|$)/.test(after.slice(match[0].length)) ? match[0].length : -1;
};
