import type { Token } from 'markdown-it';
import type { Block } from './engine/block.ts';
import type { BlockState } from './engine/block-parser.ts';
import { blockTokens } from './engine/block-tokens.ts';
import type { DocumentState } from './engine/inline-parser.ts';
import type { TokenMaker } from './engine/new-token.ts';
import { parseBlocks, type BlockGrammar } from './engine/parse-blocks.ts';
import { parseInlines, type InlineGrammar } from './engine/parse-inlines.ts';
import { Reader } from './engine/reader.ts';
import { linesOf, type Segment } from './engine/segment.ts';
import { applyAttributeBlocks } from './extensions/attribute-block.ts';
import { lineFeedRule } from './extensions/cjk.ts';
import { finishFootnotes, notesOf } from './extensions/footnote.ts';
import { assignId, type IdFactory } from './extensions/heading-ids.ts';
import { unwrapLoneImage } from './extensions/images.ts';
import { splitAtPassthroughs } from './extensions/passthrough.ts';
import { unescapePipes } from './extensions/table.ts';
import type { MarkupOptions } from './options.ts';
import type { Features } from '../hugo/behaviour.ts';

/** What a body is parsed with; made once for a set of options. */
export interface Grammar {
  readonly options: MarkupOptions;
  readonly features: Features;
  readonly blocks: BlockGrammar;
  readonly inlines: InlineGrammar;
}

const withInlines = new Set<Block['kind']>(['paragraph', 'text', 'heading', 'cell', 'term']);

/** Children before their parent, in order: goldmark's order of inline parsing, which numbers footnotes. */
function walk(block: Block, visit: (block: Block) => void): void {
  for (const child of block.children) walk(child, visit);
  visit(block);
}

/** The same where `visit` may replace the block. */
function walkCopies(block: Block, visit: (block: Block) => void): void {
  for (const child of [...block.children]) walkCopies(child, visit);
  visit(block);
}

/** Parents before their children. */
function walkDown(block: Block, visit: (block: Block) => void): void {
  visit(block);
  for (const child of block.children) walkDown(child, visit);
}

/** goldmark's first phase: the blocks, their text not yet read. */
export function readBlocks(source: string, lines: readonly Segment[], grammar: Grammar): [Block, BlockState] {
  const state: BlockState = {
    source,
    reader: new Reader(source, lines),
    features: grammar.features,
    references: new Map(),
    open: [],
    indentChars: -1,
    indentWidth: -1,
    skipList: false,
    emptyItem: false,
    headingText: undefined,
    footnotes: undefined,
  };
  return [parseBlocks(state, grammar.blocks), state];
}

/** What the text of blocks may refer to. */
export type Definitions = Pick<DocumentState, 'references' | 'footnotes' | 'notesByLabel'>;

/** goldmark's second phase: reads the text of the blocks. */
export function readInlines(
  source: string,
  root: Block,
  grammar: Grammar,
  definitions: Definitions,
): DocumentState {
  const document: DocumentState = {
    source,
    options: grammar.options,
    features: grammar.features,
    ...definitions,
    singleQuotes: 0,
    doubleQuotes: 0,
    noteCount: 0,
    literals: new Map(),
  };
  walk(root, block => {
    if (withInlines.has(block.kind)) parseInlines(block, document, grammar.inlines);
  });
  return document;
}

/** Takes formulas out of the text, as Hugo does it. */
export function splitPassthroughs(root: Block, { options, features, source }: DocumentState): void {
  if (!options.extensions.passthrough.enable) return;
  walkCopies(root, block => {
    splitAtPassthroughs(source, block, features);
  });
}

/** What goldmark's and Hugo's transformers do to the tree, in their order. */
function transform(root: Block, document: DocumentState): void {
  const { options, features, source } = document;
  splitPassthroughs(root, document);
  const ids: IdFactory = { used: new Set(), next: new Map(), type: options.parser.autoIDType };
  const context = { source, parser: options.parser, ids, plain: features.plainHeadingIds };
  const attributeBlocks: Block[] = [];
  walkDown(root, block => {
    if (block.kind === 'cell') unescapePipes(block);
    if (block.kind === 'heading' || block.kind === 'term') assignId(context, block);
    if (block.kind === 'attributes') attributeBlocks.push(block);
  });
  applyAttributeBlocks(attributeBlocks);
  if (!options.parser.wrapStandAloneImageWithinParagraph) walkCopies(root, unwrapLoneImage);
  finishFootnotes(root, document);
}

/** Zero-based line of an offset, by binary search. */
export function lineFinder(lines: readonly Segment[]): (offset: number) => number {
  return offset => {
    let low = 0;
    for (let high = lines.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** The tokens of each top-level block. Lines are those of `positions`, a text of the same length. */
export function parseDocument(
  source: string,
  grammar: Grammar,
  newToken: TokenMaker,
  positions = source,
): Token[][] {
  const lines = linesOf(source);
  const [root, { references, footnotes }] = readBlocks(source, lines, grammar);
  const definitions = { references, footnotes, notesByLabel: notesOf(footnotes) };
  const document = readInlines(source, root, grammar, definitions);
  transform(root, document);
  const context = {
    source,
    newToken,
    keepsLineFeed: lineFeedRule(grammar.options.extensions.cjk, grammar.features),
    lineOf: lineFinder(positions === source ? lines : linesOf(positions)),
    literalsOf: (block: Block) => document.literals.get(block) ?? [],
  };
  return root.children
    .map(block => {
      const tokens: Token[] = [];
      blockTokens(context, tokens, block, block === root.children.at(-1));
      return tokens;
    })
    .filter(tokens => tokens.length > 0);
}
