import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import { insert, replace } from './apply.ts';
import { dashBefore } from './box.ts';
import { indentAt, indentOfLine, lineEnd, lineStart } from './lines.ts';
import type { Place } from './place.ts';
import type { Draft } from './value.ts';
import { blockLines, compact, flowItem, inline, isBlock } from './write.ts';
import type { Pen } from './write.ts';

/** The ways to put another value where one stands, whatever the two are; the best first. */
export function* rewrites(article: Article, place: Place, draft: Draft, pen: Pen): Generator<TextEdit[]> {
  const parent = place.steps.at(-1)?.container;
  if (!parent) return;
  const { node } = place;
  if (parent.style === 'flow' || !pen.dialect.hasBlocks) {
    const indent = indentOfLine(article, node.range.start);
    const written =
      pen.dialect.hasBlocks || draft.kind === 'map' || draft.kind === 'list'
        ? flowItem(pen, draft, indent)
        : inline(pen, draft, indent);
    yield [inPlace(article, node, node.range.end, written)];
    return;
  }
  yield* blockRewrites(article, place, draft, pen);
}

/** `written` instead of a value up to `end`; one that was nothing at all comes right behind its colon or dash. */
function inPlace({ text }: Article, { range }: Node, end: number, written: string): TextEdit {
  if (range.start !== range.end) return replace(range.start, end, written);
  const blanks = /[ \t]*$/.exec(text.slice(0, range.start))?.[0].length ?? 0;
  return insert(range.start - blanks, ` ${written}`);
}

function* blockRewrites(article: Article, place: Place, draft: Draft, pen: Pen): Generator<TextEdit[]> {
  const { text } = article;
  const { node } = place;
  const head = headOf(article, place);
  if (head === undefined) return;
  const indent = indentAt(article, place.entry ? place.entry.key.range.start : head - 1);
  const onKeyLine = lineStart(article, node.range.start) <= head;
  const end = endOf(article, node);
  if (!isBlock(pen, draft)) {
    const written = inline(pen, draft, indent);
    if (onKeyLine) yield [inPlace(article, node, end, written + headerComment(article, node))];
    else if (node.style === 'block')
      yield [insert(head, ` ${written}`), replace(lineEnd(text, head), lineEnd(text, end), '')];
    else yield [replace(node.range.start, end, written)];
  } else if (!place.entry) {
    const inner = node.range.start < end && onKeyLine ? indentAt(article, node.range.start) : `${indent}  `;
    yield [inPlace(article, node, end, compact(pen, draft, inner))];
  } else if (onKeyLine) {
    const lines = pen.lineEnding + blockLines(pen, draft, indent);
    if (node.style === 'literal' || node.style === 'folded')
      yield [replace(head, end, headerComment(article, node) + lines)];
    else if (end <= head) yield [insert(lineEnd(text, head), lines)];
    else
      yield [...(node.range.start < end ? [replace(head, end, '')] : []), insert(lineEnd(text, end), lines)];
  } else {
    yield [replace(lineEnd(text, head), lineEnd(text, end), pen.lineEnding + blockLines(pen, draft, indent))];
  }
}

/** The offset behind the colon or the dash that a value belongs to. */
function headOf(article: Article, { node, entry, steps }: Place): number | undefined {
  const { text } = article;
  if (entry) {
    const colon = /^\s*:/.exec(
      text.slice(entry.key.range.end, Math.max(node.range.start, entry.key.range.end)),
    );
    return colon ? entry.key.range.end + colon[0].length : undefined;
  }
  const step = steps.at(-1);
  if (step?.container.kind !== 'list') return undefined;
  const from = step.container.items[step.index - 1]?.range.end ?? step.container.range.start;
  return dashBefore(article, from, node.range.start) + 1;
}

/** The end of what a value says: a block scalar's blank lines and line end behind it are left, and blanks. */
function endOf({ text }: Article, { range }: Node): number {
  const said = text.slice(range.start, range.end);
  return range.start + said.trimEnd().length;
}

/** The comment behind `|` or `>`, with the blanks in front of it. */
function headerComment({ text }: Article, { style, range }: Node): string {
  if (style !== 'literal' && style !== 'folded') return '';
  return /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(text.slice(range.start, range.end))?.[1] ?? '';
}
