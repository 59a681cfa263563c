import { newBlock, replace, type Block } from '../engine/block.ts';
import { nodesOf, type InlineNode } from '../engine/inline-node.ts';

/**
 * A paragraph that holds one image and nothing else becomes that image, with its attributes, unless
 * `parser.wrapStandAloneImageWithinParagraph` (Hugo markup/goldmark/images).
 */
export function unwrapLoneImage(block: Block): void {
  if (block.kind !== 'paragraph') return;
  const image = loneImage(block);
  if (!image) return;
  image.attributes = block.attributes;
  const bare = newBlock('image', block.start);
  bare.end = block.end;
  bare.lines = block.lines;
  bare.inlines = block.inlines;
  replace(block, bare);
}

function loneImage(block: Block): InlineNode | undefined {
  const first = block.inlines?.next;
  if (first?.kind !== 'imageOpen') return undefined;
  let depth = 0;
  let last: InlineNode | undefined;
  for (const node of nodesOf(block.inlines)) {
    if (node.kind === 'imageOpen') depth++;
    if (node.kind === 'imageClose') depth--;
    last = node;
    if (depth === 0 && node.next) return undefined;
  }
  return last?.kind === 'imageClose' ? first : undefined;
}
