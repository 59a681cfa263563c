import { trailingSpaces } from '../engine/chars.ts';
import { insertAfter, newBlock, nextSibling, remove, type Block } from '../engine/block.ts';
import { innermost, type BlockParser, type BlockState } from '../engine/block-parser.ts';
import { trimLeft } from '../engine/segment.ts';
import { takeTrailingAttributes } from '../extensions/attributes.ts';

/** `=` or `-` when the line is an underline of a heading. */
export function headingBar(line: string): '=' | '-' | undefined {
  const bar = /^ {0,3}(=+|-+)$/.exec(line.slice(0, line.length - trailingSpaces(line)))?.[1];
  if (bar === undefined) return undefined;
  return bar.startsWith('=') ? '=' : '-';
}

/** A paragraph that is underlined with `=` or `-`. */
export function setextHeading(attributes: boolean): BlockParser {
  return { ...setext, close: (state, block) => closeHeading(state, block, attributes) };
}

const setext: BlockParser = {
  triggers: '-=',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state, parent) {
    const last = innermost(state);
    if (last?.kind !== 'paragraph' || last.parent !== parent) return undefined;
    const bar = headingBar(state.reader.peekLine() ?? '');
    if (!bar) return undefined;
    const block = newBlock('heading');
    block.level = bar === '=' ? 1 : 2;
    block.lines.push(state.reader.segment());
    state.headingText = last;
    return { block, afterParagraph: true };
  },
  resume: () => 'close',
};

function closeHeading(state: BlockState, block: Block, attributes: boolean): void {
  const text = state.headingText;
  state.headingText = undefined;
  if (!text) return;
  if (text.lines.length === 0) {
    becomeText(state.source, block);
    return;
  }
  block.start = text.start;
  block.lines = text.lines;
  block.blankBefore = text.blankBefore;
  if (text.parent) remove(text);
  const last = block.lines.at(-1);
  if (attributes && last) block.lines.splice(-1, 1, takeTrailingAttributes(state.source, last, block));
}

/** All of the text was link references: the underline is text. */
function becomeText(source: string, block: Block): void {
  const bar = block.lines.map(line => trimLeft(source, line));
  const next = nextSibling(block);
  if (next?.kind === 'paragraph') {
    next.lines.unshift(...bar);
  } else {
    const paragraph = newBlock('paragraph', block.start);
    paragraph.lines = bar;
    paragraph.end = block.end;
    insertAfter(block, paragraph);
  }
  remove(block);
}
