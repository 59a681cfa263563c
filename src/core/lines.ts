/** A place in a text: line and UTF-16 unit in it, both zero-based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Line starts of a text, for turning offsets to positions at the edge; `\n`, `\r\n` and `\r` end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(index + end.length);
  }

  /** The position of an offset; beyond the end it is the last line's. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }
}
