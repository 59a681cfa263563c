import { isAlphaNumeric, isPunct } from '../engine/chars.ts';
import { inlineNode } from '../engine/inline-node.ts';
import { appendText, type InlineParser, type InlineState } from '../engine/inline-parser.ts';
import { emailEnd, mayBeAddress } from '../inlines/email.ts';

/** URLs and addresses in plain text (goldmark extension/linkify.go). */
const www = /^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*)?/;
const url =
  /^(?:https?|ftp):\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?/;

interface Found {
  /** Length, punctuation that ends a sentence left out. */
  readonly length: number | undefined;
  /** Starts with `www.`: the configured protocol is put before it, even if it turns out to be an address. */
  readonly bareHost: boolean;
}

/** The URL that a text starts with. */
function findUrl(text: string): Found {
  const full = /^(?:https?|ftp):/.test(text) ? url.exec(text) : null;
  const bareHost = !full && text.startsWith('www.');
  const found = bareHost ? www.exec(text) : full;
  return { length: found ? withoutTail(found[0]) : undefined, bareHost };
}

function withoutTail(link: string): number {
  const end = link.length;
  if (link.endsWith('.')) return end - 1;
  if (link.endsWith(')')) {
    const excess = link.split(')').length - link.split('(').length;
    return excess > 0 ? end - excess : end;
  }
  if (!link.endsWith(';')) return end;
  let i = end - 2;
  while (i >= 0 && isAlphaNumeric(link.charCodeAt(i))) i--;
  return i !== end - 2 && link.charAt(i) === '&' ? i : end;
}

function addressEnd(state: InlineState, text: string, start: number): number | undefined {
  if (isPunct(text.charCodeAt(0))) return undefined;
  let end = emailEnd(state, text, start);
  if (end === undefined) return undefined;
  const dot = text.slice(text.indexOf('@'), end - 1).includes('.');
  if (!dot) return undefined;
  if (text.charAt(end - 1) === '.') end--;
  return /^[-_]/.test(text.slice(end)) ? undefined : end;
}

/** Characters that may stand right before a link. */
const leaders = ' *_~(';

export const linkify: InlineParser = {
  triggers: leaders,
  parse(state, line) {
    if (state.brackets.length > 0) return undefined;
    const { reader } = state;
    const lead = leaders.includes(line.charAt(0)) ? 1 : 0;
    const from = reader.start + lead;
    // Most places are ruled out by the first characters.
    const first = line.charCodeAt(lead);
    const mayBeUrl = first === 104 || first === 102 || first === 119;
    if (!mayBeUrl && !mayBeAddress(state, from)) return undefined;
    const text = line.slice(lead);
    const found = findUrl(text);
    const end = found.length ?? addressEnd(state, text, from);
    if (end === undefined) return undefined;
    if (lead) appendText(state, reader.start, from);
    let length = end;
    while (length > 1 && '?!.,:*_~'.includes(text.charAt(length - 1))) length--;
    const node = inlineNode('autolink', from, from + length);
    node.value = text.slice(0, length);
    node.destination = node.value;
    node.markup = 'linkify';
    node.email = found.length === undefined;
    node.bareHost = found.bareHost;
    reader.advance(lead + length);
    return node;
  },
};
