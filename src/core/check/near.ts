/**
 * Finds the candidate nearest to what was written, if it is near enough to be a slip: case, separators, one wrong,
 * missing, extra or swapped letter (two from seven letters on).
 */
export function nearestAmong(candidates: Iterable<string>): (written: string) => string | undefined {
  const folded = Array.from(candidates, candidate => ({ candidate, text: fold(candidate) }));
  return written => {
    const wanted = fold(written);
    let best: string | undefined;
    let bestDistance = Infinity;
    for (const { candidate, text } of wanted === '' ? [] : folded) {
      const limit = Math.min(wanted.length, text.length) >= 7 ? 2 : text.length >= 4 ? 1 : 0;
      const distance = editDistance(wanted, text, limit);
      if (distance <= limit && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  };
}

export const nearest = (written: string, candidates: Iterable<string>): string | undefined =>
  nearestAmong(candidates)(written);

/** Case, width, and the signs that join words do not count. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.]+/g, '');

/** Optimal string alignment distance; anything above `limit` comes back as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
