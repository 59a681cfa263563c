import type { Article } from '../article/article.ts';
import type { Format } from '../article/fences.ts';
import type { Range } from '../article/tree.ts';
import { jsonSlot } from './slot-json.ts';
import { tomlSlot } from './slot-toml.ts';
import { yamlSlot } from './slot-yaml.ts';

/** The place in front matter where something can be completed. Found in the text, so that broken front matter has it, too. */
export interface Slot {
  readonly kind: 'key' | 'value' | 'item';
  /** Keys from the top: for a key those above it, for a value or an item its own key as the last. */
  readonly path: readonly string[];
  /** What a completion replaces, quotes left out; the cursor is in it. */
  readonly token: Range;
  /** The quotation mark that opens the token, and whether one closes it. */
  readonly quote: '"' | "'" | undefined;
  readonly isClosed: boolean;
  /** The token up to the cursor. */
  readonly typed: string;
  /** Between brackets, where a comma or bracket ends a bare text. */
  readonly isFlow: boolean;
  readonly format: Format;
  /** For a key: the sign that parts it from its value is there already. */
  readonly hasValue: boolean;
}

/** The lines of the front matter up to the cursor and the rest of the cursor's line. */
export interface Cursor {
  /** Front matter before the cursor. */
  readonly before: string;
  /** From the cursor to the end of its line, or of the front matter. */
  readonly after: string;
  /** Offset of the cursor in the article. */
  readonly offset: number;
}

const FINDERS = { yaml: yamlSlot, toml: tomlSlot, json: jsonSlot } as const;

/** The slot at an offset of the article; `undefined` in the body, in comments, and where nothing fits. */
export function slotAt({ text, fences }: Pick<Article, 'text' | 'fences'>, offset: number): Slot | undefined {
  if (!fences || fences.fault === 'bad-open') return undefined;
  const { content, format } = fences;
  if (offset < content.start || offset > content.end) return undefined;
  const lineEnd = text.slice(offset, content.end).search(/[\r\n]/);
  return FINDERS[format]({
    before: text.slice(content.start, offset),
    after: text.slice(offset, lineEnd === -1 ? content.end : offset + lineEnd),
    offset,
  });
}

/** The unfinished or finished text around the cursor, given what stands before it since the last separator. */
export function tokenAround(
  start: string,
  cursor: Cursor,
  ends: RegExp,
): Pick<Slot, 'token' | 'quote' | 'isClosed' | 'typed'> {
  const lead = /^\s*/.exec(start)?.[0].length ?? 0;
  const first = start[lead];
  const quote = first === '"' || first === "'" ? first : undefined;
  const typed = start.slice(lead + (quote ? 1 : 0));
  const end = quote ? cursor.after.indexOf(quote) : cursor.after.search(ends);
  const isClosed = quote !== undefined && end !== -1;
  // Behind an open quotation mark nothing is certain to belong to the token.
  const length = end === -1 ? (quote ? 0 : cursor.after.trimEnd().length) : end;
  return {
    token: { start: cursor.offset - typed.length, end: cursor.offset + length },
    quote,
    isClosed,
    typed,
  };
}

/** What a scan of an unfinished value finds: the open brackets, and where the text since the last separator starts. */
export interface OpenValue {
  readonly brackets: string;
  readonly start: number;
  /** The scan ended inside a quoted text that has not ended. */
  readonly isQuoted: boolean;
  /** In a map, before its colon or equals sign. */
  readonly isKey: boolean;
  /** The key of the innermost map at this place, if the cursor is behind it. */
  readonly key: string | undefined;
}

/** Scans flow collections (YAML), arrays and inline tables (TOML) up to the cursor. */
export function scanOpen(text: string, separator: ':' | '='): OpenValue {
  const stack: { bracket: string; key: string | undefined }[] = [];
  let start = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quote) {
      if (char === '\\' && quote === '"') i++;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && text.slice(start, i).trim() === '') quote = char;
    else if (char === '[' || char === '{') {
      stack.push({ bracket: char, key: undefined });
      start = i + 1;
    } else if (char === ']' || char === '}') stack.pop();
    else if (char === ',') {
      start = i + 1;
      const top = stack.at(-1);
      if (top) top.key = undefined;
    } else if (char === separator && stack.at(-1)?.bracket === '{') {
      const top = stack.at(-1);
      if (top) top.key = unquote(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const top = stack.at(-1);
  return {
    brackets: stack.map(({ bracket }) => bracket).join(''),
    start,
    isQuoted: quote !== '',
    isKey: top?.bracket === '{' && top.key === undefined,
    key: top?.key,
  };
}

export const unquote = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');
