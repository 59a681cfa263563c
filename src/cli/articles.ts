import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../core/article/article.ts';
import type { Article } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { check } from '../core/check/check.ts';
import type { Facts, SiteFacts } from '../core/check/facts.ts';
import { surelyRead } from '../core/check/fast.ts';
import type { Level } from '../core/check/settings.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { factsInSite } from '../core/index/others.ts';
import type { KnownSite } from '../core/index/others.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import { NO_FILE_SETTINGS, settingsAt } from '../core/site/settings-file.ts';
import { gatherTargets, targetsNow } from '../core/targets/gather.ts';
import type { Listings } from '../core/targets/listings.ts';
import type { Surroundings } from '../core/targets/places.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { nodeHeads } from '../platform/node/heads.ts';
import { markdownFilesBelow } from '../platform/node/walk.ts';
import { toSlashes } from './arguments.ts';
import { fixFile } from './fix.ts';
import type { Fixing, Judge } from './fix.ts';
import type { Io } from './io.ts';
import type { RemoteAnswers } from './remote.ts';
import { fileReport } from './report.ts';
import type { FileReport } from './report.ts';
import type { FoundSite, Sites } from './sites.ts';

/** How articles are to be judged. */
export interface Wanted {
  /** Bodies are not read. */
  readonly headsOnly: boolean;
  readonly hugo: HugoVersion | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  /** Whether the reports hold the fixes. */
  readonly withFixes: boolean;
}

/** A run, and what it has found so far. */
export interface Run {
  readonly wanted: Wanted;
  readonly sites: Sites;
  /** What the network said, where it was asked. */
  readonly answers: RemoteAnswers | undefined;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Absent where nothing is to be fixed. */
  readonly fixing: Fixing | undefined;
  /** Which files are taken; others look after the rest. */
  readonly takes: (file: string) => boolean;
  readonly io: Io;
  readonly reports: FileReport[];
  /** How many articles were judged. */
  files: number;
}

/** Judges a file, or all articles below a folder; absolute. */
export async function checkPath(target: string, run: Run): Promise<void> {
  const isFolder = fs.statSync(target).isDirectory();
  if (isFolder && run.wanted.headsOnly && !run.fixing) return checkHeads(target, run);
  for (const file of filesOf(target)) if (run.takes(file)) await checkFile(file, run);
}

/** A named file as it is; of a folder all Markdown files. */
export function filesOf(target: string): Iterable<string> {
  return fs.statSync(target).isDirectory() ? markdownFilesBelow(target) : [target];
}

/** Where a file stands. */
interface Place {
  readonly file: string;
  readonly name: string;
  readonly site: SiteFacts | undefined;
  /** All articles of the site; absent where only heads are looked at. */
  readonly known?: (KnownSite & { readonly listings: Listings }) | undefined;
}

const nameOf = (file: string, site: FoundSite | undefined, io: Io): string =>
  toSlashes(path.relative(site ? site.root : io.cwd, file));

/** The text of a file, and what is known of it beside; `undefined` if it cannot be read or is no article. */
export async function articleIn(
  file: string,
  run: Omit<Run, 'answers'>,
): Promise<{ readonly text: string; readonly facts: Facts } | undefined> {
  const bytes = await nodeFiles.read(file);
  if (!bytes) return undefined;
  const site = await run.sites.of(file);
  const decoded = decode(bytes);
  const facts = factsOf(decoded, { file, name: nameOf(file, site, run.io), site: site?.facts }, run);
  return facts && { text: decoded.text, facts };
}

async function checkFile(file: string, run: Run): Promise<void> {
  const site = await run.sites.of(file);
  const name = nameOf(file, site, run.io);
  const bytes = await nodeFiles.read(file);
  if (!bytes) {
    run.files++;
    run.reports.push(fileReport({ path: name, file, text: '', problems: [unreadable()] }, false));
    return;
  }
  const known = site && !run.wanted.headsOnly ? await run.sites.known(site) : undefined;
  const all = site && known ? { ...known, listings: run.sites.listings(site) } : undefined;
  await checkBytes(bytes, { file, name, site: site?.facts, known: all }, run);
}

