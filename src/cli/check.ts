import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../core/article/article.ts';
import type { Article } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { check } from '../core/check/check.ts';
import type { Facts, SiteFacts } from '../core/check/facts.ts';
import { isSurelyRight } from '../core/check/fast.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { LineIndex } from '../core/lines.ts';
import { message } from '../core/messages.ts';
import type { Problem, Severity } from '../core/problem.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { nodeHeads } from '../platform/node/heads.ts';
import { markdownFilesBelow } from '../platform/node/walk.ts';
import { NO_FILE_SETTINGS, settingsAt } from '../core/site/settings-file.ts';
import type { Level } from '../core/check/settings.ts';
import { hugoVersionOf, readArguments, rulesOf, shownOf, siteOf, toSlashes } from './arguments.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import type { ExitCode } from './main.ts';
import { fixFile, newFixing } from './fix.ts';
import type { Fixing, Judge } from './fix.ts';
import { RemoteTargets } from './remote.ts';
import type { RemoteAnswers, RemoteOptions } from './remote.ts';
import { readRemoteOptions, REMOTE_FLAGS, REMOTE_VALUES } from './remote-options.ts';
import { reportJson, reportText } from './report.ts';
import type { FileReport } from './report.ts';
import { Sites } from './sites.ts';
import { factsInSite } from '../core/index/others.ts';
import type { KnownSite } from '../core/index/others.ts';
import { gatherTargets, targetsNow } from '../core/targets/gather.ts';
import type { Surroundings } from '../core/targets/places.ts';
import type { Listings } from '../core/targets/listings.ts';

interface Options {
  readonly format: 'text' | 'json';
  /** The severities that are reported. */
  readonly shown: readonly Severity[];
  /** Bodies are not read. */
  readonly headsOnly: boolean;
  readonly site: string | undefined;
  readonly hugo: HugoVersion | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  readonly fix: Fixing['mode'] | undefined;
  readonly paths: readonly string[];
  readonly remote: RemoteOptions | undefined;
}

/** `galley check`: checks articles and reports their problems. */
export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const started = performance.now();
  const options = readOptions(args, io);
  const run: Run = {
    options,
    sites: new Sites(options.site, options.hugo),
    remote: options.remote && new RemoteTargets(options.remote),
    answers: undefined,
    reports: [],
    files: 0,
    started: Date.now(),
    fixing: options.fix && newFixing(options.fix),
    io,
  };
  await askRemote(run);
  for (const given of options.paths) {
    const target = path.resolve(io.cwd, given);
    const headsWillDo = options.headsOnly && !options.fix;
    if (fs.statSync(target).isDirectory() && headsWillDo) await checkHeads(target, run);
    else for (const file of filesOf(target)) await checkFile(file, path.relative(io.cwd, file), run);
  }
  run.reports.push(...(await configurationReports(run.sites)));
  const durationMs = Math.round(performance.now() - started);
  const report = options.format === 'json' ? reportJson : reportText;
  const { reports, fixing, files } = run;
  report({ files, durationMs, reports, fixing, shown: options.shown }, io);
  if (run.answers?.isCancelled === true || (run.fixing && run.fixing.failed.length > 0)) return 2;
  const isBroken = run.reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return isBroken ? 1 : 0;
}

/** What a run has found so far. */
interface Run {
  readonly options: Options;
  readonly sites: Sites;
  /** Absent where nothing of the network is wanted. */
  readonly remote: RemoteTargets | undefined;
  /** What the network said, once it was asked. */
  answers: RemoteAnswers | undefined;
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
    values: ['format', 'level', 'site', 'hugo-version', 'only', ...REMOTE_VALUES],
    repeated: ['rule'],
    flags: ['fix', 'fix-dry-run', ...REMOTE_FLAGS],
  });
  const { format = 'text', only } = given.values;
  if (format !== 'text' && format !== 'json') throw new UsageError(message('cli.bad-format', { format }));
  if (only !== undefined && only !== 'front-matter')
    throw new UsageError(message('cli.bad-only', { part: only }));
  const remote = readRemoteOptions(given);
  if (remote && only !== undefined) throw new UsageError(message('cli.images-and-only'));
  const site = siteOf(given, io);
  return {
    format,
    shown: shownOf(given, format),
    headsOnly: only !== undefined,
    site,
    hugo: hugoVersionOf(given),
    rules: rulesOf(given),
    fix: given.flags.has('fix-dry-run') ? 'show' : given.flags.has('fix') ? 'write' : undefined,
    paths: given.paths,
    remote,
  };
}

/** A named file as it is; of a folder all Markdown files. */
function filesOf(target: string): Iterable<string> {
  return fs.statSync(target).isDirectory() ? markdownFilesBelow(target) : [target];
}

