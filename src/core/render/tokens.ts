import type { Token } from 'markdown-it';
import type { LiteralDelimiter } from './engine/inline-parser.ts';

/**
 * The tokens are markdown-it's: `paragraph_open`, `inline` with `children`, `paragraph_close`… What differs:
 * - `content` of `text` is as written, with its escapes and references.
 * - `autolink` is one token; `content` is its text, `markup` says `autolink` (`<…>`) or `linkify` (plain text).
 * - `string` is a substitute of the typographer, `content` is HTML.
 * - `sub`, `sup`, `mark`, `ins`, `del` tokens end in `_open` and `_close` as `em` and `strong` do.
 * - Tight lists have `paragraph_open` and `paragraph_close` that are `hidden`.
 * Every opening or single token knows its place: `rangeOf`. Block tokens have `map` too.
 */
export type { Token };

/** UTF-16 offsets in the body, zero-based, end exclusive. */
export interface BodyRange {
  readonly start: number;
  readonly end: number;
}

/** Where a token stands in the body; undefined for what the body does not hold, as links back from footnotes. */
export function rangeOf(token: Token): BodyRange | undefined {
  const start = token.meta?.['start'];
  const end = token.meta?.['end'];
  return typeof start === 'number' && typeof end === 'number' && end > start ? { start, end } : undefined;
}

/** The delimiters of an `inline` token that stayed text: `**` that neither opens nor closes, a lone `~`… */
export function literalDelimitersOf(inline: Token): readonly LiteralDelimiter[] {
  return (inline.meta?.['literals'] as readonly LiteralDelimiter[] | undefined) ?? [];
}

export function metaText(token: Token, name: string): string {
  const value = token.meta?.[name];
  return typeof value === 'string' ? value : '';
}

export function metaNumber(token: Token, name: string): number {
  const value = token.meta?.[name];
  return typeof value === 'number' ? value : 0;
}

export function metaFlag(token: Token, name: string): boolean {
  return token.meta?.[name] === true;
}
