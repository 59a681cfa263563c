import type { LexedShortcodes } from './lexer.ts';
import { offsetMap, type OffsetMap } from './offset-map.ts';
import type { ShortcodeCall } from './tree.ts';

/**
 * Shortcodes run before Markdown. Each one is replaced by a word that Markdown leaves alone, as Hugo does it; the
 * word is exactly as long as the shortcode. `<!--more-->` becomes a paragraph of its own.
 */
export interface Prepared {
  readonly text: string;
  /** From offsets of the text to those of the body. */
  readonly toBody: OffsetMap;
  readonly calls: readonly ShortcodeCall[];
  readonly salt: string;
  /** The word that stands for `<!--more-->`. */
  readonly divider: string | undefined;
}

/** A part of the body and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const DIVIDER_INDEX = 36 ** 3 - 1;

/** Two letters that with an `H` before them appear nowhere in the body. */
function saltFor(body: string): string {
  const letters = 'QXZJVKW';
  for (const first of letters) {
    for (const second of letters) if (!body.includes(`H${first}${second}`)) return first + second;
  }
  return 'QX';
}

/** Letters and digits only, at least seven: the shortest shortcode is `{{<x>}}`. */
function word(salt: string, index: number, length: number): string {
  const code = index.toString(36).padStart(3, '0');
  return `H${salt}${code}${'h'.repeat(Math.max(0, length - 7))}B`;
}

export interface PrepareOptions {
  /** What a call gives to Markdown itself (`{{% … %}}`); undefined: a word. */
  readonly asMarkdown: (call: ShortcodeCall) => string | undefined;
  /** Keeps the length of everything, so that offsets of the text are those of the body. */
  readonly sameLength: boolean;
}

/** Stands for a mark of a literal shortcode where the length must stay. */
const FILLER = '\u2060';

export function prepare(
  body: string,
  lexed: LexedShortcodes,
  calls: readonly ShortcodeCall[],
  { asMarkdown, sameLength }: PrepareOptions,
): Prepared {
  // Where the length stays nothing is put back: there the words need not differ.
  const salt = sameLength ? 'QX' : saltFor(body);
  const mark = sameLength ? FILLER.repeat(2) : '';
  const divider = lexed.divider && word(salt, DIVIDER_INDEX, lexed.divider.end - lexed.divider.start - 4);
  const edits: Edit[] = calls.slice(0, DIVIDER_INDEX).map((call, index) => {
    const { start, end } = call;
    return { start, end, text: asMarkdown(call) ?? word(salt, sameLength ? 0 : index, end - start) };
  });
  for (const { innerStart, innerEnd } of lexed.literals) {
    edits.push({ start: innerStart - 2, end: innerStart, text: mark });
    edits.push({ start: innerEnd, end: innerEnd + 2, text: mark });
  }
  if (lexed.divider && divider) edits.push({ ...lexed.divider, text: `\n\n${divider}\n\n` });
  edits.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  const map = offsetMap();
  let from = 0;
  for (const { start, end, text } of edits) {
    // Inside of a call nothing is replaced.
    if (start < from) continue;
    parts.push(body.slice(from, start), text);
    map.copy(start - from);
    map.replace(end - start, text.length);
    from = end;
  }
  parts.push(body.slice(from));
  return { text: parts.join(''), toBody: map.lookup, calls, salt, divider };
}

/** Puts what the shortcodes gave in place of their words in HTML, and takes the divider out. */
export function fill(html: string, prepared: Prepared, render: (call: ShortcodeCall) => string): string {
  const { divider, calls, salt } = prepared;
  let text = html;
  if (divider) text = text.replace(new RegExp(`<p>${divider}</p>\\n|${divider}\\n?`), '');
  if (calls.length === 0 || !text.includes(`H${salt}`)) return text;
  const name = `H${salt}([0-9a-z]{3})h*B`;
  const words = new RegExp(`<p>${name}</p>|${name}`, 'g');
  return text.replace(words, (all: string, inParagraph?: string, alone?: string) => {
    const call = calls[Number.parseInt(inParagraph ?? alone ?? '', 36)];
    return call ? render(call) : all;
  });
}