/** Asks for the images and links of all articles, before they are checked. */
async function askRemote(run: Run): Promise<void> {
  const { remote, io, sites, options } = run;
  if (!remote) return;
  for (const given of options.paths) {
    for (const file of filesOf(path.resolve(io.cwd, given))) {
      const bytes = await nodeFiles.read(file);
      const site = await sites.of(file);
      const name = nameOf(file, path.relative(io.cwd, file), site);
      const facts = bytes && factsOf(decode(bytes), { file, name, site: site?.facts }, run);
      if (facts) remote.add(decode(bytes).text, facts);
    }
  }
  run.answers = await remote.ask(io);
  const { asked, unverified, unchecked } = run.answers;
  if (asked > 0) io.complain(io.say(message('cli.asked', { asked, unverified, unchecked })));
}

const nameOf = (file: string, given: string, site: { readonly root: string } | undefined): string =>
  site ? toSlashes(path.relative(site.root, file)) : toSlashes(given);

async function checkFile(file: string, given: string, run: Run): Promise<void> {
  const site = await run.sites.of(file);
  const name = nameOf(file, given, site);
  const bytes = await nodeFiles.read(file);
  if (!bytes) {
    run.files++;
    run.reports.push({ path: name, file, lines: new LineIndex(''), problems: [unreadable()] });
    return;
  }
  const known = site && (await run.sites.known(site));
  const all = site && known ? { ...known, listings: run.sites.listings(site) } : undefined;
  await checkBytes(bytes, { file, name, site: site?.facts, known: all }, run);
}

/** Where a file stands. */
interface Place {
  readonly file: string;
  readonly name: string;
  readonly site: SiteFacts | undefined;
  /** All articles of the site; absent where only heads are looked at. */
  readonly known?: (KnownSite & { readonly listings: Listings }) | undefined;
}

/** What is known of an article beside its text; `undefined`: the file is none. */
function factsOf(
  { text, encoding, at }: ReturnType<typeof decode>,
  { file, name, site }: Place,
  { options, started }: Run,
): Facts | undefined {
  const found = site
    ? placeInSite(name, site.contentFolders)
    : placeOutsideSite(toSlashes(file), findFences(text) !== undefined);
  if (!found.isArticle) return undefined;
  return {
    hugo: options.hugo ?? site?.hugo?.version,
    page: found.page,
    site,
    encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined,
    now: started,
    settings: settingsAt(name, site?.settings ?? NO_FILE_SETTINGS, { rules: options.rules, words: [] }),
  };
}

async function checkBytes(bytes: Uint8Array, place: Place, run: Run): Promise<void> {
  const { file, name } = place;
  const decoded = decode(bytes);
  const { text } = decoded;
  const own = factsOf(decoded, place, run);
  if (!own) return;
  run.files++;
  if (run.options.headsOnly && isSurelyRight(text, own)) return;
  const facts = run.answers ? { ...own, remote: run.answers.factsFor(own) } : own;
  const judge: Judge = (current, isUtf8) =>
    judgeText(current, isUtf8 ? { ...facts, encoding: undefined } : facts, { place, run });
  await lookAround(text, facts, { place, run });
  const now = run.fixing
    ? fixFile({ file, name, bytes, decoded }, judge, run.fixing, run.io)
    : { text, isUtf8: false };
  if (now.text !== text) await lookAround(now.text, facts, { place, run });
  const problems = judge(now.text, now.isUtf8);
  if (problems.length > 0) run.reports.push({ path: name, file, lines: new LineIndex(now.text), problems });
}

function judgeText(
  text: string,
  facts: Facts,
  { place, run }: { place: Place; run: Run },
): readonly Problem[] {
  const article = parseArticle(text);
  const all = factsAround(article, facts, place);
  const around = run.options.headsOnly ? undefined : surroundings(all, place);
  const targets = around && targetsNow(article, all, around);
  return check(article, { ...all, targets }, run.options.headsOnly ? ['head'] : undefined);
}

/** With what the other articles of the site have to do with this one. */
const factsAround = (article: Article, facts: Facts, { name, known }: Place): Facts =>
  known ? { ...facts, ...factsInSite(name, article, known) } : facts;

/** Reads the folders that an article refers to. */
async function lookAround(
  text: string,
  facts: Facts,
  { place, run }: { place: Place; run: Run },
): Promise<void> {
  const around = run.options.headsOnly ? undefined : surroundings(facts, place);
  if (!around) return;
  const article = parseArticle(text);
  await gatherTargets(article, factsAround(article, facts, place), around);
}

function surroundings({ site, now, hugo }: Facts, { known }: Place): Surroundings | undefined {
  return site && known && { site, known, listings: known.listings, now, hugo };
}

const HIDDEN = /(?:^|\/)(?:\.[^/]*|node_modules)\/$/;

/** The heads of all articles below a folder. What the fast reader finds right needs no second look. */
async function checkHeads(folder: string, run: Run): Promise<void> {
  const root = toSlashes(folder);
  const walk = { skip: (name: string) => HIDDEN.test(name), gitignore: () => undefined };
  for (const { path: inside, bytes } of nodeHeads(root, walk)) {
    const file = `${root}/${inside}`;
    const site = await run.sites.of(file);
    await checkBytes(
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
