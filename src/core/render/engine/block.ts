import type { InlineNode } from './inline-node.ts';
import type { Segment } from './segment.ts';

export type BlockKind =
  | 'document'
  | 'paragraph'
  | 'text'
  | 'heading'
  | 'rule'
  | 'quote'
  | 'list'
  | 'item'
  | 'code'
  | 'fence'
  | 'html'
  | 'reference'
  | 'attributes'
  | 'table'
  | 'tableHead'
  | 'tableRow'
  | 'cell'
  | 'definitions'
  | 'term'
  | 'description'
  | 'footnotes'
  | 'footnote'
  | 'passthrough'
  | 'image';

/** A value of goldmark's attribute syntax: `{#id .class key="text" n=1 on=true list=[1,"2-3"]}`. */
export type AttributeValue = string | number | boolean | null | readonly AttributeValue[] | Attributes;
export type Attributes = readonly Attribute[];
export interface Attribute {
  readonly name: string;
  readonly value: AttributeValue;
}

export type Alignment = 'left' | 'right' | 'center' | undefined;

/** A block while it is parsed: scratch data of the parsers, turned into tokens at the end. */
export interface Block {
  readonly kind: BlockKind;
  parent: Block | undefined;
  children: Block[];
  /** The text that inline parsing or raw printing takes. */
  lines: Segment[];
  /** A blank line stands before it. */
  blankBefore: boolean;
  attributes: Attribute[] | undefined;
  /** What inline parsing made of `lines`. */
  inlines: InlineNode | undefined;
  /** UTF-16 offsets in the body of the first character and of the end of the last line. */
  start: number;
  end: number;

  /** heading: 1 to 6. */
  level?: number;
  /** list: `-`, `+`, `*`, `.` or `)`. fence: its character. */
  marker?: string;
  /** ordered list: the first number. */
  first?: number;
  /** list, description: items are not wrapped in paragraphs. */
  tight?: boolean;
  /** item, definitions: column of the content. fence: indentation of the fence. */
  offset?: number;
  /** fence: number of characters of the opening fence. */
  fenceLength?: number;
  /** fence: what follows the opening fence. */
  info?: Segment | undefined;
  /** html: CommonMark's start condition, 1 to 7. */
  condition?: number;
  /** html: the line with the end condition, when it is not the first. */
  closure?: Segment | undefined;
  /** table */
  alignments?: readonly Alignment[];
  /** cell */
  alignment?: Alignment;
  /** cell: offsets of the backslashes of `\|` that may lie in code. */
  escapedPipes?: number[];
  /** definitions: the paragraph that becomes terms. */
  pending?: Block | undefined;
  /** footnote: its label, and its number once it is referred to. */
  label?: string;
  number?: number;
  /** footnote: how often it is referred to. */
  references?: number;
}

export function newBlock(kind: BlockKind, start = 0): Block {
  return {
    kind,
    parent: undefined,
    children: [],
    lines: [],
    blankBefore: false,
    attributes: undefined,
    inlines: undefined,
    start,
    end: start,
  };
}

export function append(parent: Block, child: Block): void {
  child.parent = parent;
  parent.children.push(child);
}

export function insertBefore(place: Block, block: Block): void {
  insertAt(place, block, 0);
}

export function insertAfter(place: Block, block: Block): void {
  insertAt(place, block, 1);
}

function insertAt(place: Block, block: Block, shift: 0 | 1): void {
  const parent = place.parent;
  if (!parent) return;
  block.parent = parent;
  parent.children.splice(parent.children.lastIndexOf(place) + shift, 0, block);
}

export function remove(block: Block): void {
  const siblings = block.parent?.children;
  block.parent = undefined;
  siblings?.splice(siblings.lastIndexOf(block), 1);
}

export function replace(block: Block, by: Block): void {
  const parent = block.parent;
  if (!parent) return;
  parent.children[parent.children.lastIndexOf(block)] = by;
  by.parent = parent;
  block.parent = undefined;
}

export function previousSibling(block: Block): Block | undefined {
  const siblings = block.parent?.children ?? [];
  return siblings[siblings.lastIndexOf(block) - 1];
}

export function nextSibling(block: Block): Block | undefined {
  const siblings = block.parent?.children ?? [];
  return siblings[siblings.lastIndexOf(block) + 1];
}

/** Sets an attribute; one of the same name gives way, in its place. */
export function setAttribute(block: Block, name: string, value: AttributeValue): void {
  block.attributes ??= [];
  const index = block.attributes.findIndex(attribute => attribute.name === name);
  if (index < 0) block.attributes.push({ name, value });
  else block.attributes[index] = { name, value };
}

export function attributeOf(block: Block, name: string): AttributeValue | undefined {
  return block.attributes?.find(attribute => attribute.name === name)?.value;
}
