import { lineFinder, readBlocks, readInlines, splitPassthroughs, type Definitions } from './document.ts';
import { newBlock, type Block } from './engine/block.ts';
import type { BlockState, Reference } from './engine/block-parser.ts';
import { blockTokens } from './engine/block-tokens.ts';
import { linesOf } from './engine/segment.ts';
import { lineFeedRule } from './extensions/cjk.ts';
import { unescapePipes } from './extensions/table.ts';
import type { Markdown } from './markdown.ts';
import type { Token } from './tokens.ts';

/** A footnote as it is defined. Offsets of the part. */
export interface Note {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of top-level blocks that goldmark reads the same wherever it stands: it begins behind a blank line
 * with a line that ends all blocks before it. All offsets count from its start.
 */
export interface Part {
  /** As written. */
  readonly source: string;
  /** As Markdown sees it: shortcodes are words of the same length. */
  readonly text: string;
  /** See `tokens.ts`; notes stand where they are defined, headings have no ids, quotes stay as they are. */
  readonly tokens: readonly Token[];
  readonly notes: readonly Note[];
  readonly references: readonly Reference[];
}

/** What the parts of a body may refer to, whichever part defines it. */
export interface Shared {
  /** Equal for equal definitions. */
  readonly key: string;
  readonly definitions: Definitions;
}

/** The blocks of a stretch, before its text is read. */
export interface Blocks {
  readonly root: Block;
  readonly state: BlockState;
}

/** A longer part is not read: no time of a keystroke may be spent on one block. */
const MAX_PART = 300_000;

/** Shorter parts are joined with the next one, in UTF-16 units. */
const MIN_PART = 2000;

export function blocksOf(text: string, { grammar }: Markdown): Blocks {
  const [root, state] = readBlocks(text, linesOf(text), grammar);
  // Notes stand where they are defined.
  for (const note of state.footnotes?.children ?? []) note.parent = root;
  const notes = state.footnotes?.children ?? [];
  root.children = [...root.children.filter(({ kind }) => kind !== 'footnotes'), ...notes];
  if (notes.length > 0) root.children.sort((a, b) => a.start - b.start);
  return { root, state };
}

/** Starts of lines where a part may begin, the first line left out. */
export function* startsIn({ root }: Blocks, text: string): Generator<number> {
  let covered = 0;
  for (const block of root.children) {
    const start = text.lastIndexOf('\n', block.start - 1) + 1;
    if (start >= covered && start > 0 && block.kind !== 'footnote' && mayBegin(text, block, start))
      yield start;
    covered = Math.max(covered, block.end);
  }
}

/** Descriptions (`:`) and attributes (`{`) belong to what stands before the blank line. */
function mayBegin(text: string, { blankBefore, start }: Block, line: number): boolean {
  if (!blankBefore || ':{'.includes(text.charAt(start))) return false;
  const before = text.lastIndexOf('\n', line - 2) + 1;
  return /^[ \t\r]*$/.test(text.slice(before, line - 1));
}

/** Cuts a stretch into parts that are neither short nor, where it can be helped, long: offsets of their starts. */
export function cutsOf(blocks: Blocks, text: string): number[] {
  const cuts = [0];
  for (const start of startsIn(blocks, text)) {
    if (start - (cuts.at(-1) ?? 0) >= MIN_PART) cuts.push(start);
  }
  return cuts;
}

/** Whether the text may name something that another part defines. */
export const mayRefer = (text: string): boolean => text.includes('[');

/** A part that is not read yet but for what it defines. */
export type Unread = Omit<Part, 'tokens'>;

/** Reads one part, which stands at a start of `startsIn`. */
export function readPart(
  { source, text, notes, references }: Unread,
  markdown: Markdown,
  shared: Shared,
): Part {
  if (text.length > MAX_PART) return { source, text, tokens: [], notes, references };
  const blocks = blocksOf(text, markdown);
  const { grammar, newToken } = markdown;
  const document = readInlines(text, blocks.root, grammar, shared.definitions);
  splitPassthroughs(blocks.root, document);
  const tokens: Token[] = [];
  const context = {
    source: text,
    newToken,
    keepsLineFeed: lineFeedRule(grammar.options.extensions.cjk, grammar.features),
    lineOf: lineFinder(linesOf(text)),
    literalsOf: (block: Block) => document.literals.get(block) ?? [],
  };
  for (const block of blocks.root.children) {
    eachCell(block, unescapePipes);
    blockTokens(context, tokens, block);
  }
  return { source, text, tokens, notes, references };
}

function eachCell(block: Block, visit: (cell: Block) => void): void {
  if (block.kind === 'cell') visit(block);
  for (const child of block.children) eachCell(child, visit);
}

export function definedIn({ state }: Blocks): Pick<Part, 'notes' | 'references'> {
  return {
    references: [...state.references.values()],
    notes: (state.footnotes?.children ?? []).map(({ label = '', start, end }) => ({ label, start, end })),
  };
}

/** What all parts define together; the first definition of a label counts. */
export function sharedBy(
  parts: readonly Pick<Part, 'notes' | 'references'>[],
  keyOf: (label: string) => string,
): Shared {
  const references = new Map<string, Reference>();
  const notesByLabel = new Map<string, Block>();
  const footnotes = newBlock('footnotes');
  for (const part of parts) {
    for (const reference of part.references) {
      const key = keyOf(reference.label);
      if (!references.has(key)) references.set(key, reference);
    }
    for (const { label } of part.notes) {
      if (!notesByLabel.has(label)) notesByLabel.set(label, { ...newBlock('footnote'), label });
    }
  }
  const key = JSON.stringify([
    [...references].map(([label, { destination, title }]) => [label, destination, title]),
    [...notesByLabel.keys()],
  ]);
  const hasNotes = notesByLabel.size > 0;
  return { key, definitions: { references, notesByLabel, footnotes: hasNotes ? footnotes : undefined } };
}
