import { isBlank, isPunct } from '../engine/chars.ts';
import { append, insertBefore, newBlock, remove, type Block } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { skipIndent } from '../engine/indent.ts';
import { inlineNode, linkAfter, nodesOf, type InlineNode } from '../engine/inline-node.ts';
import { appendNode, type DocumentState, type InlineParser } from '../engine/inline-parser.ts';

/** `[^label]` and `[^label]: note` (goldmark extension/footnote.go). */

/** Length of the text before an unescaped `]`; undefined when there is none or a `[` comes first. */
function labelLength(text: string): number | undefined {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92 && isPunct(text.charCodeAt(i + 1))) i++;
    else if (code === 93) return i;
    else if (code === 91) return undefined;
  }
  return undefined;
}

export const footnoteDefinition: BlockParser = {
  triggers: '[',
  interruptsParagraph: true,
  acceptsIndent: false,
  open({ reader, indentChars }) {
    const line = reader.peekLine() ?? '';
    if (indentChars < 0 || !line.startsWith('[^', indentChars)) return undefined;
    const rest = line.slice(indentChars + 2);
    const length = labelLength(rest);
    if (length === undefined || rest.charAt(length + 1) !== ':') return undefined;
    const label = rest.slice(0, length);
    if (isBlank(label)) return undefined;
    const block = newBlock('footnote');
    block.label = label;
    const end = indentChars + 2 + length + 2 - reader.padding;
    if (end >= line.length) {
      reader.advance(end);
      return { block };
    }
    reader.advanceAndPad(end, reader.padding);
    return { block, container: true };
  },
  resume({ reader }) {
    const line = reader.peekLine() ?? '';
    if (isBlank(line)) return 'container';
    const place = skipIndent(line, reader.column(), 4);
    if (!place) return 'close';
    reader.advanceAndPad(place.chars, place.padding);
    return 'container';
  },
  close(state, block) {
    if (!state.footnotes) {
      state.footnotes = newBlock('footnotes', block.start);
      insertBefore(block, state.footnotes);
    }
    remove(block);
    append(state.footnotes, block);
  },
};

export const footnoteReference: InlineParser = {
  triggers: '![',
  parse(state, line) {
    const open = line.startsWith('!') ? 2 : 1;
    if (line.charAt(open) !== '^' || !state.document.footnotes) return undefined;
    const length = labelLength(line.slice(open + 1));
    if (length === undefined) return undefined;
    const note = state.document.notesByLabel.get(line.slice(open + 1, open + 1 + length));
    if (!note) return undefined;
    note.number ??= ++state.document.noteCount;
    const { reader } = state;
    const start = reader.start;
    const end = open + 1 + length + 1;
    if (open === 2) appendNode(state, inlineNode('text', start, start + 1));
    const node = inlineNode('footnote', start + open - 1, start + end);
    note.references = (note.references ?? 0) + 1;
    node.note = { number: note.number, reference: note.references - 1 };
    reader.advance(end);
    return node;
  },
};

/** Labels and notes; the first definition of a label counts. */
export function notesOf(footnotes: Block | undefined): Map<string, Block> {
  const notes = new Map<string, Block>();
  for (const note of footnotes?.children ?? []) {
    const label = note.label ?? '';
    if (!notes.has(label)) notes.set(label, note);
  }
  return notes;
}

function lastNode(block: Block): InlineNode {
  block.inlines ??= inlineNode('start', block.end, block.end);
  let last = block.inlines;
  for (const node of nodesOf(block.inlines)) last = node;
  return last;
}

/** Moves the notes that are referred to to the end, in order of their numbers, with links back. */
export function finishFootnotes(root: Block, document: DocumentState): void {
  const { footnotes } = document;
  if (!footnotes) return;
  const used = footnotes.children.filter(note => note.number !== undefined);
  // Links first: a note may hold the notes itself, and then its last paragraph is not its last block.
  for (const note of used) addBacklinks(note);
  remove(footnotes);
  if (document.noteCount === 0) return;
  footnotes.children = used.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  footnotes.start = Math.min(...footnotes.children.map(({ start }) => start));
  footnotes.end = Math.max(...footnotes.children.map(({ end }) => end));
  append(root, footnotes);
}

function addBacklinks(note: Block): void {
  const lastChild = note.children.at(-1);
  let place = lastNode(lastChild?.kind === 'paragraph' ? lastChild : note);
  for (let reference = 0; reference < (note.references ?? 0); reference++) {
    const node = inlineNode('backlink', note.end, note.end);
    node.note = { number: note.number ?? 0, reference, references: note.references ?? 0 };
    linkAfter(place, node);
    place = node;
  }
}
