import type { TextEdit } from '../problem.ts';

/** A stretch of lines that differs: zero-based line numbers, ends exclusive. */
interface Change {
  readonly from: { readonly start: number; readonly end: number };
  readonly to: { readonly start: number; readonly end: number };
}

/** Lines with their line ends; joined, they are the text. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Beyond this many differing lines the stretch counts as one change: nobody reads such a diff line by line. */
const MOST_DIFFERENCES = 500;

/** The smallest edits, line by line and within a changed line, that make one text the other. */
export function editsBetween(from: string, to: string): TextEdit[] {
  const [a, b] = [linesOf(from), linesOf(to)];
  const starts = [0];
  for (const line of a) starts.push((starts.at(-1) ?? 0) + line.length);
  return changesOf(a, b).map(change => {
    const old = a.slice(change.from.start, change.from.end).join('');
    const next = b.slice(change.to.start, change.to.end).join('');
    const start = starts[change.from.start] ?? from.length;
    return trimmed(start, old, next);
  });
}

function trimmed(at: number, old: string, next: string): TextEdit {
  const longest = Math.min(old.length, next.length);
  let start = 0;
  while (start < longest && old[start] === next[start]) start++;
  if (cuts(old, start) || cuts(next, start)) start--;
  let tail = 0;
  while (tail < longest - start && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  if (cuts(old, old.length - tail) || cuts(next, next.length - tail)) tail--;
  return {
    range: { start: at + start, end: at + old.length - tail },
    newText: next.slice(start, next.length - tail),
  };
}

/** Whether `at` lies within a character or a line end. */
const cuts = (text: string, at: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** Lines around a change that a unified diff shows. */
const CONTEXT = 3;

/** A unified diff, as `git diff` and `patch` read it; empty for equal texts. `name`: path with `/`. */
export function unifiedDiff(name: string, from: string, to: string): string {
  const [a, b] = [linesOf(from), linesOf(to)];
  const changes = changesOf(a, b);
  if (changes.length === 0) return '';
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.from.start - last.from.end <= 2 * CONTEXT) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return `--- a/${name}\n+++ b/${name}\n${hunks.map(hunk => hunkText(hunk, a, b)).join('')}`;
}

function hunkText(hunk: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (!first || !last) return '';
  const lead = Math.min(CONTEXT, first.from.start);
  const trail = Math.min(CONTEXT, a.length - last.from.end);
  const from = { start: first.from.start - lead, end: last.from.end + trail };
  const to = { start: first.to.start - lead, end: last.to.end + trail };
  let text = `@@ -${spanOf(from)} +${spanOf(to)} @@\n`;
  let at = from.start;
  for (const change of hunk) {
    text += marked(' ', a.slice(at, change.from.start));
    text += marked('-', a.slice(change.from.start, change.from.end));
    text += marked('+', b.slice(change.to.start, change.to.end));
    at = change.from.end;
  }
  return text + marked(' ', a.slice(at, from.end));
}

/** An empty span is named by the line before it. */
const spanOf = ({ start, end }: Change['from']): string =>
  `${end > start ? start + 1 : start},${end - start}`;

const marked = (sign: string, lines: readonly string[]): string =>
  lines.map(line => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');

/** What differs between two lists of lines (E. Myers, An O(ND) Difference Algorithm, 1986). */
function changesOf(a: readonly string[], b: readonly string[]): Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [aEnd, bEnd] = [a.length, b.length];
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  if (start === aEnd && start === bEnd) return [];
  const changes: Change[] = [];
  let at = { x: start, y: start };
  for (const same of [...commonLines(a, b, { start, aEnd, bEnd }), { x: aEnd, y: bEnd }]) {
    if (same.x > at.x || same.y > at.y) {
      changes.push({ from: { start: at.x, end: same.x }, to: { start: at.y, end: same.y } });
    }
    at = { x: same.x + 1, y: same.y + 1 };
  }
  return changes;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines that a shortest edit script keeps, in order; none if there are too many differences. */
function commonLines(
  a: readonly string[],
  b: readonly string[],
  { start, aEnd, bEnd }: { start: number; aEnd: number; bEnd: number },
): Point[] {
  const rounds: Map<number, number>[] = [];
  let reach = new Map([[1, start]]);
  for (let d = 0; d <= MOST_DIFFERENCES; d++) {
    rounds.push(reach);
    const next = new Map(reach);
    for (let k = -d; k <= d; k += 2) {
      let x = furthest(reach, k, d);
      let y = x - k;
      while (x < aEnd && y < bEnd && a[x] === b[y]) {
        x++;
        y++;
      }
      next.set(k, x);
      if (k === aEnd - bEnd && x >= aEnd) return trace(rounds, { x: aEnd, y: bEnd }, start);
    }
    reach = next;
  }
  return [];
}

/** Where diagonal `k` starts in round `d`: one down from the diagonal above it, or one right from the one below. */
function furthest(reach: ReadonlyMap<number, number>, k: number, d: number): number {
  return comesFromAbove(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
}

const comesFromAbove = (reach: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

function trace(rounds: readonly ReadonlyMap<number, number>[], end: Point, start: number): Point[] {
  const points: Point[] = [];
  let { x, y } = end;
  for (let d = rounds.length - 1; d >= 0; d--) {
    const reach = rounds[d] ?? new Map<number, number>();
    const k = x - y;
    const from = furthest(reach, k, d);
    while (x > from && y > start) points.push({ x: --x, y: --y });
    if (d === 0) break;
    if (comesFromAbove(reach, k, d)) y--;
    else x--;
  }
  return points.reverse();
}
