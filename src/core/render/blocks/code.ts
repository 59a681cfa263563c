import { isBlank } from '../engine/chars.ts';
import { newBlock } from '../engine/block.ts';
import type { BlockParser, BlockState } from '../engine/block-parser.ts';
import { skipIndent } from '../engine/indent.ts';
import type { Reader } from '../engine/reader.ts';
import { segmentText, type Segment } from '../engine/segment.ts';

/** A tab that is consumed in part stays a tab when nothing of it was indentation. */
export function keepLeadingTab(reader: Reader, segment: Segment, indent: number): Segment {
  if (segment.padding === 0) return segment;
  const column = reader.column() + indent;
  const mark = reader.mark();
  reader.seek({ ...mark, start: mark.start - 1, padding: 0 });
  const kept = column === reader.column();
  reader.seek(mark);
  return kept ? { start: segment.start - 1, stop: segment.stop, padding: 0 } : segment;
}

/** The line behind four columns of indentation; undefined when it has fewer. */
function takeLine({ reader }: BlockState): Segment | undefined {
  const place = skipIndent(reader.peekLine() ?? '', reader.column(), 4);
  if (!place) return undefined;
  reader.advanceAndPad(place.chars, place.padding);
  const segment = keepLeadingTab(reader, reader.segment(), 0);
  reader.advanceToEol();
  return segment;
}

/** A blank line in code: its first four columns are cut, a tab counted as four. */
function cutBlank(source: string, segment: Segment): Segment {
  let width = 4 - Math.min(4, segment.padding);
  const padding = segment.padding - (4 - width);
  if (width === 0) return { ...segment, padding };
  let start = segment.start;
  for (; width > 0 && start < segment.stop - 1; start++) {
    const char = source.charAt(start);
    if (char === ' ') width--;
    else if (char === '\t') width -= 4;
    else break;
  }
  return { start, stop: segment.stop, padding: width < 0 ? -width : padding };
}

/** Lines indented by four columns or more. */
export const code: BlockParser = {
  interruptsParagraph: false,
  acceptsIndent: true,
  open(state) {
    if (isBlank(state.reader.peekLine() ?? '')) return undefined;
    const line = takeLine(state);
    if (!line) return undefined;
    const block = newBlock('code');
    block.lines.push(line);
    return { block };
  },
  resume(state, block) {
    if (isBlank(state.reader.peekLine() ?? '')) {
      block.lines.push(cutBlank(state.source, state.reader.segment()));
      return 'leaf';
    }
    const line = takeLine(state);
    if (!line) return 'close';
    block.lines.push(line);
    return 'leaf';
  },
  close({ source }, block) {
    const last = block.lines.findLastIndex(line => !isBlank(segmentText(source, line)));
    block.lines.length = last + 1;
  },
};
