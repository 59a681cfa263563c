import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { check } from '../core/check/check.ts';
import type { Facts, SiteFacts } from '../core/check/facts.ts';
import { isSurelyRight } from '../core/check/fast.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { LineIndex } from '../core/lines.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { nodeHeads } from '../platform/node/heads.ts';
import { markdownFilesBelow } from '../platform/node/walk.ts';
import { NO_FILE_SETTINGS, settingsAt } from '../core/site/settings-file.ts';
import type { Level } from '../core/check/settings.ts';
import { hugoVersionOf, readArguments, rulesOf, siteOf, toSlashes } from './arguments.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import type { ExitCode } from './main.ts';
import { fixFile, newFixing } from './fix.ts';
import type { Fixing, Judge } from './fix.ts';
import { reportJson, reportText } from './report.ts';
import type { FileReport } from './report.ts';
import { Sites } from './sites.ts';
import { factsInSite } from '../core/index/others.ts';
import type { KnownSite } from '../core/index/others.ts';

interface Options {
  readonly format: 'text' | 'json';
  /** Bodies are not read. */
  readonly headsOnly: boolean;
  readonly site: string | undefined;
  readonly hugo: HugoVersion | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  readonly fix: Fixing['mode'] | undefined;
  readonly paths: readonly string[];
}

/** `galley check`: checks articles and reports their problems. */
export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const started = performance.now();
  const options = readOptions(args, io);
  const run: Run = {
    options,
    sites: new Sites(options.site, options.hugo),
    reports: [],
    files: 0,
    started: Date.now(),
    fixing: options.fix && newFixing(options.fix),
    io,
  };
  for (const given of options.paths) {
    const target = path.resolve(io.cwd, given);
    const headsWillDo = options.headsOnly && !options.fix;
    if (fs.statSync(target).isDirectory() && headsWillDo) await checkHeads(target, run);
    else for (const file of filesOf(target)) await checkFile(file, path.relative(io.cwd, file), run);
  }
  run.reports.push(...(await configurationReports(run.sites)));
  const durationMs = Math.round(performance.now() - started);
  const report = options.format === 'json' ? reportJson : reportText;
  report({ files: run.files, durationMs, reports: run.reports, fixing: run.fixing }, io);
  if (run.fixing && run.fixing.failed.length > 0) return 2;
  const isBroken = run.reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return isBroken ? 1 : 0;
}

/** What a run has found so far. */
interface Run {
  readonly options: Options;
  readonly sites: Sites;
  readonly reports: FileReport[];
  files: number;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Absent where nothing is to be fixed. */
  readonly fixing: Fixing | undefined;
  readonly io: Io;
}

function readOptions(args: readonly string[], io: Io): Options {
  const given = readArguments(args, {
    values: ['format', 'site', 'hugo-version', 'only'],
    repeated: ['rule'],
    flags: ['fix', 'fix-dry-run'],
  });
  const { format = 'text', only } = given.values;
  if (format !== 'text' && format !== 'json') throw new UsageError(message('cli.bad-format', { format }));
  if (only !== undefined && only !== 'front-matter')
    throw new UsageError(message('cli.bad-only', { part: only }));
  const site = siteOf(given, io);
  return {
    format,
    headsOnly: only !== undefined,
    site,
    hugo: hugoVersionOf(given),
    rules: rulesOf(given),
    fix: given.flags.has('fix-dry-run') ? 'show' : given.flags.has('fix') ? 'write' : undefined,
    paths: given.paths,
  };
}

/** A named file as it is; of a folder all Markdown files. */
function filesOf(target: string): Iterable<string> {
  return fs.statSync(target).isDirectory() ? markdownFilesBelow(target) : [target];
}

async function checkFile(file: string, given: string, run: Run): Promise<void> {
  const site = await run.sites.of(file);
  const name = site ? toSlashes(path.relative(site.root, file)) : toSlashes(given);
  const bytes = await nodeFiles.read(file);
  if (!bytes) {
    run.files++;
    run.reports.push({ path: name, file, lines: new LineIndex(''), problems: [unreadable()] });
    return;
  }
  const known = site && (await run.sites.known(site));
  checkBytes(bytes, { file, name, site: site?.facts, known }, run);
}

/** Where a file stands. */
interface Place {
  readonly file: string;
  readonly name: string;
  readonly site: SiteFacts | undefined;
  /** All articles of the site; absent where only heads are looked at. */
  readonly known?: KnownSite | undefined;
}

function checkBytes(bytes: Uint8Array, place: Place, run: Run): void {
  const { file, name, site } = place;
  const decoded = decode(bytes);
  const { text, encoding, at } = decoded;
  const found = site
    ? placeInSite(name, site.contentFolders)
    : placeOutsideSite(path.basename(file), findFences(text) !== undefined);
  if (!found.isArticle) return;
  run.files++;
  const facts: Facts = {
    hugo: run.options.hugo ?? site?.hugo?.version,
    page: found.page,
    site,
    encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined,
    now: run.started,
    settings: settingsAt(name, site?.settings ?? NO_FILE_SETTINGS, { rules: run.options.rules, words: [] }),
  };
  if (run.options.headsOnly && isSurelyRight(text, facts)) return;
  const judge: Judge = (current, isUtf8) =>
    judgeText(current, isUtf8 ? { ...facts, encoding: undefined } : facts, { place, run });
  const now = run.fixing
    ? fixFile({ file, name, bytes, decoded }, judge, run.fixing, run.io)
    : { text, isUtf8: false };
  const problems = judge(now.text, now.isUtf8);
  if (problems.length > 0) run.reports.push({ path: name, file, lines: new LineIndex(now.text), problems });
}

function judgeText(
  text: string,
  facts: Facts,
  { place, run }: { place: Place; run: Run },
): readonly Problem[] {
  const article = parseArticle(text);
  const all = place.known ? { ...facts, ...factsInSite(place.name, article, place.known) } : facts;
  return check(article, all, run.options.headsOnly ? ['head'] : undefined);
}

const HIDDEN = /(?:^|\/)(?:\.[^/]*|node_modules)\/$/;

/** The heads of all articles below a folder. What the fast reader finds right needs no second look. */
async function checkHeads(folder: string, run: Run): Promise<void> {
  const root = toSlashes(folder);
  const walk = { skip: (name: string) => HIDDEN.test(name), gitignore: () => undefined };
  for (const { path: inside, bytes } of nodeHeads(root, walk)) {
    const file = `${root}/${inside}`;
    const site = await run.sites.of(file);
    checkBytes(
      bytes,
      { file, name: site ? file.slice(site.root.length + 1) : inside, site: site?.facts },
      run,
    );
  }
}

async function configurationReports(sites: Sites): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const { root, facts } of await sites.all()) {
    for (const name of new Set(facts.faults.map(fault => fault.path))) {
      const file = `${root}/${name}`;
      const bytes = await nodeFiles.read(file);
      const faults = facts.faults.filter(fault => fault.path === name);
      const problems = faults.map((fault): Problem => ({ ...fault, severity: 'error', fixes: [] }));
      reports.push({ path: name, file, lines: new LineIndex(bytes ? decode(bytes).text : ''), problems });
    }
  }
  return reports;
}

const unreadable = (): Problem => ({
  rule: 'file-unreadable',
  severity: 'error',
  message: message('file-unreadable'),
  range: { start: 0, end: 0 },
  fixes: [],
});
