/** How one text became another, as one stretch: `start` to `oldEnd` of the first is `start` to `newEnd` of the second. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let kept = 0;
  const [last, lastAfter] = [before.length - 1, after.length - 1];
  while (kept < shorter - start && before.charCodeAt(last - kept) === after.charCodeAt(lastAfter - kept))
    kept++;
  return { start, oldEnd: before.length - kept, newEnd: after.length - kept };
}

/** Offsets at which the lines of a text start. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}
