/** Where a block stands in the source. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Lines of the source against heights on the page. A height is in CSS pixels from the top of the page. */
export interface Layout<B extends Lines = Lines> {
  readonly blocks: readonly B[];
  /** Of a block, or `undefined` if nothing of it is to be seen. */
  readonly rectOf: (block: B) => { readonly top: number; readonly bottom: number } | undefined;
  readonly bodyLine: number;
  readonly lineCount: number;
  /** Where the body starts, and where the page ends. */
  readonly top: number;
  readonly bottom: number;
}

/** The height at which a line stands, between the lines of a block in proportion. */
export function heightOf<B extends Lines>(line: number, layout: Layout<B>): number {
  const { before, after } = around(layout, anchor => anchor.line <= line);
  return between(line, [before.line, after.line], [before.y, after.y]);
}

/** The line, with its fraction, that stands at a height. */
export function lineAt<B extends Lines>(y: number, layout: Layout<B>): number {
  const { before, after } = around(layout, anchor => anchor.y <= y);
  return between(y, [before.y, after.y], [before.line, after.line]);
}

interface Anchor {
  readonly line: number;
  readonly y: number;
}

/** The last anchor that is not behind what is looked for, and the one after it. */
function around<B extends Lines>(
  layout: Layout<B>,
  isBefore: (anchor: Anchor) => boolean,
): { before: Anchor; after: Anchor } {
  const { blocks, bodyLine, lineCount, top, bottom } = layout;
  const start = { line: 0, y: 0 };
  const body = { line: bodyLine, y: top };
  const end = { line: lineCount, y: bottom };
  if (!isBefore(body)) return { before: start, after: body };
  let low = -1;
  for (let high = blocks.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    const seen = seenFrom(layout, middle, -1);
    if (seen === undefined || isBefore(startOf(seen))) low = middle;
    else high = middle - 1;
  }
  const current = low === -1 ? undefined : seenFrom(layout, low, -1);
  const next = seenFrom(layout, low + 1, 1);
  const after = next ? startOf(next) : end;
  if (!current) return { before: body, after };
  const last = { line: Math.min(current.block.end, after.line), y: current.bottom };
  return isBefore(last) ? { before: last, after } : { before: startOf(current), after: last };
}

interface Seen {
  readonly block: Lines;
  readonly top: number;
  readonly bottom: number;
}

const startOf = ({ block, top }: Seen): Anchor => ({ line: block.start, y: top });

/** The first block from `index` on, forwards or backwards, that is to be seen. */
function seenFrom<B extends Lines>(
  { blocks, rectOf }: Layout<B>,
  index: number,
  step: 1 | -1,
): Seen | undefined {
  for (let at = index; at >= 0 && at < blocks.length; at += step) {
    const block = blocks[at];
    const rect = block && rectOf(block);
    if (rect) return { block, ...rect };
  }
  return undefined;
}

function between(at: number, from: readonly [number, number], to: readonly [number, number]): number {
  const share = from[1] > from[0] ? (at - from[0]) / (from[1] - from[0]) : 0;
  return to[0] + Math.min(1, Math.max(0, share)) * (to[1] - to[0]);
}
