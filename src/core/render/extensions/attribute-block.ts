import { newBlock, previousSibling, remove, setAttribute, attributeOf, type Block } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { readAttributes } from './attributes.ts';

/**
 * `{.class}` on the line below a block, with `markup.goldmark.parser.attribute.block`
 * (Hugo markup/goldmark/internal/extensions/attributes).
 */
export const attributeBlock: BlockParser = {
  triggers: '{',
  interruptsParagraph: true,
  acceptsIndent: false,
  open({ reader }) {
    const attributes = readAttributes(reader);
    if (!attributes) return undefined;
    const block = newBlock('attributes');
    for (const { name, value } of attributes) setAttribute(block, name, value);
    return { block };
  },
  resume: () => 'close',
};

/** Gives the attributes to the block before, which keeps its own; without one they are dropped. */
export function applyAttributeBlocks(blocks: readonly Block[]): void {
  const used = blocks.filter(block => {
    const before = previousSibling(block);
    return before && before.kind !== 'fence' && !block.blankBefore;
  });
  for (const block of used) {
    const before = previousSibling(block);
    for (const { name, value } of block.attributes ?? []) {
      if (before && attributeOf(before, name) === undefined) setAttribute(before, name, value);
    }
    remove(block);
  }
  for (const block of blocks) if (block.parent) remove(block);
}
