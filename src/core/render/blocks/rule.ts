import { isSpace } from '../engine/chars.ts';
import { newBlock } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { indentOf } from '../engine/indent.ts';

/** Three or more of one of `*`, `-`, `_` and nothing else but spaces. */
export function isRule(line: string, column: number): boolean {
  const { width, chars } = indentOf(line, column);
  if (width > 3) return false;
  const marker = line.charAt(chars);
  if (!'*-_'.includes(marker)) return false;
  let count = 0;
  for (let i = chars; i < line.length; i++) {
    if (isSpace(line.charCodeAt(i))) continue;
    if (line.charAt(i) !== marker) return false;
    count++;
  }
  return count > 2;
}

export const rule: BlockParser = {
  triggers: '-*_',
  interruptsParagraph: true,
  acceptsIndent: false,
  open({ reader }) {
    if (!isRule(reader.peekLine() ?? '', reader.column())) return undefined;
    reader.advanceToEol();
    return { block: newBlock('rule') };
  },
  resume: () => 'close',
};
