import { newBlock } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { indentOf, tabWidth } from '../engine/indent.ts';
import type { Reader } from '../engine/reader.ts';

/** Consumes the `>` that a line of a block quote starts with, and one column after it. */
function consumeMarker(reader: Reader): boolean {
  const line = reader.peekLine() ?? '';
  const { width, chars } = indentOf(line, reader.column());
  if (width > 3 || line.charAt(chars) !== '>') return false;
  reader.advance(chars + 1);
  const next = line.charAt(chars + 1);
  if (next === ' ') reader.advance(1);
  else if (next === '\t') reader.advanceAndPad(1, tabWidth(reader.column()) - 1);
  return true;
}

export const quote: BlockParser = {
  triggers: '>',
  interruptsParagraph: true,
  acceptsIndent: false,
  open: ({ reader }) => (consumeMarker(reader) ? { block: newBlock('quote'), container: true } : undefined),
  resume: ({ reader }) => (consumeMarker(reader) ? 'container' : 'close'),
};
