import { isDigitRune, isLetterRune } from '../engine/chars.ts';

export type ShortcodeFault =
  | 'comment-not-closed'
  | 'unclosed-action'
  | 'no-name'
  | 'nothing-to-close'
  | 'mismatched-close'
  | 'unclosed-close'
  | 'bad-character'
  | 'mixed-parameters'
  | 'unterminated-string'
  | 'bad-escape'
  | 'period-in-name';

export interface ShortcodeProblem {
  readonly fault: ShortcodeFault;
  readonly start: number;
  readonly end: number;
  /** The name or character that it is about. */
  readonly subject: string;
}

/** Thrown inside of the lexer only. */
export class Fault extends Error {
  readonly problem: ShortcodeProblem;
  constructor(problem: ShortcodeProblem) {
    super(problem.fault);
    this.problem = problem;
  }
}

export function fault(kind: ShortcodeFault, start: number, end: number, subject = ''): Error {
  return new Fault({ fault: kind, start, end, subject });
}

/** Letters, digits, `_` and `-`. */
export function isNamePart(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return char !== '' && (char === '_' || char === '-' || isLetterRune(code) || isDigitRune(code));
}
