import type { PhrasingContent } from 'mdast';

/** Addresses that stand in the text, up to what cannot be of them: Hugo would link them with the words that follow. */
const ADDRESS = /https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w\-.~:/?#@!$&'*+,;=%]*)?/gi;

/** Text with its addresses as links of their own, `<https://…>`. */
export const withAddresses = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap(node => (node.type === 'text' ? split(node.value) : [node]));

function split(value: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const { index, 0: found } of value.matchAll(ADDRESS)) {
    const url = found.replace(/[.,;:!?'*_~]+$/, '');
    if (index > done) parts.push({ type: 'text', value: value.slice(done, index) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    done = index + url.length;
  }
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}
