import type { MarkupOptions } from '../options.ts';
import type { Features } from '../../hugo/behaviour.ts';
import type { Block } from './block.ts';
import type { Reference } from './block-parser.ts';
import { inlineNode, linkAfter, type InlineNode } from './inline-node.ts';
import type { Reader } from './reader.ts';

/** A run of `*`, `_`, `~`… that may open or close a span (CommonMark 0.31, 6.2). */
export interface Delimiter {
  readonly node: InlineNode;
  readonly char: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly originalLength: number;
  length: number;
  /** Characters used up from the left as closer and from the right as opener. */
  usedLeft: number;
  usedRight: number;
  /** The tags that it makes for one and for two characters. */
  readonly tags: readonly [single: string, double: string];
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

/** An `[` or `![` whose `]` is looked for. */
export interface Bracket {
  readonly node: InlineNode;
  readonly image: boolean;
  /** The last delimiter before it; spans do not reach over it. */
  readonly bottom: Delimiter | undefined;
  /** How many links the block had when it opened: a link may hold none. */
  readonly linksBefore: number;
}

/** A delimiter run, or part of one, that stayed text. */
export interface LiteralDelimiter {
  readonly char: string;
  readonly start: number;
  readonly end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** What inline parsers share while one block is parsed. */
export interface InlineState {
  readonly source: string;
  readonly reader: Reader;
  readonly block: Block;
  readonly document: DocumentState;
  last: InlineNode;
  firstDelimiter: Delimiter | undefined;
  lastDelimiter: Delimiter | undefined;
  readonly brackets: Bracket[];
  /** Links made so far. */
  links: number;
  readonly literals: LiteralDelimiter[];
  /** The run of equal characters that was measured last, and the text that may be a mail address's local part. */
  run: { readonly code: number; readonly start: number; readonly end: number };
  local: { readonly start: number; readonly end: number };
  /** Closers that are known not to come any more. */
  readonly missing: Set<string>;
  /** Bottom of the innermost bracket in goldmark before 1.6, which kept only one. */
  onlyBottom: Delimiter | undefined;
}

/** What the inline parsers of all blocks of a body share. */
export interface DocumentState {
  readonly source: string;
  readonly options: MarkupOptions;
  readonly features: Features;
  readonly references: ReadonlyMap<string, Reference>;
  readonly footnotes: Block | undefined;
  /** Footnotes by label; the first definition counts. */
  readonly notesByLabel: ReadonlyMap<string, Block>;
  /** Quotes of the typographer that are open; goldmark carries them from block to block. */
  singleQuotes: number;
  doubleQuotes: number;
  /** Notes that are referred to so far. */
  noteCount: number;
  /** Literal delimiters by block. */
  readonly literals: Map<Block, readonly LiteralDelimiter[]>;
}

/**
 * One construct of goldmark's inline grammar. `parse` gets the line from the position on and returns the node it
 * made, with the position behind it; without one the position is reset.
 */
export interface InlineParser {
  /** Characters it is tried at. A space stands for white space, the line start and the place behind a node. */
  readonly triggers: string;
  parse(state: InlineState, line: string): InlineNode | undefined;
}

export function appendNode(state: InlineState, node: InlineNode): void {
  linkAfter(state.last, node);
  state.last = node;
}

/** Appends text, to the last node if that is text that ends here. */
export function appendText(state: InlineState, start: number, end: number): void {
  const { last } = state;
  if (last.kind === 'text' && last.end === start && last.lineBreak !== 'soft') last.end = end;
  else appendNode(state, inlineNode('text', start, end));
}
