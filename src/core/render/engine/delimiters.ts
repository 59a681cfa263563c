import { isPunctuationOnly, isPunctuationOrSymbol, isSpaceRune } from './chars.ts';
import { inlineNode, linkAfter, unlink, type InlineNode } from './inline-node.ts';
import type { Delimiter, InlineState } from './inline-parser.ts';

/** Delimiter runs and how they pair (CommonMark 0.31, 6.2; goldmark parser/delimiter.go). */
export interface Flanking {
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Length of the run at the position; measured once for all places in it. */
function runLength(state: InlineState, line: string): number {
  const { start } = state.reader;
  const code = line.charCodeAt(0);
  const { run } = state;
  if (run.code === code && run.start <= start && start < run.end) return run.end - start;
  let length = 1;
  while (line.charCodeAt(length) === code) length++;
  state.run = { code, start, end: start + length };
  return length;
}

/**
 * Measures the run that `line` starts with; undefined when it is shorter than `minimum`. `follower` is taken for
 * the character behind it.
 */
export function scanRun(
  state: InlineState,
  line: string,
  minimum: number,
  follower?: number,
): Flanking | undefined {
  const code = line.charCodeAt(0);
  const length = runLength(state, line);
  if (length < minimum) return undefined;
  const before = state.reader.preceding();
  const after = follower ?? line.codePointAt(length) ?? 32;
  const isPunctuation = state.document.features.symbolsArePunctuation
    ? isPunctuationOrSymbol
    : isPunctuationOnly;
  const punctBefore = isPunctuation(before);
  const spaceBefore = isSpaceRune(before);
  const punctAfter = isPunctuation(after);
  const spaceAfter = isSpaceRune(after);
  const left = !spaceAfter && (!punctAfter || spaceBefore || punctBefore);
  const right = !spaceBefore && (!punctBefore || spaceAfter || punctAfter);
  if (code !== 95) return { length, canOpen: left, canClose: right };
  return { length, canOpen: left && (!right || punctBefore), canClose: right && (!left || punctAfter) };
}

/** Takes the run at the position as a delimiter that makes the tags. */
export function pushDelimiter(
  state: InlineState,
  run: Flanking,
  tags: readonly [single: string, double: string],
): InlineNode {
  const { reader } = state;
  const node = inlineNode('delimiter', reader.start, reader.start + run.length);
  const delimiter: Delimiter = {
    node,
    char: state.source.charCodeAt(reader.start),
    canOpen: run.canOpen,
    canClose: run.canClose,
    originalLength: run.length,
    length: run.length,
    usedLeft: 0,
    usedRight: 0,
    tags,
    previous: state.lastDelimiter,
    next: undefined,
  };
  if (state.lastDelimiter) state.lastDelimiter.next = delimiter;
  else state.firstDelimiter = delimiter;
  state.lastDelimiter = delimiter;
  reader.advance(run.length);
  return node;
}

/** How many characters of both runs make a span; 0 by the rule of three. */
function consumption(opener: Delimiter, closer: Delimiter): number {
  const both = opener.canClose || closer.canOpen;
  const sum = opener.originalLength + closer.originalLength;
  if (both && sum % 3 === 0 && closer.originalLength % 3 !== 0) return 0;
  return opener.length >= 2 && closer.length >= 2 ? 2 : 1;
}

interface Found {
  readonly opener: Delimiter | undefined;
  readonly count: number;
  /** There is an opener, though the rule of three forbids it. */
  readonly maybe: boolean;
}

/** Failed searches by kind of closer: no opener of it stands at or before `floor`. */
type Failures = Map<number, { readonly floor: Delimiter | undefined; readonly maybe: boolean }>;

function findOpener(closer: Delimiter, bottom: Delimiter | undefined, failures: Failures): Found {
  const key = closer.char * 8 + (closer.canOpen ? 4 : 0) + (closer.originalLength % 3);
  const failure = failures.get(key);
  let maybe = failure?.maybe ?? false;
  for (let opener = closer.previous; opener && opener !== bottom; opener = opener.previous) {
    if (opener === failure?.floor) break;
    if (!opener.canOpen || opener.char !== closer.char) continue;
    maybe = true;
    const count = consumption(opener, closer);
    if (count > 0) return { opener, count, maybe };
  }
  failures.set(key, { floor: closer.previous, maybe });
  return { opener: undefined, count: 0, maybe };
}

/** Pairs the delimiters behind `bottom`; those that are left become text. */
export function closeDelimiters(state: InlineState, bottom: Delimiter | undefined): void {
  const failures: Failures = new Map();
  let closer = bottom ? bottom.next : state.firstDelimiter;
  while (closer) {
    if (!closer.canClose) {
      closer = closer.next;
      continue;
    }
    const { opener, count, maybe } = findOpener(closer, bottom, failures);
    if (!opener) {
      const next: Delimiter | undefined = closer.next;
      if (!maybe && !closer.canOpen) removeDelimiter(state, closer);
      closer = next;
      continue;
    }
    makeSpan({ opener, closer, count });
    for (let inner = opener.next; inner && inner !== closer;) {
      const next: Delimiter | undefined = inner.next;
      removeDelimiter(state, inner);
      inner = next;
    }
    if (opener.length === 0) removeDelimiter(state, opener);
    if (closer.length === 0) {
      const next: Delimiter | undefined = closer.next;
      removeDelimiter(state, closer);
      closer = next;
    }
  }
  for (let delimiter = state.lastDelimiter; delimiter && delimiter !== bottom;) {
    const previous: Delimiter | undefined = delimiter.previous;
    removeDelimiter(state, delimiter);
    delimiter = previous;
  }
}

function makeSpan(span: {
  readonly opener: Delimiter;
  readonly closer: Delimiter;
  readonly count: number;
}): void {
  const { opener, closer, count } = span;
  const tag = opener.tags[count - 1] ?? opener.tags[0];
  const openEnd = opener.node.start + opener.originalLength - opener.usedRight;
  const open = inlineNode('open', openEnd - count, openEnd);
  const closeStart = closer.node.start + closer.usedLeft;
  const close = inlineNode('close', closeStart, closeStart + count);
  open.value = tag;
  close.value = tag;
  opener.length -= count;
  opener.usedRight += count;
  closer.length -= count;
  closer.usedLeft += count;
  opener.node.end = opener.node.start + opener.length;
  closer.node.end = closer.node.start + closer.length;
  linkAfter(opener.node, open);
  const before = closer.node.previous;
  if (before) linkAfter(before, close);
}

/** Takes it out of the list; what is left of the run becomes text. */
function removeDelimiter(state: InlineState, delimiter: Delimiter): void {
  const { node } = delimiter;
  if (delimiter.previous) delimiter.previous.next = delimiter.next;
  else state.firstDelimiter = delimiter.next;
  if (delimiter.next) delimiter.next.previous = delimiter.previous;
  else state.lastDelimiter = delimiter.previous;
  if (delimiter.length === 0) {
    dropNode(state, node);
    return;
  }
  const start = node.start + delimiter.usedLeft;
  state.literals.push({
    char: String.fromCharCode(delimiter.char),
    start,
    end: start + delimiter.length,
    canOpen: delimiter.canOpen,
    canClose: delimiter.canClose,
  });
  node.start = start;
  node.end = start + delimiter.length;
  becomeText(state, node);
}

/** Makes a node text, or a part of the text before it that ends where it starts. */
export function becomeText(state: InlineState, node: InlineNode): void {
  const { previous } = node;
  if (previous?.kind === 'text' && previous.end === node.start && previous.lineBreak !== 'soft') {
    previous.end = node.end;
    dropNode(state, node);
  } else {
    node.kind = 'text';
  }
}

function dropNode(state: InlineState, node: InlineNode): void {
  unlink(node);
  if (state.last === node && node.previous) state.last = node.previous;
}
