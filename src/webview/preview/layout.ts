import type { Block, Body } from './body.ts';
import type { Layout } from './sync.ts';

/** Which lines the page shows. */
export interface Lines {
  readonly bodyLine: number;
  readonly lineCount: number;
}

/** Measures the page when asked. */
export function layoutOf(body: Body, page: Element, { bodyLine, lineCount }: Lines): Layout<Block> {
  const blocks = body.ordered;
  const slot = slotOf(page)?.getBoundingClientRect();
  const all = page.getBoundingClientRect();
  const scrolled = window.scrollY;
  return {
    blocks,
    bodyLine,
    lineCount: Math.max(lineCount, bodyLine + 1),
    top: (slot?.top ?? all.top) + scrolled,
    bottom: (slot?.bottom ?? all.bottom) + scrolled,
    rectOf(block) {
      const elements = elementsOf(block).filter(element => element.getClientRects().length > 0);
      const [first, last] = [elements[0], elements.at(-1)];
      if (!first || !last) return undefined;
      const { top } = first.getBoundingClientRect();
      return { top: top + scrolled, bottom: last.getBoundingClientRect().bottom + scrolled };
    },
  };
}

/** Where the page has its body. */
export const slotOf = (page: ParentNode): Element | undefined =>
  page.querySelector('[data-galley-content]') ?? undefined;

export const elementsOf = ({ nodes }: Block): HTMLElement[] =>
  nodes.filter(node => node instanceof HTMLElement);

/** The block that an element of the body belongs to. */
export function blockAt(element: Element, { blocks }: Body): Block | undefined {
  return blocks.find(({ nodes }) => nodes.some(node => node.contains(element)));
}
