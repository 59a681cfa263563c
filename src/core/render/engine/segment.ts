import { isSpace } from './chars.ts';

/**
 * A piece of one line. `start` and `stop` are UTF-16 offsets in the body; `padding` is the number of columns
 * that a partly consumed tab leaves in front of it.
 */
export interface Segment {
  readonly start: number;
  readonly stop: number;
  readonly padding: number;
}

export function segmentText(source: string, segment: Segment): string {
  const text = source.slice(segment.start, segment.stop);
  return segment.padding > 0 ? ' '.repeat(segment.padding) + text : text;
}

export function trimLeft(source: string, segment: Segment): Segment {
  let start = segment.start;
  while (start < segment.stop && isSpace(source.charCodeAt(start))) start++;
  return { start, stop: segment.stop, padding: 0 };
}

export function trimRight(source: string, segment: Segment): Segment {
  let stop = segment.stop;
  while (stop > segment.start && isSpace(source.charCodeAt(stop - 1))) stop--;
  return { start: segment.start, stop, padding: stop === segment.start ? 0 : segment.padding };
}

/** The lines of a text, each with its line feed. */
export function linesOf(source: string): Segment[] {
  const lines: Segment[] = [];
  for (let start = 0; start < source.length;) {
    const feed = source.indexOf('\n', start);
    const stop = feed < 0 ? source.length : feed + 1;
    lines.push({ start, stop, padding: 0 });
    start = stop;
  }
  return lines;
}
