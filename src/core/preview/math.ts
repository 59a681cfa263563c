/** A formula in a text. */
export interface Formula {
  /** UTF-16 offsets of the text, delimiters included. */
  readonly start: number;
  readonly end: number;
  readonly tex: string;
  /** On a line of its own. */
  readonly display: boolean;
}

const START = /\\\(|\\\[|\$\$|\\begin\{([^}]*)\}/g;
const ENDS: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$' };

/** Longer ones are left as text. */
const MAX_TEX = 5000;

/**
 * The formulas that MathJax 2 with `TeX-AMS-MML_HTMLorMML`, as Mainroad loads it, finds in the text of one element
 * (its extensions/tex2jax.js): `\(…\)`, `\[…\]`, `$$…$$` and environments, with balanced braces; no `$…$`.
 */
export function findFormulas(text: string): readonly Formula[] {
  const formulas: Formula[] = [];
  START.lastIndex = 0;
  for (let open = START.exec(text); open; open = START.exec(text)) {
    const { 0: delimiter, 1: environment, index } = open;
    const close = environment === undefined ? (ENDS[delimiter] ?? '') : `\\end{${environment}}`;
    const inner = index + delimiter.length;
    const at = endOf(text, inner, close);
    // Without an end it is text, and what comes after may start anew.
    if (at === undefined) continue;
    const end = at + close.length;
    const tex = environment === undefined ? text.slice(inner, at) : text.slice(index, end);
    formulas.push({ start: index, end, tex, display: delimiter !== '\\(' });
    START.lastIndex = end;
  }
  return formulas;
}

/** Where the closing delimiter stands, outside of braces. */
function endOf(text: string, from: number, close: string): number | undefined {
  let depth = 0;
  const last = Math.min(text.length - close.length, from + MAX_TEX);
  for (let at = from; at <= last; at++) {
    if (depth === 0 && text.startsWith(close, at)) return at;
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
  }
  return undefined;
}
