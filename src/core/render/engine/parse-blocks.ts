import { isBlank } from './chars.ts';
import { append, newBlock, remove, type Block } from './block.ts';
import {
  type BlockParser,
  type BlockState,
  type OpenBlock,
  type Opened,
  type ParagraphTransform,
} from './block-parser.ts';
import { indentOf } from './indent.ts';

/**
 * goldmark's block phase (goldmark parser/parser.go): line by line, each open block is asked whether it goes on,
 * then the parsers in order of priority whether a new one opens.
 */
export interface BlockGrammar {
  /** Parsers by first character, each list in order of priority and ended by those for any line. */
  readonly byTrigger: ReadonlyMap<number, readonly BlockParser[]>;
  readonly anyLine: readonly BlockParser[];
  readonly paragraphTransforms: readonly ParagraphTransform[];
}

/** Deeper containers are text: markdown-it's limit, and a bound on the cost of one line. */
const MAX_DEPTH = 100;

type OpenResult = 'opened' | 'continued' | 'none';

interface LineFact {
  readonly line: number;
  readonly level: number;
  readonly blank: boolean;
}

export function parseBlocks(state: BlockState, grammar: BlockGrammar): Block {
  const root = newBlock('document');
  const { reader } = state;
  for (;;) {
    while (!reader.atEnd && isBlank(reader.peekLine() ?? '')) reader.advanceLine();
    if (reader.atEnd) return root;
    if (openBlocks({ state, grammar, parent: root, blankBefore: true }) !== 'opened') return root;
    finishLine(state, false);
    const facts: LineFact[] = [];
    while (state.open.length > 0) {
      const line = reader.peekLine();
      if (line === undefined) {
        closeBlocks(state, grammar, { from: state.open.length - 1, to: 0 });
        return root;
      }
      const blank = isBlank(line);
      continueBlocks({ state, grammar, root, facts });
      finishLine(state, blank);
    }
  }
}

/** The line is read: it is the last one so far of every block that is open now. */
function finishLine(state: BlockState, blank: boolean): void {
  if (!blank) for (const { block } of state.open) block.end = state.reader.stop;
  state.reader.advanceLine();
}

interface Pass {
  readonly state: BlockState;
  readonly grammar: BlockGrammar;
  readonly root: Block;
  readonly facts: LineFact[];
}

function continueBlocks({ state, grammar, root, facts }: Pass): void {
  const { reader } = state;
  const open = state.open;
  const lastIndex = open.length - 1;
  for (const [index, { block, parser }] of open.entries()) {
    const line = reader.peekLine();
    if (line === undefined) return;
    const number = reader.line;
    facts.push({ line: number, level: index, blank: isBlank(line) });
    const result = block.kind === 'paragraph' ? 'close' : parser.resume(state, block);
    if (result !== 'close') {
      if (result !== 'container' || index !== lastIndex) continue;
      const level = state.features.blankAtOwnLevel ? index + 1 : index;
      const blankBefore = wasBlank(facts, number - 1, level);
      openBlocks({ state, grammar, parent: block, blankBefore });
      return;
    }
    // It ends here, or the line is a lazy continuation of the paragraph in it.
    const parent = open[index - 1]?.block ?? root;
    const last = open[lastIndex]?.block;
    const blankBefore = wasBlank(facts, number - 1, index);
    if (openBlocks({ state, grammar, parent, blankBefore }) === 'continued') return;
    const from = state.open[lastIndex]?.block === last ? lastIndex : lastIndex - 1;
    closeBlocks(state, grammar, { from, to: index });
    return;
  }
}

/** Whether a line was blank as seen by the block of a nesting level. */
function wasBlank(facts: readonly LineFact[], line: number, level: number): boolean {
  if (facts.length === 0) return true;
  for (let i = facts.length - 1 - level; i >= 0; i--) {
    const fact = facts[i];
    if (!fact || fact.line < line) return false;
    if (fact.line === line && fact.level <= level) return fact.blank;
  }
  return false;
}

