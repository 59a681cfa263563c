import type { SyntaxFault } from './syntax.ts';
import type { Refusal } from './yaml-refusal.ts';

/** A text that is read once, and what is found in it: signs to be hidden from the library, and faults. */
export class ScanText {
  /** The source, with `\\r\\n` as a space and a line end, and a lone `\\r` as a line end. */
  readonly view: string;
  at = 0;
  protected readonly out: string[];
  protected readonly faults: SyntaxFault[] = [];

  constructor(source: string) {
    this.view = source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
    this.out = source.replace(/\r(?!\n)/g, '\n').split('');
  }

  refuse({ rule, message: text, start, length = 1, only }: Refusal): void {
    const range = { start, end: start + length };
    this.faults.push({ rule, message: text, range, ...(only && { only }) });
  }

  /** Puts a sign in the place of each from `start` to before `end`. */
  mask(start: number, end = start + 1, char = ' '): void {
    for (let i = start; i < end; i++) {
      // A carriage return alone would be a line end of its own for nobody but the library.
      if (this.out[i] === '\n' && char !== '\n' && this.out[i - 1] === '\r') this.out[i - 1] = char;
      this.out[i] = char;
    }
  }

  /** What a sticky pattern finds at a place. */
  matches(pattern: RegExp, at = this.at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.view);
  }

  endOfLine(from: number): number {
    const end = this.view.indexOf('\n', from);
    return end === -1 ? this.view.length : end;
  }

  isCarriageReturn(at: number): boolean {
    return this.out[at] === '\r';
  }
}
