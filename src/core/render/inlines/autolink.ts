import { inlineNode } from '../engine/inline-node.ts';
import type { InlineParser } from '../engine/inline-parser.ts';
import { emailEnd } from './email.ts';

const url = /^[A-Za-z][A-Za-z0-9+.-]{1,32}:[^\0-\x20<>]*/;

/** `<https://…>` and `<name@host>` (goldmark parser/auto_link.go). */
export const autolink: InlineParser = {
  triggers: '<',
  parse(state, line) {
    const { reader } = state;
    const rest = line.slice(1);
    const email = emailEnd(state, rest, reader.start + 1);
    const end = email ?? url.exec(rest)?.[0].length;
    if (end === undefined || line.charAt(end + 1) !== '>') return undefined;
    const node = inlineNode('autolink', reader.start, reader.start + end + 2);
    node.value = rest.slice(0, end);
    node.destination = node.value;
    node.markup = 'autolink';
    node.email = email !== undefined;
    reader.advance(end + 2);
    return node;
  },
};
