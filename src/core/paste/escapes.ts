import type { Nodes } from 'mdast';
import { withoutShortcodes } from './code.ts';

/** Stands for `&` while Markdown is written, which escapes more of them than CommonMark 6.2 asks for. */
const HELD = '\ufdd0';

const PLAIN = /(?<!\\)&(?!#?\w{1,31};)/g;

/** Has shortcodes in code printed, and `&` left as it is where no reference begins: in `AT&T`, and between the parameters of an address. */
export function hold<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: node.value.replace(PLAIN, HELD) };
  if (node.type === 'inlineCode') return { ...node, value: withoutShortcodes(node.value) };
  const held = 'url' in node ? { ...node, url: node.url.replace(PLAIN, HELD) } : node;
  return 'children' in held ? { ...held, children: held.children.map(child => hold<Nodes>(child)) } : held;
}

/** Beside a mark it is written as a reference. */
export const release = (markdown: string): string => markdown.replace(/&#xFDD0;|\ufdd0/g, '&');
