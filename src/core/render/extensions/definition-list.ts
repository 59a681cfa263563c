import { isBlank } from '../engine/chars.ts';
import { append, newBlock, previousSibling, remove, type Block } from '../engine/block.ts';
import type { BlockParser, BlockState } from '../engine/block-parser.ts';
import { indentOf, skipIndent } from '../engine/indent.ts';
import { trimRight } from '../engine/segment.ts';
import { unwrapParagraph } from '../blocks/list.ts';

/** `term` and below it `: description` (goldmark extension/definition_list.go). */

function startsDescription(state: BlockState): string | undefined {
  const line = state.reader.peekLine() ?? '';
  const starts = state.indentChars >= 0 && state.indentWidth === 0 && line.charAt(state.indentChars) === ':';
  return starts ? line : undefined;
}

/** Column of the description's content; undefined without a blank behind the colon. */
function contentColumn(line: string, colon: number): number | undefined {
  const { width } = indentOf(line.slice(colon + 1), colon + 1);
  if (width < 1) return undefined;
  return (width >= 8 ? 5 : width) + colon + 1;
}

export const definitionList: BlockParser = {
  triggers: ':',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state, parent) {
    if (parent.kind === 'definitions') return undefined;
    const line = startsDescription(state);
    const offset = line === undefined ? undefined : contentColumn(line, state.indentChars);
    const last = parent.children.at(-1);
    if (offset === undefined || !last) return undefined;
    const term = last.kind === 'paragraph' ? last : undefined;
    const before = term ? previousSibling(term) : last;
    if (before?.kind === 'definitions') {
      before.offset = offset;
      before.pending = term;
      return { block: before, container: true };
    }
    if (!term) return undefined;
    const block = newBlock('definitions');
    block.offset = offset;
    block.pending = term;
    return { block, container: true, afterParagraph: true };
  },
  resume({ reader }, block) {
    const line = reader.peekLine() ?? '';
    if (isBlank(line)) return 'container';
    const offset = block.offset ?? 0;
    if (indentOf(line, reader.column()).width < offset) return 'close';
    const place = skipIndent(line, reader.column(), offset) ?? { chars: -1, padding: -1 };
    reader.advanceAndPad(place.chars, place.padding);
    return 'container';
  },
};

function addTerms(source: string, list: Block, paragraph: Block): void {
  for (const line of paragraph.lines) {
    const term = newBlock('term', line.start);
    term.lines.push(trimRight(source, line));
    term.end = line.stop;
    append(list, term);
  }
  remove(paragraph);
}

export const definitionDescription: BlockParser = {
  triggers: ':',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state, parent) {
    const line = startsDescription(state);
    if (line === undefined || parent.kind !== 'definitions') return undefined;
    const { pending } = parent;
    parent.pending = undefined;
    if (pending) addTerms(state.source, parent, pending);
    const colon = state.indentChars;
    const width = (parent.offset ?? 0) - colon - 1;
    const place = skipIndent(line.slice(colon + 1), colon + 1, width) ?? { chars: -1, padding: -1 };
    state.reader.advanceAndPad(place.chars + 1, place.padding);
    return { block: newBlock('description'), container: true };
  },
  resume: () => 'container',
  close(_state, block) {
    block.tight = !block.blankBefore;
    // goldmark loses its place after the first paragraph, so the others stay.
    const first = block.children.find(child => child.kind === 'paragraph');
    if (block.tight && first) unwrapParagraph(first);
  },
};
