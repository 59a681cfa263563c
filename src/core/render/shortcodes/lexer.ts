import { Fault, fault, isNamePart, type ShortcodeProblem } from './fault.ts';
import { readParameters, type Parameter } from './parameters.ts';

/**
 * Finds shortcodes as Hugo's page lexer does (Hugo parser/pageparser/pagelexer_shortcode.go). All offsets are
 * UTF-16 offsets of the text. Hugo gives up at the first fault, and so does this: what follows is text.
 */
export interface ShortcodeTag {
  readonly kind: 'open' | 'close' | 'self-closed';
  readonly name: string;
  /** `{{% x %}}`: what it gives is Markdown. */
  readonly markup: boolean;
  readonly parameters: readonly Parameter[];
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
}

/** `{{</* x *\/>}}`: printed without the comment marks. */
export interface LiteralShortcode {
  readonly start: number;
  readonly end: number;
  /** The text between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

export interface LexedShortcodes {
  readonly tags: readonly ShortcodeTag[];
  readonly literals: readonly LiteralShortcode[];
  /** The first `<!--more-->`, with the white space after it. */
  readonly divider: { readonly start: number; readonly end: number } | undefined;
  /** Any fault makes Hugo's build fail. */
  readonly problem: ShortcodeProblem | undefined;
}

const DIVIDER = '<!--more-->';

interface State {
  readonly text: string;
  /** How many shortcodes of a name are open; they may stand inside of each other. */
  readonly open: Map<string, number>;
  /** The name seen last; a `/` without any is a fault. */
  current: string;
}

export function lexShortcodes(text: string): LexedShortcodes {
  const tags: ShortcodeTag[] = [];
  const literals: LiteralShortcode[] = [];
  let divider: LexedShortcodes['divider'];
  let problem: ShortcodeProblem | undefined;
  const state: State = { text, open: new Map(), current: '' };
  const pattern = /\{\{[<%]|<!--more-->/g;
  try {
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      if (match[0] === DIVIDER) {
        if (divider) continue;
        const blank = /[ \t\n\v\f\r]*/y;
        blank.lastIndex = start + DIVIDER.length;
        divider = { start, end: start + DIVIDER.length + (blank.exec(text)?.[0].length ?? 0) };
        pattern.lastIndex = divider.end;
        continue;
      }
      const literal = text.startsWith('/*', start + 3) ? literalAt(text, start) : undefined;
      if (literal) literals.push(literal);
      const tag = literal ? undefined : tagAt(state, start);
      if (tag) tags.push(tag);
      pattern.lastIndex = (literal ?? tag)?.end ?? text.length;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    problem = error.problem;
  }
  return { tags, literals, divider, problem };
}

function closerOf(text: string, start: number): string {
  return text.charAt(start + 2) === '%' ? '%}}' : '>}}';
}

function literalAt(text: string, start: number): LiteralShortcode {
  const end = text.indexOf(`*/${closerOf(text, start)}`, start + 5);
  if (end < 0) throw fault('comment-not-closed', start, start + 5);
  return { start, end: end + 5, innerStart: start + 5, innerEnd: end };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\t\n\v\f\r ]/.test(text.charAt(at))) at++;
  return at;
}

function nameAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && (isNamePart(text.charAt(end)) || text.charAt(end) === '/')) end++;
  if (text.charAt(end) === '.') {
    if (!text.startsWith('.inline ', end)) throw fault('period-in-name', end, end + 1);
    end += '.inline'.length;
  }
  return text.slice(start, end);
}

function tagAt(state: State, start: number): ShortcodeTag {
  const { text } = state;
  const closer = closerOf(text, start);
  const markup = closer === '%}}';
  let at = skipSpace(text, start + 3);
  if (text.startsWith(closer, at)) throw fault('no-name', start, at + 3);
  const closing = text.charAt(at) === '/';
  if (closing) {
    if (state.current === '') throw fault('nothing-to-close', at, at + 1);
    at = skipSpace(text, at + 1);
  }
  const nameStart = at;
  const name = isNamePart(text.charAt(at)) && text.charAt(at) !== '-' ? nameAt(text, at) : '';
  if (name === '') throw characterFault(text, at, start);
  at += name.length;
  state.current = name;
  if (closing) {
    const open = state.open.get(name) ?? 0;
    if (open === 0) throw fault('mismatched-close', nameStart, at, name);
    state.open.set(name, open - 1);
    at = skipSpace(text, at);
    if (!text.startsWith(closer, at)) throw fault('unclosed-close', start, at, name);
    return { kind: 'close', name, markup, parameters: [], start, end: at + 3, nameStart };
  }
  const { parameters, end, selfClosed } = readParameters(text, at, closer);
  if (!selfClosed) state.open.set(name, (state.open.get(name) ?? 0) + 1);
  return {
    kind: selfClosed ? 'self-closed' : 'open',
    name,
    markup,
    parameters,
    start,
    end,
    nameStart,
  };
}

function characterFault(text: string, at: number, start: number): Error {
  if (at >= text.length) return fault('unclosed-action', start, text.length);
  return fault('bad-character', at, at + 1, text.charAt(at));
}
