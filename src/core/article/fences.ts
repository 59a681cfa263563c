import type { Range } from './tree.ts';

export type Format = 'yaml' | 'toml' | 'json';

/** Why Hugo cannot find the front matter that the file seems to start with. */
export type FenceFault = 'bad-open' | 'no-close';

/** Where the front matter of an article stands. All ranges are UTF-16 offsets. */
export interface Fences {
  readonly format: Format;
  /** The opening fence; for JSON its `{`. */
  readonly open: Range;
  /** What a parser of the format reads: for YAML and TOML between the fences, for JSON with both braces. */
  readonly content: Range;
  /** The closing fence; for JSON its `}`. Absent if the front matter does not end. */
  readonly close: Range | undefined;
  /** Where Hugo starts to read Markdown. */
  readonly bodyStart: number;
  readonly fault: FenceFault | undefined;
}

/**
 * Finds the front matter by Hugo's rule (parser/pageparser/pagelexer_intro.go): a BOM, spaces, tabs and line
 * ends may stand before it; then the first character decides. `undefined`: Hugo sees none (Org mode included)
 * and everything is body.
 */
export function findFences(text: string): Fences | undefined {
  let at = 0;
  // A second BOM is reported as a fault of the file's encoding.
  while (text.charCodeAt(at) === 0xfeff) at++;
  while (isBlank(text.charCodeAt(at))) at++;
  switch (text[at]) {
    case '-':
      return delimited(text, at, 'yaml');
    case '+':
      return delimited(text, at, 'toml');
    case '{':
      return braced(text, at);
    default:
      return undefined;
  }
}

const FENCE = { yaml: '---', toml: '+++' } as const;

function delimited(text: string, at: number, format: 'yaml' | 'toml'): Fences {
  const fence = FENCE[format];
  const open = { start: at, end: at + runLength(text, at, fence) };
  if (open.end < at + 3) {
    const nothing = { start: open.end, end: open.end };
    return { format, open, content: nothing, close: undefined, bodyStart: open.end, fault: 'bad-open' };
  }
  const start = afterLineEnd(text, open.end);
  const closeStart = findClose(text, { start, atLineStart: start > open.end }, fence);
  if (closeStart === undefined) {
    const content = { start, end: text.length };
    return { format, open, content, close: undefined, bodyStart: text.length, fault: 'no-close' };
  }
  const close = { start: closeStart, end: closeStart + 3 };
  return {
    format,
    open,
    content: { start, end: closeStart },
    close,
    bodyStart: afterLineEnd(text, close.end),
    fault: undefined,
  };
}

/** How many of the three characters of a fence stand at `at`. */
function runLength(text: string, at: number, fence: string): number {
  let length = 0;
  while (length < 3 && text[at + length] === fence[length]) length++;
  return length;
}

/** The first line that starts with the fence. Hugo takes `\r` alone as a line end, too. */
function findClose(
  text: string,
  from: { start: number; atLineStart: boolean },
  fence: string,
): number | undefined {
  if (from.atLineStart && text.startsWith(fence, from.start)) return from.start;
  for (let at = text.indexOf(fence, from.start); at !== -1; at = text.indexOf(fence, at + 1)) {
    if (at > from.start && isLineEnd(text.charCodeAt(at - 1))) return at;
  }
  return undefined;
}

/** JSON goes to the brace that closes the first one; braces in strings do not count. */
function braced(text: string, at: number): Fences {
  const open = { start: at, end: at + 1 };
  let level = 0;
  let quoted = false;
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') level++;
    else if (!quoted && char === '}') level--;
    if (level === 0) {
      const close = { start: i, end: i + 1 };
      const content = { start: at, end: i + 1 };
      return { format: 'json', open, content, close, bodyStart: afterLineEnd(text, i + 1), fault: undefined };
    }
  }
  const content = { start: at, end: text.length };
  return { format: 'json', open, content, close: undefined, bodyStart: text.length, fault: 'no-close' };
}

function afterLineEnd(text: string, at: number): number {
  if (text[at] === '\r') at++;
  if (text[at] === '\n') at++;
  return at;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
const isBlank = (code: number): boolean => code === 32 || code === 9 || isLineEnd(code);
