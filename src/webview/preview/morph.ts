/**
 * Makes the children of an element those of another, and keeps what is equal: equal children at the start and at the
 * end stay as they are, elements of the same kind in between are changed in place.
 */
export function morphChildren(parent: Element, next: ParentNode): void {
  const old = [...parent.childNodes];
  const wanted = [...next.childNodes];
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && areEqual(old[start], wanted[start])) start++;
  let kept = 0;
  while (kept < shorter - start && areEqual(old.at(-1 - kept), wanted.at(-1 - kept))) kept++;
  morphSiblings(parent, {
    old: old.slice(start, old.length - kept),
    wanted: wanted.slice(start, wanted.length - kept),
    behind: old[old.length - kept] ?? null,
  });
}

interface Siblings {
  readonly old: readonly ChildNode[];
  readonly wanted: readonly ChildNode[];
  /** What comes after them, and stays. */
  readonly behind: ChildNode | null;
}

/** The same for siblings that stand together. @returns what stands there now */
export function morphSiblings(parent: Node, { old, wanted, behind }: Siblings): ChildNode[] {
  let at = 0;
  const now = wanted.map(node => {
    const found = old.findIndex((other, index) => index >= at && areAlike(other, node));
    if (found === -1) {
      parent.insertBefore(node, old[at] ?? behind);
      return node;
    }
    for (; at < found; at++) old[at]?.remove();
    at++;
    const kept = old[found] ?? node;
    morph(kept, node);
    return kept;
  });
  for (; at < old.length; at++) old[at]?.remove();
  return now;
}

function morph(node: ChildNode, next: ChildNode): void {
  if (!isElement(node) || !isElement(next)) {
    if (node.nodeValue !== next.nodeValue) node.nodeValue = next.nodeValue;
    return;
  }
  if (node.isEqualNode(next)) return;
  for (const { name } of [...node.attributes]) if (!next.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of next.attributes) {
    // The policy forbids the attribute, not the object model.
    if (name === 'style') node.style.cssText = next.style.cssText;
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  if (!isSlot(node)) morphChildren(node, next);
}

/** The place of the body: its content is not that of the page around it. */
const isSlot = (element: Element): boolean => element.hasAttribute('data-galley-content');

const areEqual = (a: ChildNode | undefined, b: ChildNode | undefined): boolean =>
  a !== undefined && b !== undefined && a.isEqualNode(b);

/** One can be made the other. */
function areAlike(a: ChildNode, b: ChildNode): boolean {
  if (a.nodeName !== b.nodeName) return false;
  if (!isElement(a) || !isElement(b)) return true;
  if (a.tagName === 'IMG') return a.getAttribute('data-galley-src') === b.getAttribute('data-galley-src');
  return isSlot(a) === isSlot(b);
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;
