import { pushDelimiter, scanRun } from '../engine/delimiters.ts';
import type { InlineParser } from '../engine/inline-parser.ts';

/** `==mark==`, `++insert++`, `H~2~O`, `x^2^`, `~~delete~~` (hugo-goldmark-extensions, extras). */
export interface Extra {
  readonly tag: string;
  readonly char: string;
  readonly minimum: 1 | 2;
  /** Place among goldmark's inline parsers. */
  readonly priority: number;
}

export const extras = {
  delete: { tag: 'del', char: '~', minimum: 2, priority: 400 },
  insert: { tag: 'ins', char: '+', minimum: 2, priority: 501 },
  mark: { tag: 'mark', char: '=', minimum: 2, priority: 550 },
  superscript: { tag: 'sup', char: '^', minimum: 1, priority: 600 },
  subscript: { tag: 'sub', char: '~', minimum: 1, priority: 602 },
} as const satisfies Readonly<Record<string, Extra>>;

const LETTER = 122;

export function extraParser({ tag, char, minimum }: Extra): InlineParser {
  const code = char.charCodeAt(0);
  return {
    triggers: char,
    parse(state, line) {
      // A superscript may start with a sign or a prime, which would not let it open.
      const signed = tag === 'sup' && state.document.features.signedSuperscript && /^\^[+'-]/.test(line);
      const run = scanRun(state, line, minimum, signed ? LETTER : undefined);
      if (!run || run.length > 2 || state.reader.preceding() === code) return undefined;
      return pushDelimiter(state, run, [tag, tag]);
    },
  };
}
