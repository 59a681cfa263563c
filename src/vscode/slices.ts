/** How long work may go on before everything else gets its turn, milliseconds. */
const SLICE_MS = 5;

/**
 * Uses items one by one, in slices short enough for nobody to wait.
 *
 * @returns the longest slice, milliseconds
 */
export async function inSlices<T>(
  items: Iterable<T> | AsyncIterable<T>,
  use: (item: T) => Promise<void> | void,
): Promise<number> {
  let started = performance.now();
  let longest = 0;
  const pause = async (): Promise<void> => {
    const spent = performance.now() - started;
    longest = Math.max(longest, spent);
    if (spent < SLICE_MS) return;
    await new Promise<void>(resume => setTimeout(resume, 0));
    started = performance.now();
  };
  if (Symbol.iterator in items) {
    for (const item of items) {
      const working = use(item);
      if (working) await working;
      await pause();
    }
  } else {
    for await (const item of items) await use(item);
  }
  return longest;
}
