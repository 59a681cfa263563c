import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineIndex } from '../core/lines.ts';
import type { Position } from '../core/lines.ts';
import { message } from '../core/messages.ts';
import type { Fix, Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/article/tree.ts';
import type { Fixing } from './fix.ts';
import type { Io } from './io.ts';

/** A problem as it is told: at lines, with its fixes where they are wanted. Plain data. */
export interface ToldProblem extends Pick<Problem, 'rule' | 'severity' | 'message'> {
  readonly range: Lines;
  readonly fixes: readonly ToldFix[];
}

/** Zero-based lines and UTF-16 units in them. */
interface Lines {
  readonly start: Position;
  readonly end: Position;
}

interface ToldFix extends Pick<Fix, 'title' | 'preferred'> {
  readonly edits: readonly { readonly range: Lines; readonly newText: string }[];
}

/** The problems of one file. Plain data. */
export interface FileReport {
  /** Relative to the site, with `/`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly problems: readonly ToldProblem[];
}

interface Judged extends Omit<FileReport, 'problems'> {
  /** What the problems are of. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What is told of a file; fixes may take a while to find out, so they are left out where nobody sees them. */
export function fileReport({ path: name, file, text, problems }: Judged, withFixes: boolean): FileReport {
  const lines = new LineIndex(text);
  const linesOf = ({ start, end }: Range): Lines => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  const told = (problem: Problem): ToldProblem => ({
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    range: linesOf(problem.range),
    // What takes files to mend is for editors.
    fixes: (withFixes ? problem.fixes.filter(({ files }) => !files) : []).map(
      ({ title, preferred, edits }) => ({
        title,
        preferred,
        edits: edits.map(({ range, newText }) => ({ range: linesOf(range), newText })),
      }),
    ),
  });
  return { path: name, file, problems: problems.map(told) };
}

export interface Outcome {
  /** How many articles were checked. */
  readonly files: number;
  readonly durationMs: number;
  /** Only those with problems. */
  readonly reports: readonly FileReport[];
  /** What was fixed, where anything was to be. */
  readonly fixing: Fixing | undefined;
  /** The severities that are reported; the counts are of all. */
  readonly shown: readonly Severity[];
}

const count = ({ reports }: Outcome, severity: Severity): number =>
  reports.reduce(
    (sum, { problems }) => sum + problems.filter(problem => problem.severity === severity).length,
    0,
  );

const hiddenOf = (outcome: Outcome, severity: Severity): number =>
  outcome.shown.includes(severity) ? 0 : count(outcome, severity);

/**
 * For people: a line a problem, `file:line:column`, which terminals and editors make a link. Where fixes are shown,
 * the diff is all that goes to the standard output, so that `patch` can read it.
 */
export function reportText(outcome: Outcome, io: Io): void {
  const { fixing } = outcome;
  const print = fixing?.mode === 'show' ? io.complain : io.print;
  for (const { diff } of fixing?.diffs ?? []) io.out.write(diff);
  for (const { file, problems } of outcome.reports) {
    const name = path.relative(io.cwd, file) || file;
    for (const { range, severity, message: text, rule } of problems) {
      if (!outcome.shown.includes(severity)) continue;
      const { line, character } = range.start;
      const word = io.say(message(`severity.${severity}`));
      print(`${name}:${line + 1}:${character + 1}: ${word}: ${io.say(text)} [${rule}]`);
    }
  }
  const args = { files: outcome.files, errors: count(outcome, 'error'), warnings: count(outcome, 'warning') };
  print(io.say(message('cli.summary', args)));
  const hidden = { infos: hiddenOf(outcome, 'info'), hints: hiddenOf(outcome, 'hint') };
  if (hidden.infos + hidden.hints > 0) print(io.say(message('cli.hidden', hidden)));
  if (fixing) print(io.say(message(`cli.fixed.${fixing.mode}`, { problems: fixing.problems })));
}

/** For programs; the shape is described in the README under "JSON". */
export function reportJson(outcome: Outcome, io: Io): void {
  const shown = outcome.reports
    .map(report => ({
      ...report,
      problems: report.problems.filter(({ severity }) => outcome.shown.includes(severity)),
    }))
    .filter(({ problems }) => problems.length > 0);
  const files = shown.map(({ path: name, problems }) => ({
    path: name,
    problems: problems.map(({ rule, severity, message: text, range, fixes }) => ({
      rule,
      ruleUrl: ruleUrl(rule),
      severity,
      message: io.say(text),
      range,
      fixes: fixes.map(({ title, preferred, edits }) => ({
        title: io.say(title),
        preferred,
        edits: edits.map(edit => ({ path: name, ...edit })),
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

/** The page of a rule, as shipped beside `dist/cli.js`. */
const ruleUrl = (rule: string): string =>
  pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).href;
