import { isDigitRune, isLetterRune } from '../engine/chars.ts';
import { attributeOf, setAttribute, type Block } from '../engine/block.ts';
import { nodesOf } from '../engine/inline-node.ts';
import { segmentText } from '../engine/segment.ts';
import { resolveNames } from '../html/escape.ts';
import type { ParserOptions } from '../options.ts';

/** Anchors of headings and definition terms (Hugo markup/goldmark/autoid.go, extensions/attributes). */
export interface IdFactory {
  readonly used: Set<string>;
  /** The number to try next for an anchor that is taken. */
  readonly next: Map<string, number>;
  readonly type: string;
}

/** The characters of an anchor; empty when the text has none. */
function anchorOf(text: string, type: string): string {
  if (type === 'blackfriday') return blackfriday(text);
  const ascii = type === 'github-ascii';
  const source = ascii
    ? text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : text;
  let anchor = '';
  for (const char of source.trim()) {
    const code = char.codePointAt(0) ?? 0;
    if (ascii && code > 127) continue;
    if (char === '-' || char === ' ') anchor += '-';
    else if (char === '_' || isLetterRune(code) || isDigitRune(code)) anchor += lower(char);
  }
  return anchor;
}

/** One character, by simple case mapping. */
function lower(char: string): string {
  const small = char.toLowerCase();
  return small.length > char.length ? (Array.from(small)[0] ?? char) : small;
}

function blackfriday(text: string): string {
  let anchor = '';
  let dash = false;
  for (const char of text) {
    if (/[\p{L}\p{N}]/u.test(char)) {
      anchor += (dash && anchor !== '' ? '-' : '') + lower(char);
      dash = false;
    } else {
      dash = true;
    }
  }
  return anchor;
}

function unique(ids: IdFactory, text: string, fallback: string): string {
  const anchor = anchorOf(text, ids.type) || fallback;
  let id = anchor;
  let i = ids.next.get(anchor) ?? 1;
  for (; ids.used.has(id); i++) id = `${anchor}-${String(i)}`;
  ids.used.add(id);
  ids.next.set(anchor, i);
  return id;
}

/** The text of inline content without its markup. */
function plainText(source: string, block: Block): string {
  let text = '';
  for (const node of nodesOf(block.inlines)) {
    if (node.kind === 'text') {
      text += source.slice(node.start, node.end) + (node.lineBreak === 'none' ? '' : '\n');
    } else if (node.kind === 'string' || node.kind === 'code' || node.kind === 'emoji') {
      text += node.value;
    } else if (node.kind === 'html') {
      text += node.value.replace(/<[^>]*>/g, '').trim();
    }
  }
  return resolveNames(text);
}

interface Ids {
  readonly source: string;
  readonly parser: ParserOptions;
  readonly ids: IdFactory;
  /** Ids come from the text; in older versions from the Markdown of the last line. */
  readonly plain: boolean;
}

function textFor({ source, plain }: Ids, block: Block): string {
  const last = block.lines.at(-1);
  if (!plain) return last ? segmentText(source, last) : '';
  const text = plainText(source, block);
  return block.lines.length > 1 ? (text.split('\n').at(-1) ?? '') : text;
}

/** Gives a heading or term its id. */
export function assignId(context: Ids, block: Block): void {
  const { parser, ids, plain } = context;
  const given = attributeOf(block, 'id');
  if (typeof given === 'string') {
    ids.used.add(given);
    return;
  }
  const heading = block.kind === 'heading';
  if (!(heading ? parser.autoHeadingID : parser.autoDefinitionTermID)) return;
  const text = textFor(context, block);
  if (text === '' && plain) return;
  setAttribute(block, 'id', unique(ids, text, heading ? 'heading' : 'term'));
}
