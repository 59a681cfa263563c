import { byteLength, isBlank, isPunct, isSpace } from '../engine/chars.ts';
import { insertBefore, newBlock, remove } from '../engine/block.ts';
import type { ParagraphTransform, Reference } from '../engine/block-parser.ts';
import { foldCase } from '../engine/fold-case.ts';
import { indentOf } from '../engine/indent.ts';
import { Reader } from '../engine/reader.ts';

/** The key that references are found by (CommonMark: case-folded, white space collapsed). */
export function referenceKey(label: string): string {
  return foldCase(label.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')).replace(/[ \t\r\n]+/g, ' ');
}

/** Labels longer than this many bytes are none. */
export const MAX_LABEL = 999;

export function isTooLong(label: string): boolean {
  return label.length > MAX_LABEL || (label.length * 3 > MAX_LABEL && byteLength(label) > MAX_LABEL);
}

/** A link destination, as written; the position goes behind it. `plainEnd` finds the end of one without `<>`. */
export function readDestination(reader: Reader, plainEnd = destinationEnd): string | undefined {
  reader.skipSpaces();
  const line = reader.peekLine() ?? '';
  if (line.startsWith('<')) {
    for (let i = 1; i < line.length; i++) {
      const code = line.charCodeAt(i);
      if (code === 92 && isPunct(line.charCodeAt(i + 1))) i++;
      else if (code === 62) {
        reader.advance(i + 1);
        return line.slice(1, i);
      }
    }
    return undefined;
  }
  const end = plainEnd(line);
  reader.advance(end);
  return end > 0 ? line.slice(0, end) : undefined;
}

function destinationEnd(line: string): number {
  let depth = 0;
  let i = 0;
  for (; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 92 && isPunct(line.charCodeAt(i + 1))) i++;
    else if (code === 40) depth++;
    else if (code === 41) {
      depth--;
      if (depth < 0) break;
    } else if (isSpace(code)) break;
  }
  return Math.min(i, line.length);
}

const closers: Readonly<Record<number, number>> = { 34: 34, 39: 39, 40: 41 };

/** The closing character of a title that starts with this one. */
export function titleCloser(opener: number): number | undefined {
  return closers[opener];
}

interface Definition extends Reference {
  /** Lines of the paragraph that it takes. */
  readonly from: number;
  readonly to: number;
}

/** Link reference definitions at the start of a paragraph (goldmark parser/link_ref.go). */
export const references: ParagraphTransform = (state, paragraph) => {
  if (
    !paragraph.lines.some(line => state.source.charAt(line.start + blanks(state.source, line.start)) === '[')
  )
    return;
  const reader = new Reader(state.source, paragraph.lines);
  const lines = paragraph.lines;
  let taken = 0;
  for (let found = readDefinition(reader); found; found = readDefinition(reader)) {
    const key = referenceKey(found.label);
    if (!state.references.has(key)) state.references.set(key, found);
    const to = Math.max(found.to, found.from + 1);
    const block = newBlock('reference', lines[found.from]?.start ?? paragraph.start);
    block.end = lines[to - 1]?.stop ?? paragraph.end;
    // Older goldmarks left one block, and that only where nothing else is left of the paragraph.
    const keepsAll = state.features.referenceBlocks;
    if (found.from === 0 || !keepsAll) block.blankBefore = paragraph.blankBefore;
    if (keepsAll || to >= lines.length) insertBefore(paragraph, block);
    taken = to;
  }
  if (taken === 0) return;
  paragraph.lines = lines.slice(taken);
  paragraph.start = paragraph.lines[0]?.start ?? paragraph.start;
  if (paragraph.lines.length === 0) remove(paragraph);
};

function blanks(source: string, start: number): number {
  let i = start;
  while (isSpace(source.charCodeAt(i))) i++;
  return i - start;
}

function readLabel(reader: Reader): string | undefined {
  reader.skipSpaces();
  const line = reader.peekLine();
  if (line === undefined) return undefined;
  const { width, chars } = indentOf(line, 0);
  if (width > 3 || line.charAt(chars) !== '[') return undefined;
  reader.advance(chars + 1);
  const label = reader.until(91, 93);
  if (label === undefined || isBlank(label) || reader.peek() !== 58) return undefined;
  reader.advance(1);
  return label;
}

function readDefinition(reader: Reader): Definition | undefined {
  reader.skipSpaces();
  const from = reader.line;
  const label = readLabel(reader);
  if (label === undefined) return undefined;
  reader.skipSpaces();
  const destination = readDestination(reader);
  if (destination === undefined) return undefined;
  const atLineEnd = isBlank(reader.peekLine() ?? '');
  const line = reader.line;
  const spaces = reader.skipSpaces();
  const opener = reader.peek();
  const closer = titleCloser(opener);
  const bare: Definition = { label, destination, title: undefined, from, to: line + 1 };
  if (closer === undefined) return atLineEnd ? bare : undefined;
  if (spaces === 0) return undefined;
  reader.advance(1);
  const title = reader.until(opener, closer);
  if (title === undefined) {
    if (!atLineEnd) return undefined;
    reader.advanceLine();
    return bare;
  }
  if (!isBlank(reader.peekLine() ?? '')) return atLineEnd ? { ...bare, title, to: line } : undefined;
  return { label, destination, title, from, to: reader.line + 1 };
}
