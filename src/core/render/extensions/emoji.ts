import { isAlphaNumeric } from '../engine/chars.ts';
import { inlineNode } from '../engine/inline-node.ts';
import type { InlineParser } from '../engine/inline-parser.ts';
import { emojiCode } from './emoji-names.ts';

/** `:smile:` with `enableEmoji` (goldmark-emoji). */
export const emoji: InlineParser = {
  triggers: ':',
  parse({ reader }, line) {
    let end = 1;
    for (; end < line.length; end++) {
      const code = line.charCodeAt(end);
      if (!isAlphaNumeric(code) && code !== 95 && code !== 45 && code !== 43) break;
    }
    if (end === 1 || line.charAt(end) !== ':') return undefined;
    const name = line.slice(1, end);
    if (emojiCode(name) === undefined) return undefined;
    const node = inlineNode('emoji', reader.start, reader.start + end + 1);
    node.value = name;
    reader.advance(end + 1);
    return node;
  },
};
