import type { Range } from '../article/tree.ts';
import { foldTerm, IGNORED } from './normalise.ts';

/** A character with its combining marks: what folding may join or take apart. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

const SURROGATE = /[\ud800-\udfff]/;

/**
 * The UTF-16 range of a term that became these characters (code points) of its folded form, without separators around it.
 * Nothing where pieces fold otherwise than the whole (Korean jamo, half-width kana with a sound mark).
 */
export function rangeOfFolded(term: string, { start, end }: Range): Range | undefined {
  const folded = foldTerm(term);
  const keepsPlaces = folded === term || folded === term.toLowerCase();
  if (keepsPlaces && !SURROGATE.test(folded)) return { start, end };
  let length = 0;
  let [from, to] = [term.length, 0];
  let joined = '';
  for (const { 0: cluster, index } of term.matchAll(CLUSTER)) {
    const piece = isIgnored(cluster) ? '' : foldTerm(cluster);
    if (piece === '') continue;
    joined += piece;
    const next = length + Array.from(piece).length;
    if (next > start && length < end) {
      from = Math.min(from, index);
      to = index + cluster.length;
    }
    length = next;
  }
  return joined === folded ? { start: from, end: to } : undefined;
}

const isIgnored = (cluster: string): boolean => cluster.normalize('NFKC').replace(IGNORED, '') === '';
