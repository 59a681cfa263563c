import { inlineNode } from '../engine/inline-node.ts';
import type { InlineParser } from '../engine/inline-parser.ts';

/** `[ ]` or `[x]` at the start of a list item (goldmark extension/tasklist.go). */
export const taskList: InlineParser = {
  triggers: '[',
  parse(state, line) {
    const { block, reader } = state;
    const { parent } = block;
    if (parent?.kind !== 'item' || parent.children[0] !== block) return undefined;
    if (state.last.kind !== 'start' && state.document.features.leadingTaskOnly) return undefined;
    const match = /^\[([\t\n\f\r xX])\][\t\n\f\r ]*/.exec(line);
    if (!match) return undefined;
    const node = inlineNode('task', reader.start, reader.start + 3);
    node.flag = match[1] === 'x' || match[1] === 'X';
    reader.advance(match[0].length);
    return node;
  },
};
