import { insertAfter, newBlock, remove, type Block } from '../engine/block.ts';
import { inlineNode, linkAfter, nodesOf, unlink, type InlineNode } from '../engine/inline-node.ts';
import type { InlineParser, InlineState } from '../engine/inline-parser.ts';
import type { PassthroughOptions } from '../options.ts';
import type { Features } from '../../hugo/behaviour.ts';

/** Text between delimiters that stays as it is: math (hugo-goldmark-extensions, passthrough). */
interface Pair {
  readonly open: string;
  readonly close: string;
  readonly block: boolean;
}

function pairsOf({ block, inline }: PassthroughOptions): Pair[] {
  const pair =
    (isBlock: boolean) =>
    ([open, close]: readonly [string, string]): Pair => ({ open, close, block: isBlock });
  return [...block.map(pair(true)), ...inline.map(pair(false))].filter(({ open }) => open !== '');
}

/** Moves behind the closing delimiter; false when there is none. */
function seekClose({ reader }: InlineState, close: string): boolean {
  for (let line = reader.peekLine(); line !== undefined; line = reader.peekLine()) {
    const index = line.indexOf(close);
    if (index >= 0) {
      reader.advance(index + close.length);
      return true;
    }
    reader.advanceLine();
  }
  return false;
}

function textNode(state: InlineState, length: number): InlineNode {
  const start = state.reader.start;
  state.reader.advance(length);
  return inlineNode('text', start, start + length);
}

export function passthrough(options: PassthroughOptions): InlineParser {
  const pairs = pairsOf(options);
  const find = (text: string): Pair | undefined => pairs.find(({ open }) => text.startsWith(open));
  return {
    triggers: [...new Set([...pairs.map(({ open }) => open.charAt(0)), '\\'])].join(''),
    parse(state, line) {
      const pair = find(line);
      if (!pair) {
        const escaped = line.startsWith('\\\\') && line.length > 2 ? find(line.slice(2)) : undefined;
        return escaped && textNode(state, 2 + escaped.open.length);
      }
      const { reader } = state;
      const { start } = reader;
      reader.advance(pair.open.length);
      const mark = reader.mark();
      const key = `passthrough ${pair.close}`;
      if (state.missing.has(key) || !seekClose(state, pair.close)) {
        state.missing.add(key);
        reader.seek(mark);
        return inlineNode('text', start, start + pair.open.length);
      }
      if (reader.start - start === pair.open.length + pair.close.length) return undefined;
      const node = inlineNode('passthrough', start, reader.start);
      node.value = state.source.slice(start, reader.start);
      node.flag = pair.block;
      return node;
    },
  };
}

/** Whether each node stands outside of all spans. */
function* withDepth(start: InlineNode | undefined): Generator<readonly [node: InlineNode, depth: number]> {
  let depth = 0;
  let next: InlineNode | undefined;
  for (let node = start?.next; node; node = next) {
    next = node.next;
    if (node.kind === 'close' || node.kind === 'imageClose') depth--;
    yield [node, depth];
    if (node.kind === 'open' || node.kind === 'imageOpen') depth++;
  }
}

function holdsPassthrough(block: Block): boolean {
  for (const [node, depth] of withDepth(block.inlines)) {
    if (depth === 0 && node.kind === 'passthrough') return true;
  }
  return false;
}

/** Splits a paragraph at the passthroughs with block delimiters. */
export function splitAtPassthroughs(
  source: string,
  block: Block,
  { tightPassthrough, barePassthrough }: Features,
): void {
  if (block.kind !== 'paragraph' && !(block.kind === 'text' && tightPassthrough)) return;
  if (!holdsPassthrough(block)) return;
  const pieces: Block[] = [];
  let last: InlineNode | undefined;
  for (const [node, depth] of withDepth(block.inlines)) {
    unlink(node);
    if (node.kind === 'passthrough' && node.flag && depth === 0) {
      if (!barePassthrough && isEmpty(pieces.at(-1))) pieces.pop();
      const raw = newBlock('passthrough', node.start);
      raw.lines.push({ start: node.start, stop: node.end, padding: 0 });
      pieces.push(raw);
      last = undefined;
    } else {
      if (!last) {
        const piece = newBlock(block.kind, node.start);
        piece.inlines = inlineNode('start', node.start, node.start);
        last = piece.inlines;
        pieces.push(piece);
      }
      linkAfter(last, node);
      last = node;
    }
    const piece = pieces.at(-1);
    if (piece) piece.end = node.end;
  }
  if (block.kind === 'text') trimPieces(source, pieces);
  let place = block;
  for (const piece of pieces) {
    insertAfter(place, piece);
    place = piece;
  }
  remove(block);
}

/** A paragraph of which only the end of a line is left. */
function isEmpty(piece: Block | undefined): boolean {
  if (piece?.kind !== 'paragraph') return false;
  for (const { kind, start, end } of nodesOf(piece.inlines)) {
    if (kind !== 'text' || end > start) return false;
  }
  return true;
}

/** In a tight list, blanks next to the raw blocks go. */
function trimPieces(source: string, pieces: readonly Block[]): void {
  const isBlankAt = (index: number): boolean => /[ \t]/.test(source.charAt(index));
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'passthrough') continue;
    const nodes = [...nodesOf(piece.inlines)];
    const [first] = nodes;
    const end = nodes.at(-1);
    if (pieces[index + 1] && end?.kind === 'text') {
      while (end.end > end.start && isBlankAt(end.end - 1)) end.end--;
    }
    if (index > 0 && first?.kind === 'text') {
      while (first.start < first.end && isBlankAt(first.start)) first.start++;
    }
  }
}
