import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseArticle } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { check } from '../core/check/check.ts';
import type { SiteFacts } from '../core/check/facts.ts';
import { parseVersion } from '../core/hugo/version.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { LineIndex } from '../core/lines.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { remember } from '../core/remember.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import { findSite, gatherSite } from '../core/site/site.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { markdownFilesBelow } from '../platform/node/walk.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import type { ExitCode } from './main.ts';
import { reportJson, reportText } from './report.ts';
import type { FileReport } from './report.ts';

interface Options {
  readonly format: 'text' | 'json';
  readonly site: string | undefined;
  readonly hugo: HugoVersion | undefined;
  readonly paths: readonly string[];
}

/** `galley check`: checks articles and reports their problems. */
export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const started = performance.now();
  const options = readOptions(args, io);
  const sites = new Sites(options.site);
  const reports: FileReport[] = [];
  let files = 0;
  for (const given of options.paths) {
    for (const file of filesOf(path.resolve(io.cwd, given))) {
      const report = await checkFile(file, given, { sites, options });
      if (!report) continue;
      files++;
      if (report.problems.length > 0) reports.push(report);
    }
  }
  const durationMs = Math.round(performance.now() - started);
  const report = options.format === 'json' ? reportJson : reportText;
  report({ files, durationMs, reports }, io);
  return reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function readOptions(args: readonly string[], io: Io): Options {
  const { values, positionals } = parse(args);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError(message('cli.bad-format', { format }));
  if (positionals.length === 0) throw new UsageError(message('cli.no-path'));
  const given = values['hugo-version'];
  const hugo = given === undefined ? undefined : parseVersion(given);
  if (given !== undefined && hugo === undefined)
    throw new UsageError(message('cli.bad-version', { version: given }));
  for (const name of [...positionals, ...(values.site === undefined ? [] : [values.site])]) {
    if (!fs.existsSync(path.resolve(io.cwd, name)))
      throw new UsageError(message('cli.not-there', { path: name }));
  }
  const site = values.site === undefined ? undefined : toSlashes(path.resolve(io.cwd, values.site));
  return { format, site, hugo, paths: positionals };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        site: { type: 'string' },
        'hugo-version': { type: 'string' },
        locale: { type: 'string' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error)
      throw new UsageError(message('cli.usage', { text: error.message }));
    throw error;
  }
}

/** A named file as it is; of a folder all Markdown files. */
function filesOf(target: string): Iterable<string> {
  return fs.statSync(target).isDirectory() ? markdownFilesBelow(target) : [target];
}

/** The sites that the files belong to, each gathered once. */
class Sites {
  private readonly fixed: string | undefined;
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly facts = new Map<string, Promise<SiteFacts>>();

  constructor(fixed: string | undefined) {
    this.fixed = fixed;
  }

  async of(file: string): Promise<{ root: string; facts: SiteFacts } | undefined> {
    const folder = toSlashes(path.dirname(file));
    const root = this.fixed ?? (await remember(this.roots, folder, () => findSite(folder, nodeFiles)));
    if (root === undefined) return undefined;
    return { root, facts: await remember(this.facts, root, () => gatherSite(root, nodeFiles)) };
  }
}

const toSlashes = (file: string): string => file.split(path.sep).join('/');

/** `undefined`: the file is no article. */
async function checkFile(
  file: string,
  given: string,
  { sites, options }: { sites: Sites; options: Options },
): Promise<FileReport | undefined> {
  const site = await sites.of(file);
  const name = site ? toSlashes(path.relative(site.root, file)) : toSlashes(given);
  const bytes = await nodeFiles.read(file);
  if (!bytes) return { path: name, file, lines: new LineIndex(''), problems: [unreadable()] };
  const { text, encoding, at } = decode(bytes);
  const place = site
    ? placeInSite(name, site.facts.contentFolders)
    : placeOutsideSite(path.basename(file), findFences(text) !== undefined);
  if (!place.isArticle) return undefined;
  const problems = check(parseArticle(text), {
    hugo: options.hugo ?? site?.facts.hugo?.version,
    page: place.page,
    site: site?.facts,
    encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined,
  });
  return { path: name, file, lines: new LineIndex(text), problems };
}

const unreadable = (): Problem => ({
  rule: 'file-unreadable',
  severity: 'error',
  message: message('file-unreadable'),
  range: { start: 0, end: 0 },
  fixes: [],
});
