import type { Behaviour } from '../hugo/behaviour.ts';
import type { Message } from '../messages.ts';
import type { MapNode, Range } from './tree.ts';

/** What is wrong with the syntax of front matter; also the id of the rule that reports it. */
export type SyntaxRule =
  | 'fence-broken'
  | 'fence-unclosed'
  | 'front-matter-limit'
  | 'front-matter-not-a-map'
  | 'json-syntax'
  | 'merge-conflict'
  | 'toml-syntax'
  | 'yaml-alias'
  | 'yaml-colon'
  | 'yaml-control-character'
  | 'yaml-escape'
  | 'yaml-fullwidth'
  | 'yaml-indentation'
  | 'yaml-missing-space'
  | 'yaml-quote'
  | 'yaml-special-start'
  | 'yaml-syntax'
  | 'yaml-tab'
  | 'yaml-unclosed-list';

/** One syntax error. `range`: UTF-16 offsets of the article. */
export interface SyntaxFault {
  readonly rule: SyntaxRule;
  readonly message: Message;
  readonly range: Range;
  /** Only Hugo versions that do this take it for an error; absent: all of them. */
  readonly only?: Behaviour;
}

/** What a reader makes of front matter, however broken: the part that can be read, and each error. */
export interface Reading {
  /** Absent where nothing could be read. */
  readonly tree: MapNode | undefined;
  readonly faults: readonly SyntaxFault[];
  readonly comments: readonly Range[];
}

/** Maps and lists in each other deeper than this are not read. */
export const MAX_DEPTH = 200;

/** The front matter is nested deeper than `MAX_DEPTH`, or its aliases multiply beyond sense. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}

/** A stretch of front matter that stands on its own: a top-level key with its value, or what cannot be told. */
export interface Chunk {
  /** Offset from the start of the front matter's content. */
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts front matter at the lines that look like the start of a top-level key, so that one broken value does not
 * take the rest with it. Joined, the chunks are the text.
 */
export function chunksOf(text: string, startsChunk: RegExp): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (const line of linesOf(text)) {
    if (line.start > start && startsChunk.test(line.text)) {
      chunks.push({ start, text: text.slice(start, line.start) });
      start = line.start;
    }
  }
  if (start < text.length) chunks.push({ start, text: text.slice(start) });
  return chunks;
}

/** The lines of a text without their line ends, with their offsets. */
export function* linesOf(text: string): Generator<Chunk> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    yield { start, text: text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end) };
    start = end + 1;
  }
}
