import type { Paragraph, PhrasingContent } from 'mdast';

type Mark = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;

const isMark = (node: PhrasingContent | undefined): node is Mark =>
  node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';

/** Words with a mark hold text alone: see `marked`. */
const wordsOf = (mark: Mark): string =>
  mark.children.map(child => (child.type === 'text' ? child.value : '')).join('');

/**
 * Marks that open and close as CommonMark wants it (6.2, delimiter runs): blanks never stand inside at the edges,
 * punctuation only where none but blanks or punctuation is outside. What stands in the way moves out.
 */
export function fitMarks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = joinText(joinMarks(nodes));
  const fitted: PhrasingContent[] = [];
  for (const [index, node] of joined.entries()) {
    if (isMark(node)) fitted.push(...fit(node, lastOf(fitted.at(-1)), firstOf(joined[index + 1])));
    else if (node.type === 'link') fitted.push({ ...node, children: fitMarks(node.children) });
    else if (isTakenForMail(node, fitted.at(-1))) fitted.push({ type: 'text', value: node.value });
    else fitted.push(node);
  }
  return joinText(fitted);
}

/** Hugo links mail addresses in the text, ticks of code included: `a` and then code that starts with `@`. */
const isTakenForMail = (
  node: PhrasingContent,
  before: PhrasingContent | undefined,
): node is Extract<PhrasingContent, { type: 'inlineCode' }> =>
  node.type === 'inlineCode' && node.value.startsWith('@') && /^[!-~]/.test(lastOf(before));

/** Equal marks beside each other, or with blanks between, are one. */
function joinMarks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const [before, last] = [joined.at(-2), joined.at(-1)];
    if (isMark(node) && last?.type === node.type) {
      joined.splice(-1, 1, withWords(node, wordsOf(last) + wordsOf(node)));
    } else if (isMark(node) && isBlank(last) && before?.type === node.type) {
      joined.splice(-2, 2, withWords(node, wordsOf(before) + last.value + wordsOf(node)));
    } else joined.push(node);
  }
  return joined;
}

const isBlank = (node: PhrasingContent | undefined): node is Extract<PhrasingContent, { type: 'text' }> =>
  node?.type === 'text' && node.value.trim() === '';

const withWords = (mark: Mark, value: string): Mark => ({ ...mark, children: [{ type: 'text', value }] });

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
    // The ticks of two that touch would be one mark.
    else if (node.type === 'inlineCode' && last?.type === 'inlineCode')
      joined.splice(-1, 1, { type: 'inlineCode', value: last.value + node.value });
    else if (node.type !== 'text' || node.value !== '') joined.push(node);
  }
  return joined;
}

/** Addresses in bold become links that run on into the asterisks; references lose their semicolon to what is outside. */
const UNFIT = /:\/\/|www\.|@|&#?\w+;/;

/** @param before the character before the mark, `''` at the start; `after` likewise */
function fit(mark: Mark, before: string, after: string): PhrasingContent[] {
  const words = Array.from(wordsOf(mark));
  const [start, end] = withoutPair(words, innerOf(words, before, after));
  const value = words.slice(start, end).join('');
  // Other marks that touch, and tildes, which goldmark's strikethrough looks at even if they are escaped.
  const edges = [words[start - 1] ?? before, words[start], words[end - 1], words[end] ?? after];
  const isInNumber = /^\d\d/.test(edges.slice(0, 2).join('')) || /\d\d$/.test(edges.slice(2).join(''));
  const touches = isInNumber || edges.some(edge => /[*~@]/.test(edge ?? ''));
  if (start === end || touches || UNFIT.test(words.join(''))) return textOf(words);
  return [...textOf(words.slice(0, start)), withWords(mark, value), ...textOf(words.slice(end))];
}

const textOf = (part: readonly string[]): PhrasingContent[] =>
  part.length > 0 ? [{ type: 'text', value: part.join('') }] : [];

type Span = readonly [start: number, end: number];

function innerOf(words: readonly string[], before: string, after: string): Span {
  let [start, end] = [0, words.length];
  while (start < end && isInTheWay(words[start] ?? '', words[start - 1] ?? before)) start++;
  while (start < end && isInTheWay(words[end - 1] ?? '', words[end] ?? after)) end--;
  return [start, end];
}

const PAIRS = new Set(['“”', '‘’', '（）', '()', '《》', '「」', '『』', '【】', '""', "''"]);

/** Of a pair around the words none stays inside alone. */
function withoutPair(words: readonly string[], [start, end]: Span): Span {
  const isPair = (from: number, to: number): boolean => PAIRS.has(`${words[from] ?? ''}${words[to] ?? ''}`);
  if (start > 0 && end - start > 1 && isPair(start - 1, end - 1)) return [start, end - 1];
  return end < words.length && end - start > 1 && isPair(start, end) ? [start + 1, end] : [start, end];
}

const isInTheWay = (edge: string, outside: string): boolean =>
  /[\s\u3000]/.test(edge) ||
  (/[\p{P}\p{S}]/u.test(edge) && outside !== '' && !/[\s\u3000]|[!-/:-@[-`{-~]|\p{P}/u.test(outside));

/** The character that a node is written to end with. */
function lastOf(node: PhrasingContent | undefined): string {
  if (!node || node.type === 'break') return '';
  if (node.type === 'text') return Array.from(node.value).at(-1) ?? '';
  return isMark(node) ? '*' : ')';
}

/** The character that a node is written to start with. */
function firstOf(node: PhrasingContent | undefined): string {
  if (!node || node.type === 'break') return '';
  if (node.type === 'text') return Array.from(node.value)[0] ?? '';
  if (isMark(node)) return firstOf(node.children[0]);
  return node.type === 'inlineCode' && node.value.startsWith('@') ? '@' : '[';
}

/** The words of a line without blanks around them. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const made = [...nodes];
  const [first] = made;
  if (first?.type === 'text') made[0] = { type: 'text', value: first.value.replace(/^[\s\u3000]+/, '') };
  const last = made.at(-1);
  if (last?.type === 'text') made[made.length - 1] = { type: 'text', value: last.value.trimEnd() };
  const isEmpty = (node: PhrasingContent | undefined): boolean => node?.type === 'text' && node.value === '';
  if (made.length > 0 && isEmpty(made[0])) return trimmed(made.slice(1));
  return made.length > 0 && isEmpty(made.at(-1)) ? trimmed(made.slice(0, -1)) : made;
}

/** A paragraph for each line. */
export function linesOf({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines
    .map(line => trimmed(fitMarks(trimmed(line))))
    .filter(line => line.length > 0)
    .map(line => ({ type: 'paragraph', children: line }));
}
