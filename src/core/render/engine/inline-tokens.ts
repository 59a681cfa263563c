import type { Token } from 'markdown-it';
import type { Block } from './block.ts';
import type { TokenMaker } from './new-token.ts';
import { nodesOf, type InlineNode } from './inline-node.ts';
import { attributesFor } from '../html/attributes.ts';

/** What inline tokens are made with. */
export interface TokenContext {
  readonly source: string;
  readonly newToken: TokenMaker;
  /** Whether the line feed between two texts is printed (CJK option). */
  readonly keepsLineFeed: (before: string, after: string | undefined) => boolean;
}

type Nesting = 1 | 0 | -1;

function token(
  context: TokenContext,
  node: InlineNode,
  [type, tag, nesting]: [string, string, Nesting],
): Token {
  const made = context.newToken(type, tag, nesting);
  made.meta = { start: node.start, end: node.end };
  if (nesting !== 0) made.markup = context.source.slice(node.start, node.end);
  return made;
}

const linkTypes = { a: 'link' } as Readonly<Record<string, string>>;

function spanToken(context: TokenContext, node: InlineNode): Token {
  const nesting = node.kind === 'open' ? 1 : -1;
  const name = linkTypes[node.value] ?? node.value;
  const made = token(context, node, [`${name}_${nesting === 1 ? 'open' : 'close'}`, node.value, nesting]);
  if (node.destination !== undefined) setTarget(made, node);
  return made;
}

function setTarget(made: Token, node: InlineNode): void {
  const { start, end, destination = '', title } = node;
  made.meta = { start, end, destination, title };
}

function textTokens(context: TokenContext, node: InlineNode): Token[] {
  const text = token(context, node, ['text', '', 0]);
  text.content = context.source.slice(node.start, node.end);
  if (node.lineBreak === 'none') return [text];
  const lineBreak = token(context, node, [node.lineBreak === 'hard' ? 'hardbreak' : 'softbreak', 'br', 0]);
  lineBreak.meta = { start: node.end, end: context.source.indexOf('\n', node.end) + 1 };
  const { next } = node;
  const after = next?.kind === 'text' ? context.source.slice(next.start, next.end) : undefined;
  lineBreak.hidden = node.lineBreak === 'soft' && !context.keepsLineFeed(text.content, after);
  return [text, lineBreak];
}

const singleTypes = {
  string: 'string',
  code: 'code_inline',
  html: 'html_inline',
  autolink: 'autolink',
  footnote: 'footnote_ref',
  backlink: 'footnote_anchor',
  task: 'task_checkbox',
  emoji: 'emoji',
  passthrough: 'passthrough_inline',
} as Readonly<Record<string, string>>;

function singleMeta(node: InlineNode): Record<string, unknown> {
  const { start, end, note } = node;
  switch (node.kind) {
    case 'task':
      return { start, end, checked: node.flag };
    case 'autolink':
      return { start, end, email: node.email, bareHost: node.bareHost };
    case 'footnote':
    case 'backlink':
      return { start, end, ...note };
    default:
      return { start, end };
  }
}

function singleToken(context: TokenContext, node: InlineNode): Token {
  const made = context.newToken(singleTypes[node.kind] ?? 'text', '', 0);
  made.content = node.kind === 'code' ? node.value.replace(/\n/g, ' ') : node.value;
  made.markup = node.markup ?? '';
  made.meta = singleMeta(node);
  return made;
}

/** The tokens of a block's inline content. Images hold theirs as children. */
export function inlineTokens(context: TokenContext, block: Block): Token[] {
  const top: Token[] = [];
  let target = top;
  const outer: { readonly tokens: Token[]; readonly open: InlineNode }[] = [];
  for (const node of nodesOf(block.inlines)) {
    if (node.kind === 'imageOpen') {
      outer.push({ tokens: target, open: node });
      target = [];
    } else if (node.kind === 'imageClose') {
      const around = outer.pop();
      if (!around) continue;
      around.tokens.push(imageToken(context, { ...around, close: node, children: target }));
      target = around.tokens;
    } else if (node.kind === 'text') {
      target.push(...textTokens(context, node));
    } else if (node.kind === 'open' || node.kind === 'close') {
      target.push(spanToken(context, node));
    } else {
      target.push(singleToken(context, node));
    }
  }
  return top;
}

interface Image {
  readonly open: InlineNode;
  readonly close: InlineNode;
  readonly children: Token[];
}

function imageToken(context: TokenContext, { open, close, children }: Image): Token {
  const made = token(context, open, ['image', 'img', 0]);
  made.children = children;
  made.content = context.source.slice(open.end, close.start);
  const { start, destination = '', title } = open;
  made.meta = { start, end: close.end, destination, title };
  if (open.attributes) made.attrs = attributesFor('image', open.attributes);
  return made;
}