interface Opening {
  readonly state: BlockState;
  readonly grammar: BlockGrammar;
  readonly parent: Block;
  readonly blankBefore: boolean;
}

function openBlocks({ state, grammar, parent: outer, blankBefore }: Opening): OpenResult {
  const paragraph = state.open.at(-1);
  let continuable = paragraph?.block.kind === 'paragraph';
  let opened = false;
  let parent = outer;
  for (;;) {
    const step = tryParsers({ state, grammar, parent, blankBefore }, continuable && !opened);
    if (step === undefined) break;
    if (step === 'transformed') {
      continuable = false;
      continue;
    }
    opened = true;
    if (!step.container) break;
    parent = step.block;
  }
  if (opened) return 'opened';
  if (!continuable || !paragraph) return 'none';
  const result = paragraph.parser.resume(state, paragraph.block);
  return result === 'close' ? 'none' : 'continued';
}

/** Tries the parsers once at the position. */
function tryParsers(opening: Opening, inParagraph: boolean): Opened | 'transformed' | undefined {
  const { state, grammar, parent } = opening;
  const line = state.reader.peekLine();
  if (line === undefined || line.charCodeAt(0) === 10) return undefined;
  const { width, chars } = indentOf(line, state.reader.column());
  const known = width < line.length;
  state.indentChars = known ? chars : -1;
  state.indentWidth = known ? width : -1;
  const start = state.reader.start + (known ? chars : 0);
  const onlyIndented = width > 3;
  const onlyPlain = state.open.length >= MAX_DEPTH;
  for (const parser of parsersAt(grammar, line, chars)) {
    const { interruptsParagraph, acceptsIndent } = parser;
    if (interruptsParagraph ? onlyPlain : inParagraph) continue;
    if (onlyIndented && !acceptsIndent) continue;
    const last = state.open.at(-1);
    const result = parser.open(state, parent);
    if (!result) continue;
    if (result.afterParagraph && becomesOther(opening, last)) return 'transformed';
    addBlock(opening, { result, parser, last, start });
    return result;
  }
  return undefined;
}

interface Addition {
  readonly result: Opened;
  readonly parser: BlockParser;
  /** The innermost open block before. */
  readonly last: OpenBlock | undefined;
  readonly start: number;
}

function addBlock(
  { state, grammar, parent, blankBefore }: Opening,
  { result, parser, last, start }: Addition,
): void {
  const { block } = result;
  // A definition list may be opened again.
  if (block.parent) remove(block);
  else block.start = start;
  block.blankBefore = blankBefore;
  if (last && !last.block.parent) {
    closeBlocks(state, grammar, { from: state.open.length - 1, to: state.open.length - 1 });
  }
  append(parent, block);
  state.open.push({ block, parser });
}

function parsersAt(grammar: BlockGrammar, line: string, index: number): readonly BlockParser[] {
  return grammar.byTrigger.get(line.charCodeAt(index)) ?? grammar.anyLine;
}

/** Closes the open paragraph for the block that needs it; true when it became something else. */
function becomesOther({ state, grammar, parent }: Opening, last: OpenBlock | undefined): boolean {
  if (!last || last.block !== parent.children.at(-1)) return false;
  last.parser.close?.(state, last.block);
  state.open.pop();
  return transform(state, grammar, last.block);
}

function transform(state: BlockState, grammar: BlockGrammar, paragraph: Block): boolean {
  for (const apply of grammar.paragraphTransforms) {
    apply(state, paragraph);
    if (!paragraph.parent) return true;
  }
  return false;
}

function closeBlocks(
  state: BlockState,
  grammar: BlockGrammar,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let index = from; index >= to; index--) {
    const entry = state.open[index];
    if (!entry) continue;
    if (entry.block.kind === 'paragraph' && entry.block.parent) transform(state, grammar, entry.block);
    if (entry.block.parent) entry.parser.close?.(state, entry.block);
  }
  state.open = [...state.open.slice(0, to), ...state.open.slice(from + 1)];
}
