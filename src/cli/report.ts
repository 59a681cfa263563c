import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LineIndex } from '../core/lines.ts';
import { message } from '../core/messages.ts';
import type { Problem, TextEdit } from '../core/problem.ts';
import type { Range } from '../core/article/tree.ts';
import type { Fixing } from './fix.ts';
import type { Io } from './io.ts';

/** The problems of one file. */
export interface FileReport {
  /** Relative to the site, with `/`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

export interface Outcome {
  /** How many articles were checked. */
  readonly files: number;
  readonly durationMs: number;
  /** Only those with problems. */
  readonly reports: readonly FileReport[];
  /** What was fixed, where anything was to be. */
  readonly fixing: Fixing | undefined;
}

const count = ({ reports }: Outcome, severity: Problem['severity']): number =>
  reports.reduce(
    (sum, { problems }) => sum + problems.filter(problem => problem.severity === severity).length,
    0,
  );

/**
 * For people: a line a problem, `file:line:column`, which terminals and editors make a link. Where fixes are shown,
 * the diff is all that goes to the standard output, so that `patch` can read it.
 */
export function reportText(outcome: Outcome, io: Io): void {
  const { fixing } = outcome;
  const print = fixing?.mode === 'show' ? io.complain : io.print;
  for (const { diff } of fixing?.diffs ?? []) io.out.write(diff);
  for (const { file, lines, problems } of outcome.reports) {
    const name = path.relative(io.cwd, file) || file;
    for (const { range, severity, message: text, rule } of problems) {
      const { line, character } = lines.positionAt(range.start);
      const word = io.say(message(`severity.${severity}`));
      print(`${name}:${line + 1}:${character + 1}: ${word}: ${io.say(text)} [${rule}]`);
    }
  }
  const args = { files: outcome.files, errors: count(outcome, 'error'), warnings: count(outcome, 'warning') };
  print(io.say(message('cli.summary', args)));
  if (fixing) print(io.say(message(`cli.fixed.${fixing.mode}`, { problems: fixing.problems })));
}

/** For programs; the shape is described in the README under "JSON". */
export function reportJson(outcome: Outcome, io: Io): void {
  const files = outcome.reports.map(({ path: name, lines, problems }) => ({
    path: name,
    problems: problems.map(({ rule, severity, message: text, range, fixes }) => ({
      rule,
      ruleUrl: ruleUrl(rule),
      severity,
      message: io.say(text),
      range: jsonRange(range, lines),
      // What takes files to mend is for editors.
      fixes: fixes
        .filter(({ files: moved }) => !moved)
        .map(({ title, preferred, edits }) => ({
          title: io.say(title),
          preferred,
          edits: edits.map(edit => jsonEdit(edit, name, lines)),
        })),
    })),
  }));
  const summary = {
    files: outcome.files,
    errors: count(outcome, 'error'),
    warnings: count(outcome, 'warning'),
    durationMs: outcome.durationMs,
    ...(outcome.fixing ? { fixed: outcome.fixing.problems } : {}),
  };
  const diffs = outcome.fixing?.mode === 'show' ? { diffs: outcome.fixing.diffs } : {};
  io.print(JSON.stringify({ version: 1, files, ...diffs, summary }, undefined, 2));
}

const jsonRange = ({ start, end }: Range, lines: LineIndex) => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

const jsonEdit = ({ range, newText }: TextEdit, name: string, lines: LineIndex) => ({
  path: name,
  range: jsonRange(range, lines),
  newText,
});

/** The page of a rule, as shipped beside `dist/cli.js`. */
const ruleUrl = (rule: string): string =>
  pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).href;
