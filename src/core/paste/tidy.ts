import type {
  BlockContent,
  DefinitionContent,
  Heading,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { fitMarks, linesOf, trimmed } from './marks-fit.ts';
import { withAddresses } from './bare-addresses.ts';

/** Blocks as an article has them: a paragraph for each line, headings from the second level on, nothing empty. */
export function tidy(nodes: readonly RootContent[]): RootContent[] {
  const isTitled = nodes.some(node => node.type === 'heading' && node.depth === 1);
  return nodes.flatMap(node => tidyBlock(node, isTitled ? 1 : 0));
}

/** @param lower how many levels headings go down */
function tidyBlock(node: RootContent, lower: number): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return linesOf({ ...node, children: withAddresses(node.children) });
    case 'heading':
      return heading(node, lower);
    case 'blockquote': {
      const children = tidyInner(node.children, lower);
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    case 'list': {
      const items = node.children
        .map(item => itemOf(item, lower))
        .filter(({ children }) => children.length > 0);
      const isSpread = items.some(({ spread }) => spread === true);
      return items.length > 0
        ? [{ ...node, spread: isSpread, children: items.map(item => ({ ...item, spread: isSpread })) }]
        : [];
    }
    case 'table':
      return [table(node)];
    default:
      return [node];
  }
}

const tidyInner = (nodes: readonly RootContent[], lower: number): (BlockContent | DefinitionContent)[] =>
  nodes.flatMap(node => tidyBlock(node, lower) as (BlockContent | DefinitionContent)[]);

function heading(node: Heading, lower: number): Heading[] {
  const children = trimmed(fitMarks(trimmed(oneLine(node.children))));
  const depth = Math.min(6, node.depth + lower) as Heading['depth'];
  return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
}

function itemOf(item: ListItem, lower: number): ListItem {
  const children = tidyInner(item.children, lower);
  const isSpread = children.length > 1 && children.some(({ type }, at) => at > 0 && type !== 'list');
  return { type: 'listItem', spread: isSpread, children };
}

const table = (node: Table): Table => ({
  ...node,
  children: node.children.map(row => ({
    ...row,
    children: row.children.map(cell => ({
      ...cell,
      children: trimmed(fitMarks(trimmed(withAddresses(inCell(oneLine(cell.children)))))),
    })),
  })),
});

const oneLine = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map(node =>
    node.type === 'break'
      ? { type: 'text', value: ' ' }
      : node.type === 'text'
        ? { ...node, value: node.value.replace(/\s+/g, ' ') }
        : node,
  );

/** The backslash of `\\|` in code of a cell is gone on the page. */
const inCell = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map(node =>
    node.type === 'inlineCode' && node.value.includes('\\|') ? { type: 'text', value: node.value } : node,
  );
