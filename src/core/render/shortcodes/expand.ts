import { emojiCode } from '../extensions/emoji-names.ts';
import type { LexedShortcodes } from './lexer.ts';
import { offsetMap, type OffsetMap } from './offset-map.ts';
import type { ShortcodeCall } from './tree.ts';

/**
 * Shortcodes run before Markdown. Each one is replaced by a word that Markdown leaves alone, as Hugo does it.
 * `<!--more-->` becomes a paragraph of its own.
 */
export interface Prepared {
  readonly text: string;
  /** From offsets of the text to those of the body. */
  readonly toBody: OffsetMap;
  readonly calls: readonly ShortcodeCall[];
  readonly words: Words;
  /** The word that stands for `<!--more-->`. */
  readonly divider: string | undefined;
}

/** A part of the body and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the words of a body are made of, letters and digits: a start, the index of the call, an end. */
interface Words {
  readonly start: string;
  readonly end: string;
}

/**
 * Hugo's own words, which headings turn into ids (Hugo hugolib/shortcode.go); newer versions put a number of the
 * page in. A body that holds the start of one gets longer ones.
 */
function wordsFor(body: string, numbered: boolean): Words {
  return { start: `${unusedIn(body, 'HAHAHUGOSHORTCODE')}${numbered ? '1s' : 's'}`, end: 'HBHB' };
}

/** A name, with a number behind it where the body holds the name itself. */
function unusedIn(body: string, name: string): string {
  if (!body.includes(name)) return name;
  const used = new Set(
    Array.from(body.matchAll(new RegExp(`${name}X([0-9]{1,6})X`, 'g')), ([, found]) => Number(found)),
  );
  let number = 0;
  while (used.has(number)) number++;
  return `${name}X${String(number)}X`;
}

/** A word of a length, at least seven: the shortest shortcode is `{{<x>}}`. */
function wordOfLength(length: number): string {
  return `HQX000${'h'.repeat(Math.max(0, length - 7))}B`;
}

const DIVIDER = 'HUGOMORE42';

export interface PrepareOptions {
  /** What a call gives to Markdown itself (`{{% … %}}`); undefined: a word. */
  readonly asMarkdown: (call: ShortcodeCall) => string | undefined;
  /** Keeps the length of everything, so that offsets of the text are those of the body. */
  readonly sameLength: boolean;
  /** See `hugo/behaviour.ts`. */
  readonly numbered?: boolean;
  /** Puts emoji in place of their names. */
  readonly emoji?: boolean;
}

/** Stands for a mark of a literal shortcode where the length must stay. */
const FILLER = '\u2060';

export function prepare(
  body: string,
  lexed: LexedShortcodes,
  calls: readonly ShortcodeCall[],
  { asMarkdown, sameLength, numbered = true, emoji = false }: PrepareOptions,
): Prepared {
  const words = wordsFor(body, numbered);
  const mark = sameLength ? FILLER.repeat(2) : '';
  const divider = lexed.divider && dividerFor(body, lexed.divider, sameLength);
  const edits: Edit[] = calls.map((call, index) => {
    const { start, end } = call;
    // Where the length stays nothing is put back: there the words need not differ.
    const word = sameLength ? wordOfLength(end - start) : `${words.start}${String(index)}${words.end}`;
    return { start, end, text: asMarkdown(call) ?? word };
  });
  for (const { innerStart, innerEnd } of lexed.literals) {
    edits.push({ start: innerStart - 2, end: innerStart, text: mark });
    edits.push({ start: innerEnd, end: innerEnd + 2, text: mark });
  }
  if (lexed.divider && divider) edits.push({ ...lexed.divider, text: `\n\n${divider}\n\n` });
  if (emoji) edits.push(...emojiEdits(body));
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
  return { text: parts.join(''), toBody: map.lookup, calls, words, divider };
}

/** Hugo parser/pageparser/pagelexer.go, lexEmoji, before Hugo 0.120. */
function* emojiEdits(body: string): Generator<Edit> {
  for (const { 0: name, index } of body.matchAll(/:[A-Za-z0-9_+-]+:/g)) {
    const text = emojiCode(name.slice(1, -1));
    if (text !== undefined) yield { start: index, end: index + name.length, text };
  }
}

function dividerFor(
  body: string,
  { start, end }: { start: number; end: number },
  sameLength: boolean,
): string {
  return sameLength ? wordOfLength(end - start - 4) : unusedIn(body, DIVIDER);
}

/** Puts what the shortcodes gave in place of their words in HTML, and takes the divider out. */
export function fill(html: string, prepared: Prepared, render: (call: ShortcodeCall) => string): string {
  const { divider, calls, words } = prepared;
  let text = html;
  if (divider) text = text.replace(new RegExp(`<p>${divider}</p>\\n|${divider}\\n?`), '');
  if (calls.length === 0 || !text.includes(words.start)) return text;
  const name = `${words.start}([0-9]+)${words.end}`;
  const pattern = new RegExp(`<p>${name}</p>|${name}`, 'g');
  return text.replace(pattern, (all: string, inParagraph?: string, alone?: string) => {
    const call = calls[Number(inParagraph ?? alone ?? '')];
    return call ? render(call) : all;
  });
}
