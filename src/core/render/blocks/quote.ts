import { newBlock } from '../engine/block.ts';
import type { BlockParser, BlockState } from '../engine/block-parser.ts';
import { indentOf, tabWidth } from '../engine/indent.ts';

/** Consumes the `>` that a line of a block quote starts with, and one column after it. */
function consumeMarker({ reader, features }: BlockState): boolean {
  const line = reader.peekLine() ?? '';
  const { width, chars } = indentOf(line, reader.column());
  if (width > 3 || line.charAt(chars) !== '>') return false;
  reader.advance(chars + 1);
  const next = line.charAt(chars + 1);
  if (next === ' ') reader.advance(1);
  else if (next === '\t') {
    const measured = tabWidth(reader.column()) - 1;
    reader.advanceAndPad(1, features.measuredTabs ? measured : 2);
  }
  return true;
}

export const quote: BlockParser = {
  triggers: '>',
  interruptsParagraph: true,
  acceptsIndent: false,
  open: state => (consumeMarker(state) ? { block: newBlock('quote'), container: true } : undefined),
  resume: state => (consumeMarker(state) ? 'container' : 'close'),
};
