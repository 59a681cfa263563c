import type { Cursor, Slot } from './slot.ts';
import { scanOpen, tokenAround, unquote } from './slot.ts';

const ENDS = /\s*(?:[,\]}#]|$)/;
const PAIR = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s?/;

/** The slot in TOML front matter. */
export function tomlSlot(cursor: Cursor): Slot | undefined {
  const lines = cursor.before.split(/\r\n|\n|\r/);
  const current = lines.at(-1) ?? '';
  const value = openPair(lines);
  if (value) return valueSlot(value, lines, cursor);
  const key = /^\s*([\w-]*)$/.exec(current);
  if (!key) return undefined;
  const typed = key[1] ?? '';
  const rest = /^[\w-]*/.exec(cursor.after)?.[0].length ?? 0;
  return {
    kind: 'key',
    path: tableOf(lines.slice(0, -1)),
    token: { start: cursor.offset - typed.length, end: cursor.offset + rest },
    quote: undefined,
    isClosed: false,
    typed,
    isFlow: false,
    format: 'toml',
    hasValue: /^\s*=/.test(cursor.after.slice(rest)),
  };
}

/** The pair whose value the cursor is in: on its line, or above it if an array is still open. */
function openPair(lines: readonly string[]): { keys: string[]; text: string } | undefined {
  let text = '';
  for (let i = lines.length - 1; i >= 0; i--) {
    text = i === lines.length - 1 ? (lines[i] ?? '') : `${lines[i] ?? ''}\n${text}`;
    const pair = PAIR.exec(text);
    if (pair) {
      const value = text.slice(pair[0].length);
      const isOpen = scanOpen(value, '=').brackets !== '';
      if (!isOpen && i < lines.length - 1) return undefined;
      if (!isOpen && /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'\s][^#]*)\s*#/.test(value)) return undefined;
      return { keys: keysOf(pair[1] ?? ''), text: value };
    }
    if (/^\s*\[/.test(lines[i] ?? '') && i === lines.length - 1) return undefined;
  }
  return undefined;
}

function valueSlot(
  { keys, text }: { keys: readonly string[]; text: string },
  lines: readonly string[],
  cursor: Cursor,
): Slot | undefined {
  if (/^"""|^'''/.test(text)) return undefined;
  const { brackets, start, isKey, key } = scanOpen(text, '=');
  const path = [...tableOf(lines), ...keys, ...(key === undefined ? [] : [key])];
  const around = tokenAround(text.slice(start), cursor, ENDS);
  if (brackets === '' && /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.test(text)) return undefined;
  const kind = isKey ? 'key' : brackets.endsWith('[') ? 'item' : 'value';
  return {
    kind,
    path,
    ...around,
    isFlow: brackets !== '',
    format: 'toml',
    hasValue: isKey && /^\s*=/.test(cursor.after),
  };
}

function tableOf(lines: readonly string[]): string[] {
  const header = lines.findLast(line => /^\s*\[\[?[^\]]+\]\]?\s*(?:#.*)?$/.test(line));
  return header === undefined ? [] : keysOf(/\[\[?([^\]]+)\]/.exec(header)?.[1] ?? '');
}

const keysOf = (dotted: string): string[] =>
  Array.from(dotted.matchAll(/"[^"]*"|'[^']*'|[^.\s]+/g), ([key]) => unquote(key));
