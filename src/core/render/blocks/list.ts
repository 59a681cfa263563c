import { isBlank, isDigit } from '../engine/chars.ts';
import { newBlock, replace, type Block } from '../engine/block.ts';
import { innermost, type BlockParser, type BlockState } from '../engine/block-parser.ts';
import { indentOf, skipIndent } from '../engine/indent.ts';
import { isRule } from './rule.ts';
import { headingBar } from './setext.ts';

/** Lists and their items (goldmark parser/list.go, list_item.go). */
interface Marker {
  /** Spaces before it. */
  readonly indent: number;
  /** Index behind it. */
  readonly end: number;
  /** The last character of it. */
  readonly char: string;
  /** The number of an ordered item. */
  readonly number: number | undefined;
  /** Nothing but blanks follows. */
  readonly empty: boolean;
}

function markerOf(line: string): Marker | undefined {
  let indent = 0;
  while (line.charAt(indent) === ' ') indent++;
  if (indent > 3) return undefined;
  let end = indent;
  while (isDigit(line.charCodeAt(end))) end++;
  const digits = end - indent;
  const char = line.charAt(end);
  if (!(digits === 0 ? '-*+' : '.)').includes(char) || char === '' || digits > 9) return undefined;
  end++;
  const rest = line.slice(end);
  if (rest !== '' && !/^[\n \t]/.test(rest)) return undefined;
  const number = digits > 0 ? Number(line.slice(indent, end - 1)) : undefined;
  return { indent, end, char, number, empty: isBlank(rest) };
}

/** Columns between the marker and the content. */
function contentOffset(line: string, marker: Marker): number {
  if (marker.empty) return 1;
  const { width } = indentOf(line.slice(marker.end), marker.end);
  return width > 4 ? 1 : width;
}

function lastOffset(list: Block | undefined): number {
  return list?.children.at(-1)?.offset ?? 0;
}

function mayInterrupt(state: BlockState, parent: Block, marker: Marker): boolean {
  const last = innermost(state);
  if (last?.kind !== 'paragraph' || last.parent !== parent) return true;
  return !marker.empty && (marker.number === undefined || marker.number === 1);
}

/** Whether a line that looks like an item is one of this list. */
function continuesWithItem(state: BlockState, list: Block, line: string): boolean | undefined {
  const marker = markerOf(line);
  if (!marker || marker.indent - lastOffset(list) >= 4) return undefined;
  if (list.marker !== marker.char) return false;
  const fromMarker = line.slice(marker.end - 1);
  if (!isRule(fromMarker, 0)) return true;
  return innermost(state)?.kind === 'paragraph' && headingBar(fromMarker) === '-';
}

export const list: BlockParser = {
  triggers: '-+*0123456789',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state, parent) {
    if (innermost(state)?.kind === 'list' || state.skipList) {
      state.skipList = false;
      return undefined;
    }
    const marker = markerOf(state.reader.peekLine() ?? '');
    if (!marker || !mayInterrupt(state, parent, marker)) return undefined;
    const block = newBlock('list');
    block.marker = marker.char;
    block.tight = true;
    if (marker.number !== undefined) block.first = marker.number;
    state.emptyItem = false;
    return { block, container: true };
  },
  resume(state, block) {
    const line = state.reader.peekLine() ?? '';
    const lastIsEmpty = block.children.at(-1)?.children.length === 0;
    if (isBlank(line)) {
      if (lastIsEmpty) state.emptyItem = true;
      return 'container';
    }
    const offset = lastOffset(block);
    const { width } = indentOf(line, state.reader.column());
    if (width < offset || lastIsEmpty) {
      const item = width < 4 ? continuesWithItem(state, block, line) : undefined;
      if (item !== undefined) return item ? 'container' : 'close';
      if (!lastIsEmpty) return 'close';
    }
    if (lastIsEmpty && width < offset) return 'close';
    return state.emptyItem ? 'close' : 'container';
  },
  close(_state, block) {
    const loose = block.children.some(
      (item, index) =>
        (index > 0 && item.blankBefore) || item.children.some((child, at) => at > 0 && child.blankBefore),
    );
    block.tight = !loose;
    if (!loose) for (const item of block.children) unwrapParagraphs(item);
  },
};

/** A paragraph becomes text without `<p>`. */
export function unwrapParagraph(paragraph: Block): void {
  const text = newBlock('text', paragraph.start);
  text.lines = paragraph.lines;
  text.end = paragraph.end;
  replace(paragraph, text);
}

function unwrapParagraphs(parent: Block): void {
  for (const child of [...parent.children]) if (child.kind === 'paragraph') unwrapParagraph(child);
}

export const item: BlockParser = {
  triggers: '-+*0123456789',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state, parent) {
    if (parent.kind !== 'list') return undefined;
    const line = state.reader.peekLine() ?? '';
    const marker = markerOf(line);
    if (!marker || marker.indent - lastOffset(parent) > 3) return undefined;
    state.emptyItem = false;
    const offset = contentOffset(line, marker);
    const block = newBlock('item');
    block.offset = marker.end + offset;
    if (marker.empty) return { block };
    const place = skipIndent(line.slice(marker.end), marker.end, offset) ?? { chars: -1, padding: -1 };
    state.reader.advanceAndPad(marker.end + place.chars, place.padding);
    return { block, container: true };
  },
  resume(state, block) {
    const { reader } = state;
    const line = reader.peekLine() ?? '';
    if (isBlank(line)) {
      reader.advanceToEol();
      return 'container';
    }
    const offset = lastOffset(block.parent);
    const isEmpty = block.children.length === 0 && (state.emptyItem || !state.features.emptyFirstLine);
    const { width } = indentOf(line, reader.column());
    if ((isEmpty || width < offset) && width < 4) {
      if (markerOf(line)) {
        state.skipList = true;
        return 'close';
      }
      if (!isEmpty) return 'close';
    }
    const place = skipIndent(line, reader.column(), offset) ?? { chars: -1, padding: -1 };
    reader.advanceAndPad(place.chars, place.padding);
    return 'container';
  },
};
