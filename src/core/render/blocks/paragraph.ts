import { isBlank } from '../engine/chars.ts';
import { newBlock, remove } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { trimLeft, trimRight } from '../engine/segment.ts';

/** What no other parser takes. */
export const paragraph: BlockParser = {
  interruptsParagraph: false,
  acceptsIndent: false,
  open({ reader }) {
    if (isBlank(reader.peekLine() ?? '')) return undefined;
    const block = newBlock('paragraph');
    block.lines.push(reader.segment());
    reader.advanceToEol();
    return { block };
  },
  resume({ reader }, block) {
    if (isBlank(reader.peekLine() ?? '')) return 'close';
    block.lines.push(reader.segment());
    reader.advanceToEol();
    return 'leaf';
  },
  close({ source }, block) {
    block.lines = block.lines.map(line => trimLeft(source, line));
    const last = block.lines.pop();
    if (last) block.lines.push(trimRight(source, last));
    else remove(block);
  },
};
