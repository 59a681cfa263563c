import { hashOf } from '../render/hash.ts';
import type { RenderedBlock } from '../render/render.ts';

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/gi;

/** Elements without an end, and those whose end may be left out. */
const OPEN =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option|thead|tbody|tfoot|colgroup)$/i;

/**
 * Blocks between which an element of raw HTML is open, as one: each block becomes elements by itself, and what starts
 * in one could not end in another.
 */
export function joinBlocks(blocks: readonly RenderedBlock[]): readonly RenderedBlock[] {
  const joined: RenderedBlock[] = [];
  let open: RenderedBlock[] = [];
  let depth = 0;
  for (const block of blocks) {
    depth = Math.max(0, depth + depthOf(block.html));
    open.push(block);
    if (depth > 0) continue;
    joined.push(oneOf(open));
    open = [];
  }
  // What is never closed closes with each block, as it would be read alone.
  return [...joined, ...open];
}

/** How many more elements are opened than closed. */
function depthOf(html: string): number {
  let depth = 0;
  for (const [, slash, name = '', isEmpty] of html.matchAll(TAG)) {
    if (name === '' || isEmpty === '/' || OPEN.test(name)) continue;
    depth += slash === '/' ? -1 : 1;
  }
  return depth;
}

function oneOf(blocks: readonly RenderedBlock[]): RenderedBlock {
  const [first, ...rest] = blocks;
  const last = rest.at(-1);
  if (!first || !last) return first ?? NOTHING;
  const html = blocks.map(block => block.html).join('');
  return { html, startLine: first.startLine, endLine: last.endLine, hash: hashOf(html) };
}

const NOTHING: RenderedBlock = { html: '', startLine: 0, endLine: 0, hash: '' };
