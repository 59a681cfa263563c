import type { Body, BodyPart } from '../check/body.ts';
import type { Range } from '../article/tree.ts';
import type { Fix } from '../problem.ts';
import type { Finding } from './rule.ts';

/** What a rule says of one part of a body: pure, of the part alone; places count from the start of the part. */
export type Look = (part: BodyPart) => Iterable<Finding>;

const seen = new WeakMap<BodyPart, Map<Look, readonly Finding[]>>();

/** Looks at each part that has not been looked at before; findings have the places of the article. */
export function* perPart({ parts }: Body, look: Look): Generator<Finding> {
  for (const { start, part } of parts) {
    const known = seen.get(part) ?? new Map<Look, readonly Finding[]>();
    seen.set(part, known);
    const found = known.get(look) ?? [...look(part)];
    known.set(look, found);
    for (const finding of found) yield moved(finding, start);
  }
}

const move = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

/** A finding so many UTF-16 units farther on. */
export function moved(finding: Finding, by: number): Finding {
  const { range, fixes } = finding;
  if (!fixes) return { ...finding, range: move(range, by) };
  const given = typeof fixes === 'function' ? fixes : () => fixes;
  return { ...finding, range: move(range, by), fixes: () => given().map(fix => movedFix(fix, by)) };
}

const movedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(({ range, newText }) => ({ range: move(range, by), newText })),
});
