import { byteLength, isBlank } from '../engine/chars.ts';
import type { Reference } from '../engine/block-parser.ts';
import { becomeText, closeDelimiters } from '../engine/delimiters.ts';
import { inlineNode, type InlineNode } from '../engine/inline-node.ts';
import type { Bracket, InlineParser, InlineState } from '../engine/inline-parser.ts';
import { MAX_LABEL, isTooLong, readDestination, referenceKey, titleCloser } from '../blocks/reference.ts';
import { destinationEnds } from './destination-end.ts';

/** Links and images (goldmark parser/link.go). */
interface Target {
  readonly destination: string;
  readonly title: string | undefined;
}

function openBracket(state: InlineState, image: boolean): InlineNode {
  const { reader } = state;
  const length = image ? 2 : 1;
  const node = inlineNode('bracket', reader.start, reader.start + length);
  const bottom = state.lastDelimiter;
  state.brackets.push({ node, image, bottom, linksBefore: state.links });
  state.onlyBottom = bottom;
  reader.advance(length);
  return node;
}

function byLabel(state: InlineState, label: string): Reference | undefined {
  return isTooLong(label) ? undefined : state.document.references.get(referenceKey(label));
}

/** `(destination "title")` at the position. */
function readInline(state: InlineState): Target | undefined {
  const { reader } = state;
  reader.advance(1);
  reader.skipSpaces();
  if (reader.peek() === 41) {
    reader.advance(1);
    return { destination: '', title: undefined };
  }
  const destination = readDestination(reader, destinationEnds(state));
  if (destination === undefined) return undefined;
  reader.skipSpaces();
  const title = reader.peek() === 41 ? undefined : readTitle(state);
  if (title === false) return undefined;
  reader.skipSpaces();
  if (reader.peek() !== 41) return undefined;
  reader.advance(1);
  return { destination, title };
}

function readTitle({ reader }: InlineState): string | false {
  const opener = reader.peek();
  const closer = titleCloser(opener);
  if (closer === undefined) return false;
  reader.advance(1);
  return reader.until(opener, closer) ?? false;
}

/** `[label]` at the position; `none` when a label is there that refers to nothing. */
function readReference(
  state: InlineState,
  content: { start: number; end: number },
): Target | 'none' | undefined {
  const { reader } = state;
  reader.advance(1);
  const label = reader.until(91, 93);
  if (label === undefined) return undefined;
  const wanted = isBlank(label) ? reader.textBetween(content.start, content.end) : label;
  return byLabel(state, wanted) ?? 'none';
}

/** The distance in bytes from the first open bracket to the last one, this one left out, is limited. */
function spansTooMuch(state: InlineState): boolean {
  const first = state.brackets[0]?.node;
  const last = state.brackets.at(-1)?.node;
  if (!first || !last || last.end - first.start <= (MAX_LABEL - 1) / 3) return false;
  return (
    byteLength(state.source.slice(first.start, Math.min(last.end, first.start + MAX_LABEL))) >= MAX_LABEL
  );
}

function targetOf(state: InlineState, bracket: Bracket, close: number): Target | undefined {
  const { reader } = state;
  const mark = reader.mark();
  const content = { start: bracket.node.end, end: close };
  const next = reader.peek();
  if (next === 40) {
    const inline = readInline(state);
    if (inline) return inline;
  } else if (next === 91) {
    const reference = readReference(state, content);
    if (reference === 'none') return undefined;
    if (reference) return reference;
  }
  reader.seek(mark);
  return byLabel(state, reader.textBetween(content.start, content.end));
}

function makeLink(state: InlineState, bracket: Bracket, target: Target): InlineNode {
  const bottom = state.document.features.nestedBottoms ? bracket.bottom : state.onlyBottom;
  state.onlyBottom = undefined;
  closeDelimiters(state, bottom);
  const { node } = bracket;
  node.kind = bracket.image ? 'imageOpen' : 'open';
  node.value = bracket.image ? 'img' : 'a';
  node.destination = target.destination;
  node.title = target.title;
  if (!bracket.image) state.links++;
  return node;
}

function closeBracket(state: InlineState): InlineNode | undefined {
  const { reader } = state;
  const bracket = state.brackets.pop();
  if (!bracket) return undefined;
  const start = reader.start;
  reader.advance(1);
  const holdsLink = !bracket.image && state.links > bracket.linksBefore;
  const target = spansTooMuch(state) || holdsLink ? undefined : targetOf(state, bracket, start);
  if (!target) {
    becomeText(state, bracket.node);
    return undefined;
  }
  const open = makeLink(state, bracket, target);
  const close = inlineNode(bracket.image ? 'imageClose' : 'close', start, reader.start);
  close.value = open.value;
  return close;
}

export const link: InlineParser = {
  triggers: '![]',
  parse(state, line) {
    if (line.startsWith('![')) return openBracket(state, true);
    if (line.startsWith('[')) return openBracket(state, false);
    return line.startsWith(']') ? closeBracket(state) : undefined;
  },
};

/** Brackets that are open at the end of the block are text of their own. */
export function finishBrackets(state: InlineState): void {
  for (const { node } of state.brackets) node.kind = 'text';
}
