import type { Element, ElementContent } from 'hast';
import { element, styleOf, text } from './element.ts';

/** What sets words off from those around them; `plain`: nothing shall, as in headings. */
export type Marks = 'plain' | { readonly strong: boolean; readonly em: boolean; readonly del: boolean };

export const NO_MARKS: Marks = { strong: false, em: false, del: false };

/** What holds inside an element: its name, then its style, which can take back what the name says. */
export function marksOf(node: Element, outer: Marks): Marks {
  if (outer === 'plain') return outer;
  const { tagName } = node;
  const weight = styleOf(node, 'font-weight');
  const slant = styleOf(node, 'font-style');
  return {
    strong: weight ? isBold(weight, outer.strong) : outer.strong || tagName === 'strong' || tagName === 'b',
    em: slant ? /italic|oblique/.test(slant) : outer.em || tagName === 'em' || tagName === 'i',
    del: outer.del || ['del', 's', 'strike'].includes(tagName) || isStruck(node),
  };
}

const isBold = (weight: string, outer: boolean): boolean => {
  if (weight.startsWith('inherit')) return outer;
  return weight.startsWith('bold') || Number.parseInt(weight) >= 600;
};

const isStruck = (node: Element): boolean =>
  ['text-decoration', 'text-decoration-line'].some(
    property => styleOf(node, property)?.includes('line-through') === true,
  );

/** Words with the one mark that matters most. Marks in each other are more than Markdown surely closes. */
export function marked(words: string, marks: Marks): ElementContent[] {
  if (marks === 'plain' || words.trim() === '') return [text(words)];
  if (marks.del) return [element('del', [text(words)])];
  if (marks.strong) return [element('strong', [text(words)])];
  return [marks.em ? element('em', [text(words)]) : text(words)];
}
