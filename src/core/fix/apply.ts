import { applyEdits } from '../edit/edit.ts';
import type { Fix, Problem, TextEdit } from '../problem.ts';

/** The one sure fix of a problem. */
export const preferredFix = ({ fixes }: Problem): Fix | undefined => fixes.find(({ preferred }) => preferred);

/** What came of fixing. */
export interface Fixed {
  readonly text: string;
  /** Problems whose fix was applied. */
  readonly applied: readonly Problem[];
}

/**
 * Applies the preferred fixes of problems, in the order given. Of fixes that touch each other or lie on one line of
 * the text, only the first is applied: each was made for a text without the other. The same fix of two problems counts
 * for both.
 *
 * @param problems of exactly this text
 */
export function applyFixes(text: string, problems: readonly Problem[]): Fixed {
  const edits: TextEdit[] = [];
  const applied: Problem[] = [];
  for (const problem of problems) {
    const fix = preferredFix(problem);
    if (!fix) continue;
    const fresh = fix.edits.filter(edit => !edits.some(other => isSame(edit, other)));
    if (fresh.length > 0 && fresh.length < fix.edits.length) continue;
    if (fresh.some(edit => edits.some(other => isNear(text, edit, other)))) continue;
    edits.push(...fresh);
    applied.push(problem);
  }
  return { text: applyEdits(text, edits), applied };
}

/** Rounds of fixing: what a fix lays open gets its own. No real article takes more. */
const MOST_ROUNDS = 50;

/**
 * Applies preferred fixes until there are none.
 *
 * @param check the problems of a text that are to be fixed
 */
export function fixAll(text: string, check: (text: string) => readonly Problem[]): Fixed {
  const applied: Problem[] = [];
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixed = applyFixes(current, check(current));
    if (fixed.applied.length === 0 || seen.has(fixed.text)) break;
    seen.add(fixed.text);
    applied.push(...fixed.applied);
    current = fixed.text;
  }
  return { text: current, applied };
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.range.start === b.range.start && a.range.end === b.range.end && a.newText === b.newText;

/** Two edits that overlap, touch, or have no line end between them. */
function isNear(text: string, a: TextEdit, b: TextEdit): boolean {
  const [first, second] = a.range.start <= b.range.start ? [a.range, b.range] : [b.range, a.range];
  if (second.start <= first.end) return true;
  return !/[\r\n]/.test(text.slice(first.end, second.start));
}
