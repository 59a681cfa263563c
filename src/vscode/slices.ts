/** How long work may go on before everything else gets its turn, milliseconds. */
const SLICE_MS = 5;

/** Uses items one by one, in slices short enough for nobody to wait. */
export async function inSlices<T>(
  items: Iterable<T> | AsyncIterable<T>,
  use: (item: T) => Promise<void> | void,
): Promise<void> {
  let started = performance.now();
  const pause = async (): Promise<void> => {
    if (performance.now() - started < SLICE_MS) return;
    await new Promise<void>(resume => setTimeout(resume, 0));
    started = performance.now();
  };
  if (Symbol.iterator in items) {
    for (const item of items) {
      await use(item);
      await pause();
    }
  } else {
    for await (const item of items) await use(item);
  }
}
