import type { Attribute } from './block.ts';

export type InlineKind =
  | 'start'
  | 'text'
  | 'string'
  | 'delimiter'
  | 'bracket'
  | 'open'
  | 'close'
  | 'imageOpen'
  | 'imageClose'
  | 'code'
  | 'html'
  | 'autolink'
  | 'footnote'
  | 'backlink'
  | 'task'
  | 'emoji'
  | 'passthrough';

/** What a line ends with behind this text. */
export type Break = 'none' | 'soft' | 'hard';

/**
 * Inline content is one list, in order; spans lie between `open` and `close`. All offsets are UTF-16 offsets in
 * the body.
 */
export interface InlineNode {
  kind: InlineKind;
  previous: InlineNode | undefined;
  next: InlineNode | undefined;
  start: number;
  end: number;
  /** text: what follows. */
  lineBreak: Break;
  /** string: HTML; open and close: the tag; code, html, autolink: text; emoji: its name. */
  value: string;
  /** open, imageOpen: destination and title, as written. autolink: destination. */
  destination?: string;
  title?: string | undefined;
  /** autolink: `<…>`, or found in the text. */
  markup?: 'autolink' | 'linkify';
  /** autolink: an address rather than a URL. */
  email?: boolean;
  /** autolink: its text starts with `www.`, so it gets the configured protocol. */
  bareHost?: boolean;
  /** task: ticked. passthrough: its delimiters are those of blocks. */
  flag?: boolean;
  /** footnote, backlink: number of the note, and which of the references to it, from 0. */
  note?: { readonly number: number; reference: number; readonly references?: number };
  /** image: attributes that came from its paragraph. */
  attributes?: readonly Attribute[] | undefined;
}

export function inlineNode(kind: InlineKind, start: number, end: number): InlineNode {
  return { kind, previous: undefined, next: undefined, start, end, lineBreak: 'none', value: '' };
}

/** Puts a node, which stands nowhere, behind another one. */
export function linkAfter(place: InlineNode, node: InlineNode): void {
  node.previous = place;
  node.next = place.next;
  if (place.next) place.next.previous = node;
  place.next = node;
}

export function unlink(node: InlineNode): void {
  if (node.previous) node.previous.next = node.next;
  if (node.next) node.next.previous = node.previous;
}

/** The nodes behind the start node. */
export function* nodesOf(start: InlineNode | undefined): Generator<InlineNode> {
  for (let node = start?.next; node; node = node.next) yield node;
}
