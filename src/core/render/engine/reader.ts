import { codePointBefore, isPunct, isSpace } from './chars.ts';
import { tabWidth } from './indent.ts';
import { segmentText, type Segment } from './segment.ts';

/** A position of a reader, to come back to. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly stop: number;
  readonly padding: number;
}

/** Returned by `peek` at the end. */
export const END = -1;

/**
 * Reads the lines of a body, or those of one block, as goldmark's readers do (goldmark text/reader.go).
 * All offsets are UTF-16 offsets in the body; a position lies in one line, and `padding` columns may precede it.
 */
export class Reader {
  readonly source: string;
  segments: readonly Segment[];
  line = 0;
  start = 0;
  stop = 0;
  padding = 0;
  #head = 0;
  #last = 0;
  #peeked: string | undefined;
  #joined: { readonly text: string; readonly offsets: readonly number[] } | undefined;

  constructor(source: string, segments: readonly Segment[]) {
    this.source = source;
    this.segments = segments;
    this.reset(segments);
  }

  reset(segments: readonly Segment[]): void {
    this.segments = segments;
    this.#last = segments.at(-1)?.stop ?? 0;
    this.#joined = undefined;
    this.line = -1;
    this.start = -1;
    this.advanceLine();
  }

  get atEnd(): boolean {
    return this.line >= this.segments.length || this.start < 0 || this.start >= this.#last;
  }

  /** The rest of the line, its line feed included; undefined at the end. */
  peekLine(): string | undefined {
    if (this.atEnd) return undefined;
    this.#peeked ??= segmentText(this.source, this);
    return this.#peeked;
  }

  /** The next character, `END` at the end. */
  peek(): number {
    if (this.atEnd) return END;
    return this.padding > 0 ? 32 : this.source.charCodeAt(this.start);
  }

  segment(): Segment {
    return { start: this.start, stop: this.stop, padding: this.padding };
  }

  mark(): Mark {
    return { line: this.line, start: this.start, stop: this.stop, padding: this.padding };
  }

  seek(mark: Mark): void {
    this.#peeked = undefined;
    this.line = mark.line;
    this.start = mark.start;
    this.stop = mark.stop;
    this.padding = mark.padding;
    const segment = this.segments[mark.line];
    if (segment) this.#head = segment.start;
  }

  advance(count: number): void {
    this.#peeked = undefined;
    for (let left = count; left > 0;) {
      if (this.padding > 0) {
        this.padding--;
        left--;
        continue;
      }
      const room = Math.max(0, this.stop - 1 - this.start);
      if (left <= room || this.stop >= this.#last) {
        this.start += left;
        return;
      }
      left -= room + 1;
      this.advanceLine();
    }
  }

  advanceAndPad(count: number, padding: number): void {
    this.advance(count);
    if (padding > this.padding) this.padding = padding;
  }

  advanceLine(): void {
    this.#peeked = undefined;
    this.line++;
    const segment = this.segments[this.line];
    if (!segment) return;
    this.#head = segment.start;
    this.start = segment.start;
    this.stop = segment.stop;
    this.padding = segment.padding;
  }

  /** To the line feed, or behind the last character of a line that has none. */
  advanceToEol(): void {
    this.#peeked = undefined;
    this.padding = 0;
    this.start = this.source.charCodeAt(this.stop - 1) === 10 ? this.stop - 1 : this.stop;
  }

  /** The column of the position, counted from the start of the line. */
  column(): number {
    let column = 0;
    for (let i = this.#head; i < this.start; i++) {
      column += this.source.charCodeAt(i) === 9 ? tabWidth(column) : 1;
    }
    return column - this.padding;
  }

  /** The code point in front of the position, in the body itself; a line feed at the start of the block. */
  preceding(): number {
    if (this.padding > 0) return 32;
    const first = this.segments[0];
    if (!first || (this.line === 0 && this.start <= first.start)) return 10;
    return codePointBefore(this.source, this.start, 10);
  }

  /** Skips blanks and line ends; returns how many characters. */
  skipSpaces(): number {
    let skipped = 0;
    while (!this.atEnd && isSpace(this.peek())) {
      this.advance(1);
      skipped++;
    }
    return skipped;
  }

  /** The text from an offset to another one, over lines, without what lies between the lines. */
  textBetween(start: number, stop: number): string {
    let line = this.segments.length - 1;
    while (line > 0 && start < (this.segments[line]?.start ?? 0)) line--;
    let text = '';
    for (let from = start; line < this.segments.length; line++, from = -1) {
      const segment = this.segments[line];
      if (!segment) break;
      text += ' '.repeat(segment.padding);
      text += this.source.slice(from < 0 ? segment.start : from, Math.min(stop, segment.stop));
      if (segment.stop > stop) break;
    }
    return text;
  }

  /**
   * The text up to an unescaped `closer`, over lines; the position goes behind it. Undefined when there is none
   * or an `opener` comes first; then the position is lost.
   */
  until(opener: number, closer: number): string | undefined {
    let text = '';
    for (let line = this.peekLine(); line !== undefined; line = this.peekLine()) {
      for (let i = 0; i < line.length; i++) {
        const code = line.charCodeAt(i);
        if (code === 92 && isPunct(line.charCodeAt(i + 1))) i++;
        else if (code === closer) {
          this.advance(i + 1);
          return text + line.slice(0, i);
        } else if (code === opener) return undefined;
      }
      text += line;
      this.advanceLine();
    }
    return undefined;
  }

  /** All lines as one text, and the offset in it of the position. */
  joined(): { readonly text: string; readonly offset: number } {
    this.#joined ??= joinLines(this.source, this.segments);
    const { text, offsets } = this.#joined;
    const offset = (offsets[this.line] ?? 0) + this.start - (this.segments[this.line]?.start ?? 0);
    return { text, offset };
  }

  /** Moves the position, which lies in line `line`, forward to an offset of the joined text. */
  seekJoined(target: number): void {
    const offsets = this.#joined?.offsets ?? [];
    while ((offsets[this.line + 1] ?? Infinity) <= target) this.advanceLine();
    this.#peeked = undefined;
    this.padding = 0;
    this.start = (this.segments[this.line]?.start ?? 0) + target - (offsets[this.line] ?? 0);
  }
}

function joinLines(source: string, segments: readonly Segment[]): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let length = 0;
  const parts = segments.map(segment => {
    offsets.push(length);
    const part = source.slice(segment.start, segment.stop);
    length += part.length;
    return part;
  });
  return { text: parts.join(''), offsets };
}
