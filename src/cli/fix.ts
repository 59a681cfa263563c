import fs from 'node:fs';
import path from 'node:path';
import type { Decoded } from '../core/article/encoding.ts';
import { applyEdits } from '../core/edit/edit.ts';
import { fixAll, preferredFix } from '../core/fix/apply.ts';
import { unifiedDiff } from '../core/fix/diff.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { toSlashes } from './arguments.ts';
import type { Io } from './io.ts';

/** What `--fix` and `--fix-dry-run` did. */
export interface Fixing {
  /** Whether files are written, or only shown. */
  readonly mode: 'write' | 'show';
  /** Unified diffs from the folder that the run started in, by the file's name in the report. */
  readonly diffs: { readonly path: string; readonly diff: string }[];
  /** How many problems are fixed. */
  problems: number;
  /** Files that could not be written, or that changed meanwhile. */
  readonly failed: string[];
}

export const newFixing = (mode: Fixing['mode']): Fixing => ({ mode, diffs: [], problems: 0, failed: [] });

/** A file to be fixed. */
export interface Target {
  /** Absolute. */
  readonly file: string;
  /** In the report. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
}

/** The problems of a text; `isUtf8`: as if it stood in a file that is UTF-8. */
export type Judge = (text: string, isUtf8: boolean) => readonly Problem[];

/**
 * Fixes one file, byte for byte what does not need to change: its line ends and its byte order mark stay. A file in
 * another encoding becomes UTF-8 if it can be read for sure, and is left alone if not.
 *
 * @returns its text as it is now, and whether that is UTF-8
 */
export function fixFile(
  target: Target,
  judge: Judge,
  fixing: Fixing,
  io: Io,
): { text: string; isUtf8: boolean } {
  const { file, name, bytes, decoded } = target;
  const { text, encoding } = decoded;
  const untouched = { text, isUtf8: encoding === 'utf-8' };
  const conversion =
    encoding === 'utf-8' ? undefined : judge(text, false).map(preferredOfEncoding).find(Boolean);
  if (encoding !== 'utf-8' && !conversion) return untouched;
  const start = conversion ? applyEdits(text, conversion.edits) : text;
  const fixed = fixAll(start, current => judge(current, true));
  const after = new TextEncoder().encode(fixed.text);
  if (Buffer.compare(after, bytes) === 0) return untouched;
  if (fixing.mode === 'write' && !write(file, bytes, after)) {
    fixing.failed.push(name);
    io.complain(io.say(message('cli.not-fixed', { path: name })));
    return untouched;
  }
  fixing.problems += fixed.applied.length + (conversion ? 1 : 0);
  const diff = unifiedDiff(toSlashes(path.relative(io.cwd, file)), text, fixed.text);
  if (fixing.mode === 'show' && diff !== '') fixing.diffs.push({ path: name, diff });
  return { text: fixed.text, isUtf8: true };
}

const preferredOfEncoding = (problem: Problem): ReturnType<typeof preferredFix> =>
  problem.rule === 'encoding' ? preferredFix(problem) : undefined;

/** Writes a file whose bytes are still those that were read; false if not, or if it cannot be written. */
function write(file: string, before: Uint8Array, after: Uint8Array): boolean {
  try {
    if (Buffer.compare(fs.readFileSync(file), before) !== 0) return false;
    fs.writeFileSync(file, after);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
