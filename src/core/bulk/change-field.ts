import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Node } from '../article/tree.ts';
import { addItem, inTurn, removeEntry, removeItem, setValue } from '../edit/edit.ts';
import type { EditValue } from '../edit/edit.ts';
import type { TextEdit } from '../problem.ts';

/** One change to the front matter of many articles; a key is found whatever its case. */
export type FieldChange =
  | { readonly kind: 'set'; readonly key: string; readonly value: EditValue }
  | { readonly kind: 'remove'; readonly key: string }
  /** To a list; a text alone becomes one, a missing list is made. */
  | { readonly kind: 'add'; readonly key: string; readonly item: string }
  | { readonly kind: 'take'; readonly key: string; readonly item: string }
  /** An item has another name; where it has that one, too, it goes. */
  | { readonly kind: 'rename'; readonly key: string; readonly item: string; readonly to: string };

/** Edits, or why an article is left as it is. */
export type FieldResult =
  { readonly edits: readonly TextEdit[] } | { readonly declined: 'none' | 'broken' | 'same' | 'format' };

/** Makes a change in one article; `same`: it is there already, `format`: it cannot be written byte-minimally here. */
export function changeField(article: Article, change: FieldChange): FieldResult {
  if (!article.fences) return { declined: 'none' };
  // Of front matter that cannot be read nobody knows what a change does.
  if (!article.tree || article.fences.fault || article.faults.length > 0) return { declined: 'broken' };
  const edits = editsOf(article, change);
  if (!edits) return { declined: 'format' };
  return edits.length > 0 ? { edits } : { declined: 'same' };
}

function editsOf(article: Article, change: FieldChange): readonly TextEdit[] | undefined {
  const entry = article.tree && entryOf(article.tree, change.key);
  const key = entry?.key.value ?? change.key;
  switch (change.kind) {
    case 'set':
      return setValue(article, [key], change.value);
    case 'remove':
      return entry ? removeEntry(article, [key]) : [];
    case 'add':
      return positions(entry?.value, change.item).length > 0
        ? []
        : addTo(article, key, entry?.value, change.item);
    case 'take':
      return entry ? take(article, key, entry.value, change.item) : [];
    case 'rename':
      return entry ? rename(article, key, entry.value, change) : [];
  }
}

const isText = (node: Node | undefined, text: string): boolean =>
  (node?.kind === 'string' || node?.kind === 'number') && String(node.value) === text;

/** Where a list has an item; 0 for a text alone that is it. */
function positions(node: Node | undefined, item: string): number[] {
  if (node?.kind !== 'list') return isText(node, item) ? [0] : [];
  return node.items.flatMap((other, index) => (isText(other, item) ? [index] : []));
}

function addTo(
  article: Article,
  key: string,
  node: Node | undefined,
  item: string,
): readonly TextEdit[] | undefined {
  const isNothing = !node || node.kind === 'null' || (node.kind === 'string' && node.value === '');
  return isNothing ? setValue(article, [key], [item]) : addItem(article, [key], item);
}

function take(article: Article, key: string, node: Node, item: string): readonly TextEdit[] | undefined {
  const found = positions(node, item);
  if (found.length === 0) return [];
  if (node.kind !== 'list') return setValue(article, [key], []);
  return inTurn(
    article,
    found.toReversed().map(index => (now: Article) => removeItem(now, [key], index)),
  );
}

function rename(
  article: Article,
  key: string,
  node: Node,
  { item, to }: { readonly item: string; readonly to: string },
): readonly TextEdit[] | undefined {
  const [first, ...more] = positions(node, item);
  if (first === undefined || item === to) return [];
  if (node.kind !== 'list') return setValue(article, [key], to);
  if (positions(node, to).length > 0) return take(article, key, node, item);
  return inTurn(article, [
    ...more.toReversed().map(index => (now: Article) => removeItem(now, [key], index)),
    now => setValue(now, [key, first], to),
  ]);
}
