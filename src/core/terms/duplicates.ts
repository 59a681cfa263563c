import { normaliseTerm } from './normalise.ts';
import type { TermUse } from './term-index.ts';

/**
 * Groups of terms that differ only in what `normaliseTerm` takes away, at least two in each. In a group the established
 * spelling comes first: the most used, then the one used last, then the first by text. Groups are in the same order.
 */
export function nearDuplicates(terms: Iterable<TermUse>): TermUse[][] {
  const groups = new Map<string, TermUse[]>();
  for (const use of terms) {
    const key = normaliseTerm(use.term);
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return Array.from(groups.values())
    .filter(group => group.length > 1)
    .map(byEstablished)
    .sort(([a], [b]) => (a && b ? compare(a, b) : 0));
}

/** Sorted: the most used first, then the one used last, then the first by text. */
export const byEstablished = (terms: readonly TermUse[]): TermUse[] => [...terms].sort(compare);

const compare = (a: TermUse, b: TermUse): number =>
  b.count - a.count || b.lastUse - a.lastUse || (a.term < b.term ? -1 : 1);
