import { isBlank, leadingSpaces, trailingSpaces } from '../engine/chars.ts';
import { newBlock, type Block } from '../engine/block.ts';
import type { BlockParser, BlockState } from '../engine/block-parser.ts';
import { indentOf, skipIndent, skipPaddedIndent, type PaddedLine, type Place } from '../engine/indent.ts';
import type { Segment } from '../engine/segment.ts';
import { keepLeadingTab } from './code.ts';

function runLength(line: string, from: number): number {
  let end = from;
  while (end < line.length && line.charAt(end) === line.charAt(from)) end++;
  return end - from;
}

/** The index of the first character that is no blank; 0 for a blank line. */
function firstNonBlank(line: string): number {
  const index = /[^ \t]/.exec(line)?.index ?? -1;
  return index < 0 || line.charAt(index) === '\n' ? 0 : index;
}

/** Where the indentation of the fence ends in a line; without `measured`, padding counts for blanks of the line. */
function placeIn(line: PaddedLine, indent: number, measured: boolean): Place | undefined {
  if (measured || indent === 0) return skipPaddedIndent(line, indent);
  const place = skipIndent(line.line, line.column, indent);
  return place && place.chars >= line.padding
    ? { chars: place.chars - line.padding, padding: place.padding }
    : undefined;
}

/** The line without the indentation of the opening fence. */
function contentLine({ reader, features }: BlockState, line: string, indent: number): Segment {
  const { start, stop, padding } = reader.segment();
  const place = placeIn({ line, column: reader.column(), padding }, indent, features.measuredTabs);
  if (!place) {
    const taken = features.measuredTabs ? padding : 0;
    return { start: Math.min(stop, start + Math.max(0, firstNonBlank(line) - taken)), stop, padding: 0 };
  }
  const segment = { start: start + place.chars, stop, padding: place.padding };
  return keepLeadingTab(reader, segment, indent);
}

function closes(block: Block, line: string, column: number): boolean {
  const { width, chars } = indentOf(line, column);
  if (width >= 4 || line.charAt(chars) !== block.marker) return false;
  const length = runLength(line, chars);
  return length >= (block.fenceLength ?? 3) && isBlank(line.slice(chars + length));
}

/** Code between fences of backticks or tildes. */
export const fence: BlockParser = {
  triggers: '`~',
  interruptsParagraph: true,
  acceptsIndent: false,
  open({ reader, indentChars }) {
    const line = reader.peekLine() ?? '';
    if (indentChars < 0) return undefined;
    const length = runLength(line, indentChars);
    if (length < 3) return undefined;
    const rest = line.slice(indentChars + length);
    const left = leadingSpaces(rest);
    const right = trailingSpaces(rest);
    const block = newBlock('fence');
    block.marker = line.charAt(indentChars);
    block.offset = indentChars;
    block.fenceLength = length;
    if (rest.length > 1 && left < rest.length - right) {
      if (block.marker === '`' && rest.includes('`')) return undefined;
      const start = reader.start - reader.padding + indentChars + length + left;
      block.info = { start, stop: reader.stop - right, padding: 0 };
    }
    return { block };
  },
  resume(state, block) {
    const { reader } = state;
    const line = reader.peekLine() ?? '';
    if (closes(block, line, reader.column())) {
      block.end = reader.stop;
      reader.advanceToEol();
      return 'close';
    }
    block.lines.push(contentLine(state, line, block.offset ?? 0));
    reader.advanceToEol();
    return 'leaf';
  },
};

/** The info string up to its first space. */
export function languageOf(info: string): string {
  const end = info.indexOf(' ');
  return end < 0 ? info : info.slice(0, end);
}
