import type { Features } from '../../hugo/behaviour.ts';
import type { Block } from './block.ts';
import type { Reader } from './reader.ts';

/** What a block parser made of the line it was asked to open at. */
export interface Opened {
  readonly block: Block;
  /** The rest of the line may open blocks in it. */
  readonly container?: true;
  /** Holds only if the open paragraph before it stays a paragraph (it may turn out to be a table). */
  readonly afterParagraph?: true;
}

/** `leaf` and `container`: the line belongs to the block; `container`: it may open blocks in it. */
export type Continued = 'close' | 'leaf' | 'container';

/** One construct of goldmark's block grammar. */
export interface BlockParser {
  /** First characters, after indentation, that it is tried at; undefined: any line. */
  readonly triggers?: string;
  readonly interruptsParagraph: boolean;
  /** May start at an indentation of four columns and more. */
  readonly acceptsIndent: boolean;
  open(state: BlockState, parent: Block): Opened | undefined;
  resume(state: BlockState, block: Block): Continued;
  close?(state: BlockState, block: Block): void;
}

/** Turns a finished paragraph, or its first lines, into something else. */
export type ParagraphTransform = (state: BlockState, paragraph: Block) => void;

/** A link reference definition. The texts are as written, not unescaped. */
export interface Reference {
  readonly label: string;
  readonly destination: string;
  readonly title: string | undefined;
}

export interface OpenBlock {
  readonly block: Block;
  readonly parser: BlockParser;
}

/** What block parsers share while one body is parsed. */
export interface BlockState {
  readonly source: string;
  readonly reader: Reader;
  readonly features: Features;
  readonly references: Map<string, Reference>;
  /** From the outermost to the innermost. */
  open: OpenBlock[];
  /** Characters, then columns, of indentation of the line that is opened at; -1 when it is blank. */
  indentChars: number;
  indentWidth: number;
  /** The list was just told to go on with an item, so no new list may open here. */
  skipList: boolean;
  /** The list's last item is empty and blank lines follow it. */
  emptyItem: boolean;
  /** The paragraph that an open setext heading takes over. */
  headingText: Block | undefined;
  /** Where footnote definitions are gathered. */
  footnotes: Block | undefined;
}

export function innermost(state: BlockState): Block | undefined {
  return state.open.at(-1)?.block;
}
