/** How long work may go on before everything else gets its turn, milliseconds. */
const SLICE_MS = 5;

/**
 * Uses items one by one, in slices short enough for nobody to wait.
 *
 * @param use returns or resolves to false to leave the rest
 * @returns the longest slice, milliseconds
 */
export async function inSlices<T>(
  items: Iterable<T> | AsyncIterable<T>,
  use: (item: T) => unknown,
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
      if ((working instanceof Promise ? await working : working) === false) break;
      await pause();
    }
  } else {
    for await (const item of items) if ((await use(item)) === false) break;
  }
  return longest;
}
