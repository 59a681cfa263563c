import { renderBody } from '../render/index.ts';
import type { MarkupOptions } from '../render/options.ts';
import type { RenderContext, RenderedBlock, RenderedBody } from '../render/render.ts';
import { changeBetween, lineStartsOf } from './change.ts';
import type { Change } from './change.ts';

/** A body and its blocks. */
export interface RenderedSource {
  readonly source: string;
  readonly options: MarkupOptions;
  readonly body: RenderedBody;
}

/**
 * The body after an edit, rendered only around what has changed where that is certain to come to the same as rendering
 * all of it; `undefined` where it is not. Goldmark reads blocks from top to bottom: what stands before the edit stays,
 * and what comes after it does, too, once a block starts where one has started before. What acts over the whole body is
 * left to a full rendering: definitions of links, footnotes, ids of headings, quotation marks, fences, shortcodes.
 */
export function renderAround(
  last: RenderedSource,
  source: string,
  context: RenderContext,
): RenderedBody | undefined {
  if (last.source === source) return last.body;
  if (FAR.test(source) || FAR.test(last.source)) return undefined;
  const blocks = renderPlace(last, source, context);
  return blocks && { ...last.body, blocks };
}

/** What makes one place depend on others anywhere in the body; and definition lists, whose terms are in no block's lines. */
const FAR = /\{\{%|^[ >\t]*\[[^\]\n]*\]:|\[\^|<!--\s*more|^[ >\t]*:[ \t]/m;

/** What counts over the whole body, or reaches out of its block. */
const COUNTED = /["`~{#]|(?<![\p{L}\d])'|'(?!\p{L})|^[ >\t]*(?:=+|-+)[ \t]*$|<h[1-6]|\{\{/mu;

/** The stretch that is rendered again: from the block before the edit to the one after it, where there are such. */
interface Place {
  /** Blocks that are known to stay, at both ends of the stretch. */
  readonly head: RenderedBlock | undefined;
  readonly tail: RenderedBlock | undefined;
  /** Indices of the blocks in between. */
  readonly first: number;
  readonly behind: number;
  /** Lines of the earlier source. */
  readonly from: number;
  readonly until: number;
}

function placeOf(
  { body: { blocks } }: RenderedSource,
  startOf: (line: number) => number,
  { start, oldEnd }: Change,
): Place | undefined {
  const touched = blocks.findIndex(({ endLine }) => startOf(endLine) >= start);
  if (touched === -1) return undefined;
  const after = blocks.findIndex(({ startLine }) => startOf(startLine) > oldEnd);
  const head = blocks[touched - 1];
  const next = after === -1 ? undefined : blocks[after + 1];
  const tail = next && blocks[after];
  return {
    head,
    tail,
    first: touched,
    behind: tail ? after : blocks.length,
    from: head?.startLine ?? 0,
    until: next?.startLine ?? Infinity,
  };
}

function renderPlace(
  last: RenderedSource,
  source: string,
  context: RenderContext,
): readonly RenderedBlock[] | undefined {
  const change = changeBetween(last.source, source);
  const starts = lineStartsOf(last.source);
  const startOf = (line: number): number => starts[line] ?? last.source.length;
  const place = placeOf(last, startOf, change);
  if (!place) return undefined;
  const { head, tail, from, until } = place;
  const shift = change.newEnd - change.oldEnd;
  const part = (start: number, end: number): readonly [old: string, now: string] => [
    last.source.slice(startOf(start), startOf(end)),
    source.slice(startOf(start), startOf(end) + shift),
  ];
  if (part(head?.endLine ?? 0, tail?.startLine ?? Infinity).some(text => COUNTED.test(text)))
    return undefined;
  const [old, now] = part(from, until);
  const lines = lineStartsOf(now).length - lineStartsOf(old).length;
  const made = renderBody(now, last.options, context).blocks.map(block => moved(block, from));
  if (!meets(made, place, lines)) return undefined;
  return spliced(last.body.blocks, made, { place, lines });
}

/** The old blocks with the new ones between those that stay. */
function spliced(
  blocks: readonly RenderedBlock[],
  made: readonly RenderedBlock[],
  { place: { head, tail, first, behind }, lines }: { readonly place: Place; readonly lines: number },
): readonly RenderedBlock[] {
  const rest = blocks.slice(behind);
  return [
    ...blocks.slice(0, first),
    ...made.slice(head ? 1 : 0, tail ? -1 : undefined),
    ...(lines === 0 ? rest : rest.map(block => moved(block, lines))),
  ];
}

/** Whether both readings are at the start of the same block before the edit and after it. */
function meets(made: readonly RenderedBlock[], { head, tail }: Place, lines: number): boolean {
  const [first, last] = [made[0], made.at(-1)];
  if (head && (first?.startLine !== head.startLine || first.endLine !== head.endLine)) return false;
  if (tail && last?.startLine !== tail.startLine + lines) return false;
  return made.length >= (head && tail ? 2 : 1);
}

const moved = (block: RenderedBlock, lines: number): RenderedBlock => ({
  ...block,
  startLine: block.startLine + lines,
  endLine: block.endLine + lines,
});
