import type { Token } from 'markdown-it';
import type { Attribute, AttributeValue, BlockKind } from '../engine/block.ts';
import { escapeHtml } from './escape.ts';

/** Which attributes an element keeps (goldmark renderer/html/html.go, extension/*.go). */
const global = new Set(
  (
    'accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode ' +
    'is itemid itemprop itemref itemscope itemtype lang part role slot spellcheck style tabindex title translate'
  ).split(' '),
);

const own: Partial<Record<BlockKind, ReadonlySet<string>>> = {
  quote: new Set(['cite']),
  list: new Set(['start', 'reversed', 'type']),
  item: new Set(['value']),
  rule: new Set(['align', 'color', 'noshade', 'size', 'width']),
  table: new Set('align bgcolor border cellpadding cellspacing frame rules summary width'.split(' ')),
  image: new Set(
    (
      'align border crossorigin decoding height importance intrinsicsize ismap loading referrerpolicy sizes srcset ' +
      'usemap width'
    ).split(' '),
  ),
};

function isAllowed(kind: BlockKind, name: string): boolean {
  return global.has(name) || name.startsWith('data-') || (own[kind]?.has(name) ?? false);
}

/** A scalar as Hugo's `cast.ToString` prints it. */
export function scalarText(value: AttributeValue): string {
  return typeof value === 'object' ? '' : String(value);
}

/** The attributes of an element, as names and texts. Only strings keep their value. */
export function attributesFor(kind: BlockKind, attributes: readonly Attribute[]): [string, string][] {
  return attributes
    .filter(({ name }) => isAllowed(kind, name))
    .map(({ name, value }) => [name, typeof value === 'string' ? value : '']);
}

/** Headings keep every attribute but event handlers, and numbers too (Hugo attributes.RenderASTAttributes). */
export function headingAttributes(attributes: readonly Attribute[]): [string, string][] {
  return attributes
    .filter(({ name }) => !/^on/i.test(name))
    .map(({ name, value }) => [name, scalarText(value)]);
}

export function attributesHtml(attributes: Token['attrs']): string {
  return (attributes ?? []).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('');
}
