import { isPunct, isSpace } from '../engine/chars.ts';
import type { InlineState } from '../engine/inline-parser.ts';

/** Below this length the end of a destination is looked for directly. */
const DIRECT = 300;

/** For each `(` of a line the index of its `)`, and all spaces. */
interface LineMap {
  readonly stop: number;
  readonly closing: ReadonlyMap<number, number>;
  readonly spaces: readonly number[];
}

const maps = new WeakMap<InlineState, LineMap>();

/**
 * Finds the end of a link destination without `<>` in the rest of a line: at a space, or at a `)` that no `(` of
 * the destination opens. A long line is mapped once, so that many brackets in it cost no more than the line.
 */
export function destinationEnds(state: InlineState): (line: string) => number {
  return line => {
    const direct = scan(line, Math.min(line.length, DIRECT));
    if (direct !== undefined) return direct;
    const { reader } = state;
    const opener = reader.start - 1;
    if (state.source.charCodeAt(opener) !== 40) return scan(line, line.length) ?? line.length;
    let map = maps.get(state);
    if (map?.stop !== reader.stop) {
      map = mapLine(state.source, opener, reader.stop);
      maps.set(state, map);
    }
    const close = map.closing.get(opener) ?? reader.stop;
    return Math.min(close, firstAtOrAfter(map.spaces, reader.start) ?? reader.stop) - reader.start;
  };
}

function firstAtOrAfter(sorted: readonly number[], wanted: number): number | undefined {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** The end, or undefined when it does not come in the first `limit` characters. */
function scan(line: string, limit: number): number | undefined {
  let depth = 0;
  for (let i = 0; i < limit; i++) {
    const code = line.charCodeAt(i);
    if (code === 92 && isPunct(line.charCodeAt(i + 1))) i++;
    else if (code === 40) depth++;
    else if (code === 41) {
      depth--;
      if (depth < 0) return i;
    } else if (isSpace(code)) return i;
  }
  return limit === line.length ? limit : undefined;
}

function mapLine(source: string, start: number, stop: number): LineMap {
  const closing = new Map<number, number>();
  const spaces: number[] = [];
  let open: number[] = [];
  for (let i = start; i < stop; i++) {
    const code = source.charCodeAt(i);
    if (code === 92 && isPunct(source.charCodeAt(i + 1))) i++;
    else if (code === 40) open.push(i);
    else if (code === 41) {
      const opener = open.pop();
      if (opener !== undefined) closing.set(opener, i);
    } else if (isSpace(code)) {
      spaces.push(i);
      open = [];
    }
  }
  return { stop, closing, spaces };
}
