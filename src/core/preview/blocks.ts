/** A top-level block as the differ sees it. */
export interface HashedBlock {
  readonly hash: string;
  readonly html: string;
}

/** How one list of blocks becomes another. */
export interface BlockPatch {
  /** Index of the first that changes. */
  readonly start: number;
  /** How many go. */
  readonly removed: number;
  /** What comes in their place; without `html`: the first of those that go with that hash, not yet taken. */
  readonly inserted: readonly { readonly hash: string; readonly html?: string }[];
}

/**
 * The difference between what is shown, by its hashes, and what is to be shown: all that is equal at the start and at
 * the end stays, and blocks that only move are not sent again. `undefined` if nothing changes.
 */
export function diffBlocks(shown: readonly string[], next: readonly HashedBlock[]): BlockPatch | undefined {
  const shorter = Math.min(shown.length, next.length);
  let start = 0;
  while (start < shorter && shown[start] === next[start]?.hash) start++;
  let kept = 0;
  while (kept < shorter - start && shown.at(-1 - kept) === next.at(-1 - kept)?.hash) kept++;
  const gone = shown.slice(start, shown.length - kept);
  const come = next.slice(start, next.length - kept);
  if (gone.length === 0 && come.length === 0) return undefined;
  const available = new Map<string, number>();
  for (const hash of gone) available.set(hash, (available.get(hash) ?? 0) + 1);
  const inserted = come.map(({ hash, html }) => {
    const left = available.get(hash) ?? 0;
    if (left === 0) return { hash, html };
    available.set(hash, left - 1);
    return { hash };
  });
  return { start, removed: gone.length, inserted };
}
