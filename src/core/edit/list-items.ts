import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { reorderLines } from './blocks.ts';
import { boxOf } from './box.ts';
import { reorderParts } from './flows.ts';
import { insertItem } from './insert-item.ts';
import { changed, isAlias, isOutOfReach, placeOf } from './place.ts';
import type { Path } from './place.ts';
import { removeAt } from './remove.ts';
import { setDraft, setValue } from './set-value.ts';
import { firstSound } from './sound.ts';
import { asList } from './to-list.ts';
import { draftFrom, draftOf } from './value.ts';
import type { EditValue, ListDraft } from './value.ts';
import { penAt } from './write.ts';

/**
 * Adds an item to the list at a path, in front of the `index`-th or at the end. A missing or empty value becomes a
 * list with it, a bare value one with both.
 *
 * Touched: nothing but what is put in, and in brackets the comma behind the item before; else the value that becomes
 * a list.
 */
export function addItem(
  article: Article,
  path: Path,
  value: EditValue,
  index?: number,
): readonly TextEdit[] | undefined {
  const draft = article.fences && draftFrom(value, article.fences.format);
  if (!draft) return undefined;
  const node = placeOf(article, path)?.node;
  if (node?.kind === 'list') return insertItem(article, path, { draft, index: index ?? node.items.length });
  const { items } = node ? (asList(node) ?? {}) : { items: [] };
  if (!items) return undefined;
  return setDraft(article, path, { kind: 'list', items: items.toSpliced(index ?? items.length, 0, draft) });
}

/**
 * Takes an item out of a list, with the comment behind it and those above it that are its own (as `removeEntry`).
 *
 * Touched: the item's lines; in a line of several, the item with one comma; of the last one, the comma before it. A
 * list with dashes that loses its only item becomes `[]`.
 */
export function removeItem(article: Article, path: Path, index: number): readonly TextEdit[] | undefined {
  return placeOf(article, path)?.node.kind === 'list' ? removeAt(article, [...path, index]) : undefined;
}

/** Writes another value in place of an item, as `setValue` does. */
export function replaceItem(
  article: Article,
  path: Path,
  index: number,
  value: EditValue,
): readonly TextEdit[] | undefined {
  const node = placeOf(article, path)?.node;
  return node?.kind === 'list' && node.items[index] ? setValue(article, [...path, index], value) : undefined;
}

/**
 * Brings the items of a list into another order: `permutation[i]` is the old index of the item that becomes the
 * `i`-th. Comments behind an item and directly above it move with it.
 *
 * Touched: the items that move, with these comments; what stands between items stays.
 */
export function reorderItems(
  article: Article,
  path: Path,
  permutation: readonly number[],
): readonly TextEdit[] | undefined {
  const place = placeOf(article, path);
  if (place?.node.kind !== 'list' || !article.tree) return undefined;
  if (isOutOfReach(article, place) || isAlias(article, place.node)) return undefined;
  const { node } = place;
  if (permutation.toSorted((a, b) => a - b).some((from, index) => from !== index)) return undefined;
  if (permutation.length !== node.items.length) return undefined;
  if (permutation.every((from, index) => from === index)) return [];
  const expected = changed(draftOf(article.tree), place.steps, list => ({
    ...(list as ListDraft),
    items: permutation.flatMap(from => (list as ListDraft).items[from] ?? []),
  }));
  const box = boxOf(article, node, penAt(article, node.range.start));
  const way = box.layout === 'flow' ? reorderParts(box, permutation) : reorderLines(box, permutation);
  return firstSound(article, expected, [way]);
}
