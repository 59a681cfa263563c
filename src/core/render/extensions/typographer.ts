import {
  isDigitRune,
  isLetterRune,
  isPunct,
  isPunctuationOrSymbol,
  isPunctuationRune,
  isSpace,
  isSpaceRune,
} from '../engine/chars.ts';
import { scanRun, type Flanking } from '../engine/delimiters.ts';
import { inlineNode, type InlineNode } from '../engine/inline-node.ts';
import type { InlineParser, InlineState } from '../engine/inline-parser.ts';
import type { TypographerOptions } from '../options.ts';

/** Dashes, ellipses, quotes (goldmark extension/typographer.go). The substitutes are HTML. */
type Substitutes = TypographerOptions;

/** What a quote is tried as. */
interface Quote {
  readonly state: InlineState;
  readonly line: string;
  readonly run: Flanking;
  readonly before: number;
}

function substitute(state: InlineState, html: string, length: number): InlineNode {
  const { reader } = state;
  const node = inlineNode('string', reader.start, reader.start + length);
  node.value = html;
  reader.advance(length);
  return node;
}

function punctuation(line: string, use: Substitutes): readonly [html: string, length: number] | undefined {
  if (line.startsWith('---')) return [use.emDash, 3];
  if (line.startsWith('--')) return [use.enDash, 2];
  if (line.startsWith('...')) return [use.ellipsis, 3];
  if (line.startsWith('<<')) return [use.leftAngleQuote, 2];
  return line.startsWith('>>') ? [use.rightAngleQuote, 2] : undefined;
}

/** `'90s`, `'twas`, `it's`. */
function isApostrophe({ line, run, before }: Quote): boolean {
  const decade = run.canOpen && !run.canClose && line.length > 3 && /^'\d\ds/.test(line);
  if (decade) {
    const after = line.codePointAt(4) ?? 32;
    if (isSpaceRune(after) || isPunctuationOrSymbol(after)) return true;
  }
  if (line.length < 2) return false;
  if ((isPunctuationRune(before) || isSpaceRune(before)) && /^'[tenl]/.test(line)) return true;
  return (isDigitRune(before) || isLetterRune(before)) && isLetterRune(line.codePointAt(1) ?? 0);
}

function endsWordAt(line: string, index: number): boolean {
  const code = line.charCodeAt(index);
  return index >= line.length || isPunct(code) || isSpace(code);
}

/** A quote that could open is the apostrophe of `'s`, `'m`, `'t`, `'d`, `'ve`, `'ll`, `'re`. */
function isContraction(line: string): boolean {
  if (/^'[smtd]/.test(line) && endsWordAt(line, 2)) return true;
  return /^'(?:ve|ll|re)/.test(line) && endsWordAt(line, 3);
}

function closes({ line, run }: Quote): boolean {
  if (!run.canClose) return false;
  if (!run.canOpen) return true;
  const next = line.charCodeAt(1);
  // goldmark looks at the byte behind the first one of what follows, so only ASCII can fit.
  if (line.length < 2 || next > 127 || !isPunctuationRune(next)) return false;
  const code = line.charCodeAt(2);
  return line.length === 2 || isPunct(code) || isSpace(code);
}

function single(quote: Quote, use: Substitutes): InlineNode | undefined {
  const { state, line, run } = quote;
  if (isApostrophe(quote)) return substitute(state, use.apostrophe, 1);
  if (run.canOpen && !run.canClose) {
    const right = isContraction(line);
    if (!right) state.document.singleQuotes++;
    return substitute(state, right ? use.rightSingleQuote : use.leftSingleQuote, 1);
  }
  // Plurals and clipped words: Smiths', doin'. Anything but a digit behind it.
  const next = line.charCodeAt(1);
  if ((line.length > 2 || next > 127) && !isDigitRune(line.codePointAt(1) ?? 0)) {
    return substitute(state, use.rightSingleQuote, 1);
  }
  if (state.document.singleQuotes === 0 || !closes(quote)) return undefined;
  state.document.singleQuotes--;
  return substitute(state, use.rightSingleQuote, 1);
}

function double(quote: Quote, use: Substitutes): InlineNode | undefined {
  const { state, line, run, before } = quote;
  if (run.canOpen && !run.canClose) {
    state.document.doubleQuotes++;
    return substitute(state, use.leftDoubleQuote, 1);
  }
  if (state.document.doubleQuotes === 0 || !closes(quote)) return undefined;
  // Inches at the end of a quotation: "Monitor 21""
  if (line.charAt(1) === '"' && isDigitRune(before)) return undefined;
  state.document.doubleQuotes--;
  return substitute(state, use.rightDoubleQuote, 1);
}

export function typographer(use: Substitutes): InlineParser {
  return {
    triggers: '\'"-.<>',
    parse(state, line) {
      const found = punctuation(line, use);
      if (found) return substitute(state, ...found);
      const first = line.charAt(0);
      if (first !== "'" && first !== '"') return undefined;
      const run = scanRun(state, line, 1);
      if (!run) return undefined;
      const quote = { state, line, run, before: state.reader.preceding() };
      return first === "'" ? single(quote, use) : double(quote, use);
    },
  };
}
