import path from 'node:path';
import { decode } from '../core/article/encoding.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { articleIn, checkPath, filesOf } from './articles.ts';
import type { Run } from './articles.ts';
import type { Options } from './check-options.ts';
import { newFixing } from './fix.ts';
import type { Io } from './io.ts';
import { RemoteTargets } from './remote.ts';
import type { RemoteAnswers, RemoteOptions } from './remote.ts';
import { fileReport } from './report.ts';
import type { FileReport } from './report.ts';
import { Sites } from './sites.ts';

/** What a run has found. Plain data. */
export interface Found {
  /** How many articles were checked. */
  readonly files: number;
  /** Only those with problems, in the order of their names. */
  readonly reports: readonly FileReport[];
  /** Somebody wanted it to end before all was asked for. */
  readonly isCancelled: boolean;
}

/** A run that has found nothing yet. */
export function newRun(options: Options, io: Io, takes: Run['takes']): Run {
  return {
    wanted: { ...options, withFixes: options.format === 'json' },
    sites: new Sites(options.site, options.hugo),
    answers: undefined,
    started: Date.now(),
    fixing: options.fix && newFixing(options.fix),
    takes,
    io,
    reports: [],
    files: 0,
  };
}

/** Checks all that was named. */
export async function checkAll(options: Options, blank: Run): Promise<Found> {
  const answers = options.remote && (await askRemote(options, options.remote, blank));
  const run: Run = { ...blank, answers };
  for (const given of options.paths) await checkPath(path.resolve(run.io.cwd, given), run);
  const reports = [...run.reports.sort(byName), ...(await configurationReports(run))];
  return { files: run.files, reports, isCancelled: answers?.isCancelled === true };
}

/** The order in which files are told of. */
export const byName = (a: FileReport, b: FileReport): number => (a.file < b.file ? -1 : 1);

/** Asks for the images and links of all articles, before they are checked. */
async function askRemote(options: Options, remote: RemoteOptions, run: Run): Promise<RemoteAnswers> {
  const { io } = run;
  const targets = new RemoteTargets(remote);
  for (const given of options.paths) {
    for (const file of filesOf(path.resolve(io.cwd, given))) {
      const article = await articleIn(file, run);
      if (article) targets.add(article.text, article.facts);
    }
  }
  const answers = await targets.ask(io);
  const { asked, unverified, unchecked } = answers;
  if (asked > 0) io.complain(io.say(message('cli.asked', { asked, unverified, unchecked })));
  return answers;
}

/** What is wrong with the configurations of the sites that were asked for. */
async function configurationReports({ sites }: Run): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const { root, facts } of await sites.all()) {
    for (const name of new Set(facts.faults.map(fault => fault.path))) {
      const file = `${root}/${name}`;
      const bytes = await nodeFiles.read(file);
      const faults = facts.faults.filter(fault => fault.path === name);
      const problems = faults.map((fault): Problem => ({ ...fault, severity: 'error', fixes: [] }));
      reports.push(fileReport({ path: name, file, text: bytes ? decode(bytes).text : '', problems }, false));
    }
  }
  return reports;
}