const HIDDEN = /(?:^|\/)(?:\.[^/]*|node_modules)\/$/;

/** The heads of all articles below a folder. */
async function checkHeads(folder: string, run: Run): Promise<void> {
  const root = toSlashes(folder);
  const isFolder = (name: string): boolean => name.endsWith('/');
  const walk = {
    skip: (name: string) => (isFolder(name) ? HIDDEN.test(name) : !run.takes(`${root}/${name}`)),
    gitignore: () => undefined,
  };
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

/** What is known of an article beside its text; `undefined`: the file is none. */
function factsOf(
  { text, encoding, at }: ReturnType<typeof decode>,
  { file, name, site }: Place,
  { wanted, started }: Pick<Run, 'wanted' | 'started'>,
): Facts | undefined {
  const found = site
    ? placeInSite(name, site.contentFolders)
    : placeOutsideSite(toSlashes(file), findFences(text) !== undefined);
  if (!found.isArticle) return undefined;
  return {
    hugo: wanted.hugo ?? site?.hugo?.version,
    page: found.page,
    site,
    encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined,
    now: started,
    settings: settingsAt(name, site?.settings ?? NO_FILE_SETTINGS, { rules: wanted.rules, words: [] }),
  };
}

async function checkBytes(bytes: Uint8Array, place: Place, run: Run): Promise<void> {
  const { file, name } = place;
  const decoded = decode(bytes);
  const own = factsOf(decoded, place, run);
  if (!own) return;
  run.files++;
  const facts = run.answers ? { ...own, remote: run.answers.factsFor(own) } : own;
  const at = { place, run };
  let { text } = decoded;
  let problems = await judgeText(text, facts, at);
  if (run.fixing && problems.length > 0) {
    const judge: Judge = (current, isUtf8) => judgeNow(current, isUtf8 ? asUtf8(facts) : facts, at);
    const fixed = fixFile({ file, name, bytes, decoded }, judge, run.fixing, run.io);
    text = fixed.text;
    problems = await judgeText(text, fixed.isUtf8 ? asUtf8(facts) : facts, at);
  }
  if (problems.length > 0)
    run.reports.push(fileReport({ path: name, file, text, problems }, run.wanted.withFixes));
}

const asUtf8 = (facts: Facts): Facts => ({ ...facts, encoding: undefined });

/** An article's place in a run. */
interface At {
  readonly place: Place;
  readonly run: Run;
}

/** Judges a text, and reads the folders that it refers to. */
async function judgeText(text: string, given: Facts, { place, run }: At): Promise<readonly Problem[]> {
  if (run.wanted.headsOnly) return judgeHead(text, given);
  const article = parseArticle(text);
  const facts = factsAround(article, given, place);
  const around = surroundings(facts, place);
  return check(article, { ...facts, targets: around && (await gatherTargets(article, facts, around)) });
}

/** What the fast reader is sure of, and is right as the fast reader has it, needs no second look. */
function judgeHead(text: string, facts: Facts): readonly Problem[] {
  const quick = surelyRead(text, facts);
  return quick && check(quick, facts, ['head']).length === 0
    ? []
    : check(parseArticle(text), facts, ['head']);
}

/** The same with the folders that have been read. */
function judgeNow(text: string, given: Facts, { place, run }: At): readonly Problem[] {
  if (run.wanted.headsOnly) return judgeHead(text, given);
  const article = parseArticle(text);
  const facts = factsAround(article, given, place);
  const around = surroundings(facts, place);
  return check(article, { ...facts, targets: around && targetsNow(article, facts, around) });
}

/** With what the other articles of the site have to do with this one. */
const factsAround = (article: Article, facts: Facts, { name, known }: Place): Facts =>
  known ? { ...facts, ...factsInSite(name, article, known) } : facts;

function surroundings({ site, now, hugo }: Facts, { known }: Place): Surroundings | undefined {
  return site && known && { site, known, listings: known.listings, now, hugo };
}

const unreadable = (): Problem => ({
  rule: 'file-unreadable',
  severity: 'error',
  message: message('file-unreadable'),
  range: { start: 0, end: 0 },
  fixes: [],
});
