import type { Cursor, Slot } from './slot.ts';
import { scanOpen, tokenAround, unquote } from './slot.ts';

const FLOW_ENDS = /\s*(?:[,\]}]|\s#|$)/;
const BLOCK_ENDS = /\s*(?:\s#|$)/;

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** The slot in YAML front matter, by lines and indentation. */
export function yamlSlot(cursor: Cursor): Slot | undefined {
  const lines = cursor.before.split(/\r\n|\n|\r/);
  const current = lines.pop() ?? '';
  const above = lines.map(toLine);
  const open = openFlow(above, current);
  if (open) return flowSlot(open, cursor);
  if (/(?:^|\s)#/.test(withoutQuotes(current))) return undefined;
  const indent = current.length - current.trimStart().length;
  const item = /^(\s*)-\s+(.*)$/.exec(current);
  if (item) return itemSlot(item, above, cursor);
  const pair = /^\s*("[^"]*"|'[^']*'|[^\s:：#"'[\]{}-][^:：]*?)\s*[:：]\s(.*)$/.exec(current);
  if (pair) return pairSlot({ key: pair[1] ?? '', value: pair[2] ?? '', indent }, above, cursor);
  return keySlot(current, above, cursor);
}

const toLine = (text: string): Line => ({ indent: text.length - text.trimStart().length, text });

const withoutQuotes = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"?|'[^']*'?/g, '');

/** A flow collection that was opened at or above the cursor's line and is still open: its key, and its text so far. */
function openFlow(above: readonly Line[], current: string): { path: string[]; text: string } | undefined {
  let text = current;
  for (let i = above.length; i >= 0; i--) {
    const start = /^\s*(?:-\s+)?("[^"]*"|'[^']*'|[^\s:：#"'[\]{}-][^:：]*?)\s*[:：]\s+(?=[[{])/.exec(text);
    if (start) {
      const flow = text.slice(start[0].length);
      if (scanOpen(flow, ':').brackets === '') return undefined;
      const indent = text.length - text.trimStart().length;
      return { path: [...parentsOf(indent, above.slice(0, i)), unquote(start[1] ?? '')], text: flow };
    }
    if (/^\s*[^\s:#"'[\]{}-][^:]*:(\s|$)/.test(text)) return undefined;
    text = `${above[i - 1]?.text ?? ''}\n${text}`;
  }
  return undefined;
}

function flowSlot(open: { path: string[]; text: string }, cursor: Cursor): Slot {
  const { brackets, start, isKey, key } = scanOpen(open.text, ':');
  const kind = isKey ? 'key' : brackets.endsWith('[') ? 'item' : 'value';
  return {
    kind,
    path: key === undefined ? open.path : [...open.path, key],
    ...tokenAround(open.text.slice(start), cursor, FLOW_ENDS),
    isFlow: true,
    format: 'yaml',
    hasValue: isKey && /^\s*["']?\s*:/.test(cursor.after),
  };
}

function itemSlot(item: RegExpExecArray, above: readonly Line[], cursor: Cursor): Slot | undefined {
  const indent = item[1]?.length ?? 0;
  const path = parentsOf(indent + 1, above);
  if (path.length === 0) return undefined;
  return slot('item', path, { start: item[2] ?? '', cursor });
}

function pairSlot(
  pair: { key: string; value: string; indent: number },
  above: readonly Line[],
  cursor: Cursor,
): Slot | undefined {
  if (/^[|>]/.test(pair.value) || /^(?:"(?:[^"\\]|\\.)*"|'[^']*')\s/.test(pair.value)) return undefined;
  return slot('value', [...parentsOf(pair.indent, above), unquote(pair.key)], { start: pair.value, cursor });
}

function slot(kind: 'value' | 'item', path: readonly string[], at: { start: string; cursor: Cursor }): Slot {
  const around = tokenAround(at.start, at.cursor, BLOCK_ENDS);
  return { kind, path, ...around, isFlow: false, format: 'yaml', hasValue: false };
}

function keySlot(current: string, above: readonly Line[], cursor: Cursor): Slot | undefined {
  const key = /^(\s*)([\p{L}\w-]*)$/u.exec(current);
  if (!key || current.trimStart().startsWith('-')) return undefined;
  const indent = key[1]?.length ?? 0;
  if (isInsideBlockScalar(indent, above)) return undefined;
  const path = parentsOf(indent, above);
  if (indent > 0 && path.length === 0) return undefined;
  const typed = key[2] ?? '';
  const rest = /^[\p{L}\w-]*/u.exec(cursor.after)?.[0].length ?? 0;
  return {
    kind: 'key',
    path,
    token: { start: cursor.offset - typed.length, end: cursor.offset + rest },
    quote: undefined,
    isClosed: false,
    typed,
    isFlow: false,
    format: 'yaml',
    hasValue: /^\s*[:：]/.test(cursor.after.slice(rest)),
  };
}

/** The keys that a line of this indentation stands below, from the top. */
function parentsOf(indent: number, above: readonly Line[]): string[] {
  const path: string[] = [];
  let limit = indent;
  for (let i = above.length - 1; i >= 0 && limit > 0; i--) {
    const line = above[i];
    if (!line || line.text.trim() === '' || line.indent >= limit) continue;
    const key = /^\s*(?:-\s+)?("[^"]*"|'[^']*'|[^\s:：#"'[\]{}-][^:：]*?)\s*[:：]\s*(?:#.*)?$/.exec(
      line.text,
    )?.[1];
    if (key !== undefined) path.unshift(unquote(key));
    else if (!/^\s*[-#]/.test(line.text)) return path;
    limit = line.indent;
  }
  return path;
}

function isInsideBlockScalar(indent: number, above: readonly Line[]): boolean {
  const opener = above.findLast(line => line.text.trim() !== '' && line.indent < Math.max(indent, 1));
  return indent > 0 && /:\s*[|>][-+\d]*\s*(?:#.*)?$/.test(opener?.text ?? '');
}
