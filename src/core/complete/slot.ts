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
  /** In a map, before its colon or equals sign. */
  readonly isKey: boolean;
  /** The key of the innermost map at this place, if the cursor is behind it. */
  readonly key: string | undefined;
}

interface Open {
  readonly bracket: string;
  key: string | undefined;
}

/** Strings, and the signs that structure flow collections; a quotation mark within a bare text is none. */
const SIGNS = /"(?:[^"\\]|\\[^])*"?|'[^']*'?|[[\]{},:=]/g;

/** Scans flow collections (YAML), arrays and inline tables (TOML) up to the cursor. */
export function scanOpen(text: string, separator: ':' | '='): OpenValue {
  const stack: Open[] = [];
  let start = 0;
  SIGNS.lastIndex = 0;
  for (let match = SIGNS.exec(text); match; match = SIGNS.exec(text)) {
    const [sign] = match;
    const isText = sign.startsWith('"') || sign.startsWith("'");
    if (isText && text.slice(start, match.index).trim() !== '') SIGNS.lastIndex = match.index + 1;
    if (isText || !follow(stack, sign, { separator, key: text.slice(start, match.index) })) continue;
    start = match.index + 1;
  }
  const top = stack.at(-1);
  return {
    brackets: stack.map(({ bracket }) => bracket).join(''),
    start,
    isKey: top?.bracket === '{' && top.key === undefined,
    key: top?.key,
  };
}

/** Follows one sign; true if a new text starts behind it. */
function follow(stack: Open[], sign: string, given: { separator: string; key: string }): boolean {
  const top = stack.at(-1);
  if (sign === '[' || sign === '{') stack.push({ bracket: sign, key: undefined });
  else if (sign === ']' || sign === '}') stack.pop();
  else if (sign === ',') {
    if (top) top.key = undefined;
  } else if (sign !== given.separator || top?.bracket !== '{') return false;
  else top.key = unquote(given.key.trim());
  return sign !== ']' && sign !== '}';
}

export const unquote = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');
