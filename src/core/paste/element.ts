import type { Element, ElementContent, RootContent } from 'hast';

/** A property as text; empty where there is none. */
export function textOf({ properties }: Element, name: string): string {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** The last value of a property in a `style`, in lower case. */
export function styleOf(element: Element, property: string): string | undefined {
  let found: string | undefined;
  for (const part of textOf(element, 'style').split(';')) {
    const colon = part.indexOf(':');
    if (part.slice(0, colon).trim().toLowerCase() === property)
      found = part
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return found;
}

export const isElement = (node: RootContent, ...names: string[]): node is Element =>
  node.type === 'element' && (names.length === 0 || names.includes(node.tagName));

export const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

export const text = (value: string): ElementContent => ({ type: 'text', value });

/** All text in some nodes, joined. */
export const plain = (nodes: readonly RootContent[]): string =>
  nodes
    .map(node => (node.type === 'text' ? node.value : isElement(node) ? plain(node.children) : ''))
    .join('');

/** Elements that stand for themselves, not in a line. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
