import type { Article } from '../article/article.ts';
import type { Entry, ListNode, MapNode, Node, Range } from '../article/tree.ts';
import { lineEnd } from './lines.ts';
import type { Draft } from './value.ts';

/** Keys and indexes from the top of the front matter. Of a key written twice the last counts, as for Hugo. */
export type Path = readonly (string | number)[];

/** One step down: the `index`-th entry or item of `container`. */
interface Step {
  readonly container: MapNode | ListNode;
  readonly index: number;
}

/** A node and the way to it. */
export interface Place {
  readonly node: Node;
  readonly steps: readonly Step[];
  /** The entry that the node is the value of; absent for items and for the whole. */
  readonly entry: Entry | undefined;
}

/** The node at a path in front matter that has both its fences; a key is found by its exact spelling, else whatever its case. */
export function placeOf({ tree, fences }: Article, path: Path): Place | undefined {
  // Where front matter does not end, what it holds is a guess.
  if (!tree || fences?.fault) return undefined;
  let place: Place = { node: tree, steps: [], entry: undefined };
  for (const key of path) {
    const next = stepInto(place, key);
    if (!next) return undefined;
    place = next;
  }
  return place;
}

function stepInto({ node, steps }: Place, key: string | number): Place | undefined {
  if (node.kind === 'map') {
    const index = indexOfKey(node, String(key));
    const entry = node.entries[index];
    return entry && { node: entry.value, steps: [...steps, { container: node, index }], entry };
  }
  if (node.kind !== 'list' || typeof key !== 'number') return undefined;
  const item = node.items[key];
  return item && { node: item, steps: [...steps, { container: node, index: key }], entry: undefined };
}

/** The index of the entry that counts for a key, or -1. */
export function indexOfKey({ entries }: MapNode, key: string): number {
  const exact = entries.findLastIndex(entry => entry.key.value === key);
  if (exact !== -1) return exact;
  return entries.findLastIndex(entry => entry.key.value.toLowerCase() === key.toLowerCase());
}

/** `draft` with the part that `steps` lead to changed; `undefined` from `change` takes it out. */
export function changed(
  draft: Draft,
  steps: readonly Step[],
  change: (part: Draft) => Draft | undefined,
): Draft | undefined {
  const [step, ...rest] = steps;
  if (!step) return change(draft);
  const { index } = step;
  if (draft.kind === 'map') {
    const old = draft.entries[index];
    if (!old) return draft;
    const value = changed(old.value, rest, change);
    return { ...draft, entries: draft.entries.toSpliced(index, 1, ...(value ? [{ ...old, value }] : [])) };
  }
  if (draft.kind !== 'list') return draft;
  const old = draft.items[index];
  if (!old) return draft;
  const item = changed(old, rest, change);
  return { ...draft, items: draft.items.toSpliced(index, 1, ...(item ? [item] : [])) };
}

/**
 * Whether an edit inside or of a place would be one of something else: a copy that an alias or a merge key brought
 * here, or a line that could not be read.
 */
export function isOutOfReach(article: Article, { steps, entry, node }: Place): boolean {
  if (steps.some(step => isAlias(article, step.container))) return true;
  if (entry && isMerged(article, entry)) return true;
  const [top] = steps;
  const range = top?.container.kind === 'map' ? top.container.entries[top.index]?.range : node.range;
  return range !== undefined && steps.length > 0 && hasFault(article, range);
}

/** Whether something of a top-level entry could not be read. */
export function hasFault(article: Article, range: Range): boolean {
  return article.faults.some(
    fault =>
      fault.range.end >= range.start &&
      (fault.range.start <= range.end || isOfSame(article, range, fault.range)),
  );
}

/** Whether no other key begins between an entry and a fault behind it. */
function isOfSame({ text, fences }: Article, entry: Range, fault: Range): boolean {
  if (fences?.format === 'json') return false;
  const lines = text.slice(entry.end, lineEnd(text, fault.start)).split(/\r\n|\n|\r/);
  return !lines.slice(1).some(line => /^(?:\[|[^\s#-][^:：=]*[:：=])/.test(line));
}

/** Nodes that an alias copies all stand where it stands. */
export const isAlias = ({ text, fences }: Article, { range }: Node): boolean =>
  fences?.format === 'yaml' && text[range.start] === '*';

export const isMerged = ({ text, fences }: Article, { key }: Entry): boolean =>
  fences?.format === 'yaml' && text[key.range.start] === '*';
