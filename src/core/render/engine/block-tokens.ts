import type { Token } from 'markdown-it';
import type { Block, BlockKind } from './block.ts';
import { inlineTokens, type TokenContext } from './inline-tokens.ts';
import { segmentText, type Segment } from './segment.ts';
import { attributesFor, headingAttributes } from '../html/attributes.ts';

/** Turns the tree of blocks into markdown-it's flat list of tokens. */
export interface BlockTokenContext extends TokenContext {
  /** Zero-based line of an offset. */
  readonly lineOf: (offset: number) => number;
  /** Made for each inline token: what stayed literal in the block. */
  readonly literalsOf: (block: Block) => readonly unknown[];
}

type Pair = readonly [type: string, tag: string];

const pairs: Partial<Record<BlockKind, Pair>> = {
  quote: ['blockquote', 'blockquote'],
  item: ['list_item', 'li'],
  table: ['table', 'table'],
  tableHead: ['thead', 'thead'],
  tableRow: ['tr', 'tr'],
  definitions: ['dl', 'dl'],
  term: ['dt', 'dt'],
  description: ['dd', 'dd'],
  footnotes: ['footnote_block', 'div'],
  footnote: ['footnote', 'li'],
};

function pairOf(block: Block): Pair {
  switch (block.kind) {
    case 'heading':
      return ['heading', `h${String(block.level ?? 1)}`];
    case 'list':
      return block.first === undefined ? ['bullet_list', 'ul'] : ['ordered_list', 'ol'];
    case 'cell':
      return block.parent?.kind === 'tableHead' ? ['th', 'th'] : ['td', 'td'];
    default:
      return pairs[block.kind] ?? ['paragraph', 'p'];
  }
}

function place(context: BlockTokenContext, made: Token, block: Block): void {
  made.block = true;
  const end = Math.max(block.start, block.end);
  const first = context.lineOf(block.start);
  made.map = [first, end > block.start + 1 ? context.lineOf(end - 1) + 1 : first + 1];
}

function joined(source: string, lines: readonly Segment[]): string {
  const [only] = lines;
  if (only && lines.length === 1) return segmentText(source, only);
  return lines.map(line => segmentText(source, line)).join('');
}

/** The end of the body ends a line of code. */
function codeText(source: string, lines: readonly Segment[]): string {
  const text = joined(source, lines);
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function single(context: BlockTokenContext, block: Block): Token | undefined {
  const types: Partial<Record<BlockKind, Pair>> = {
    rule: ['hr', 'hr'],
    code: ['code_block', 'code'],
    fence: ['fence', 'code'],
    html: ['html_block', ''],
    passthrough: ['passthrough_block', ''],
  };
  const pair = types[block.kind];
  if (!pair) return undefined;
  const made = context.newToken(...pair, 0);
  place(context, made, block);
  made.attrs = attrsOf(block);
  made.meta = {
    start: block.start,
    end: Math.max(block.start, block.end),
    closure: block.closure !== undefined,
  };
  const { source } = context;
  if (block.kind === 'code' || block.kind === 'fence') made.content = codeText(source, block.lines);
  else if (block.kind !== 'rule') made.content = joined(source, block.lines);
  if (block.kind === 'fence') {
    made.markup = (block.marker ?? '`').repeat(block.fenceLength ?? 3);
    made.info = block.info ? segmentText(source, block.info) : '';
  }
  if (block.closure) made.content += segmentText(source, block.closure);
  return made;
}

function pushInline(context: BlockTokenContext, tokens: Token[], block: Block): void {
  if (!block.inlines) return;
  const inline = context.newToken('inline', '', 0);
  place(context, inline, block);
  inline.content = joined(context.source, block.lines);
  inline.children = inlineTokens(context, block);
  inline.meta = { start: block.start, end: block.end, literals: context.literalsOf(block) };
  tokens.push(inline);
}

/** What printing needs to know of a block besides its tag. */
function metaOf(block: Block, isLast: boolean): Record<string, unknown> {
  const { start } = block;
  const end = Math.max(start, block.end);
  const [firstChild] = block.children;
  switch (block.kind) {
    case 'paragraph':
    case 'text':
      return { start, end, isLast, empty: block.inlines?.next === undefined };
    case 'heading':
      return { start, end, level: block.level };
    case 'quote':
      return { start, end, styled: block.attributes !== undefined };
    case 'list':
      return { start, end, first: block.first, tight: block.tight };
    case 'item':
      // A line feed is printed before a child that is not plain text.
      return { start, end, holdsBlock: firstChild !== undefined && firstChild.kind !== 'text' };
    case 'table':
      return { start, end, raw: block.attributes ?? [] };
    case 'cell':
      return { start, end, alignment: block.alignment };
    case 'description':
      return { start, end, tight: block.tight };
    case 'footnote':
      return { start, end, number: block.number };
    default:
      return { start, end, isLast };
  }
}

function attrsOf({ kind, attributes }: Block): [string, string][] | null {
  if (!attributes) return null;
  return kind === 'heading' ? headingAttributes(attributes) : attributesFor(kind, attributes);
}

/** Appends the tokens of a block. `isLast`: its parent has none behind it. */
export function blockTokens(context: BlockTokenContext, tokens: Token[], block: Block, isLast = true): void {
  if (block.kind === 'reference' || block.kind === 'attributes') return;
  if (block.kind === 'image') {
    pushInline(context, tokens, block);
    return;
  }
  const alone = single(context, block);
  if (alone) {
    tokens.push(alone);
    return;
  }
  const [type, tag] = pairOf(block);
  const open = context.newToken(`${type}_open`, tag, 1);
  place(context, open, block);
  open.markup = block.marker ?? '';
  open.attrs = attrsOf(block);
  open.meta = metaOf(block, isLast);
  const close = context.newToken(`${type}_close`, tag, -1);
  close.block = true;
  close.markup = open.markup;
  close.meta = open.meta;
  open.hidden = close.hidden = block.kind === 'text';
  tokens.push(open);
  const last = block.children.at(-1);
  for (const child of block.children) blockTokens(context, tokens, child, child === last);
  pushInline(context, tokens, block);
  tokens.push(close);
}
