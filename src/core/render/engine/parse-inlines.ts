import { isPunct, isSpace } from './chars.ts';
import type { Block } from './block.ts';
import { closeDelimiters } from './delimiters.ts';
import { inlineNode, type Break, type InlineNode } from './inline-node.ts';
import {
  appendNode,
  appendText,
  type DocumentState,
  type InlineParser,
  type InlineState,
} from './inline-parser.ts';
import { Reader } from './reader.ts';

/** goldmark's inline phase (goldmark parser/parser.go, parseBlock). */
export interface InlineGrammar {
  /** Parsers by trigger, each list in order of priority. */
  readonly byTrigger: ReadonlyMap<number, readonly InlineParser[]>;
  /** Called when a block is finished. */
  readonly finish: (state: InlineState) => void;
  /** An escaped space starts nothing (CJK option). */
  readonly escapedSpace: boolean;
}

export function parseInlines(block: Block, document: DocumentState, grammar: InlineGrammar): void {
  const source = document.source;
  const start = inlineNode('start', block.start, block.start);
  const state: InlineState = {
    source,
    reader: new Reader(source, block.lines),
    block,
    document,
    last: start,
    firstDelimiter: undefined,
    lastDelimiter: undefined,
    brackets: [],
    links: 0,
    literals: [],
    run: { code: -1, start: 0, end: 0 },
    local: { start: 0, end: 0 },
    missing: new Set(),
    onlyBottom: undefined,
  };
  let escaped = false;
  while (!state.reader.atEnd) escaped = parsePiece(state, grammar, escaped);
  closeDelimiters(state, undefined);
  grammar.finish(state);
  block.inlines = start;
  if (state.literals.length > 0) {
    document.literals.set(
      block,
      state.literals.sort((a, b) => a.start - b.start),
    );
  }
}

interface LineEnd {
  /** Characters before the break. */
  readonly length: number;
  readonly lineBreak: Break;
  /** A backslash makes the break, so spaces before it stay. */
  readonly visible: boolean;
}

function lineEndOf(line: string): LineEnd {
  const feed = line.length - 1;
  if (line.charCodeAt(feed) !== 10) return { length: line.length, lineBreak: 'none', visible: false };
  const end = line.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
  const last = line.charCodeAt(end - 1);
  const before = line.charCodeAt(end - 2);
  if (last === 92 && before !== 92) return { length: end - 1, lineBreak: 'hard', visible: true };
  if (last === 32 && before === 32) return { length: end - 2, lineBreak: 'hard', visible: false };
  return { length: line.length, lineBreak: 'soft', visible: false };
}

/** Parses up to the next node or the line end; returns whether a backslash is pending. */
function parsePiece(state: InlineState, grammar: InlineGrammar, pending: boolean): boolean {
  const { reader, source } = state;
  const line = reader.peekLine() ?? '';
  const end = lineEndOf(line);
  const lineNumber = reader.line;
  let escaped = pending;
  let textStart = reader.start;
  let unread = 0;
  for (let i = 0; i < end.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 10) break;
    const parsers = parsersAt(grammar, code, i === 0, escaped);
    if (parsers) {
      reader.advance(unread);
      unread = 0;
      if (i > 0) appendText(state, textStart, reader.start);
      textStart = reader.start;
      const node = tryParsers(state, parsers);
      if (node) {
        appendNode(state, node);
        return escaped;
      }
    }
    escaped = code === 92 && !escaped;
    unread++;
  }
  reader.advance(unread);
  if (reader.line !== lineNumber) return escaped;
  let textEnd = reader.start;
  if (!end.visible) while (textEnd > textStart && isSpace(source.charCodeAt(textEnd - 1))) textEnd--;
  const text = inlineNode('text', textStart, textEnd);
  text.lineBreak = end.lineBreak;
  appendNode(state, text);
  reader.advanceLine();
  return escaped;
}

/** The first character is always tried, even if it is escaped. */
function parsersAt(
  grammar: InlineGrammar,
  code: number,
  first: boolean,
  escaped: boolean,
): readonly InlineParser[] | undefined {
  const space = code === 32 || code === 9;
  const punct = !space && isPunct(code);
  const starts = first || (punct && !escaped) || (space && !(escaped && grammar.escapedSpace));
  return starts ? grammar.byTrigger.get(punct ? code : 32) : undefined;
}

function tryParsers(state: InlineState, parsers: readonly InlineParser[]): InlineNode | undefined {
  const { reader } = state;
  const { line: lineNumber, start, stop, padding } = reader;
  const line = reader.peekLine() ?? '';
  for (const parser of parsers) {
    const node = parser.parse(state, line);
    if (node) return node;
    if (reader.start !== start || reader.line !== lineNumber) {
      reader.seek({ line: lineNumber, start, stop, padding });
    }
  }
  return undefined;
}
