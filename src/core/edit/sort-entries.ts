import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { reorderLines } from './blocks.ts';
import { boxOf, isSection } from './box.ts';
import { reorderParts } from './flows.ts';
import { firstSound } from './sound.ts';
import { draftOf } from './value.ts';
import { penAt } from './write.ts';

/**
 * Brings the entries at the top into the order of `rankOf`, which is given each key; equal ones stay in their order.
 * TOML tables stay behind all others, as they have to. Comments behind an entry and directly above it move with it.
 *
 * Touched: the entries that move, with these comments; blank lines between entries stay where they are.
 *
 * @returns no edits if the order is right; `undefined` if something depends on the order as it is (an alias on the
 *   anchor above it), or something could not be read
 */
export function sortEntries(
  article: Article,
  rankOf: (key: string) => number,
): readonly TextEdit[] | undefined {
  const { tree, fences, faults } = article;
  if (!tree || !fences || fences.fault || faults.length > 0) return undefined;
  const box = boxOf(article, tree, penAt(article, tree.range.start));
  const ranks = box.indexes.map(index => {
    const entry = tree.entries[index];
    if (!entry) return Infinity;
    return fences.format === 'toml' && isSection(article, entry) ? Infinity : rankOf(entry.key.value);
  });
  const permutation = ranks
    .map((_, index) => index)
    .toSorted((a, b) => compare(ranks[a] ?? 0, ranks[b] ?? 0) || a - b);
  if (permutation.every((from, index) => from === index)) return [];
  const way = box.layout === 'flow' ? reorderParts(box, permutation) : reorderLines(box, permutation);
  return firstSound(article, draftOf(tree), [way]);
}

/** Not their difference, which of two infinite ones is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
