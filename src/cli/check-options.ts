import type { Level } from '../core/check/settings.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { message } from '../core/messages.ts';
import type { Severity } from '../core/problem.ts';
import { hugoVersionOf, readArguments, rulesOf, shownOf, siteOf } from './arguments.ts';
import type { Fixing } from './fix.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import type { RemoteOptions } from './remote.ts';
import { readRemoteOptions, REMOTE_FLAGS, REMOTE_VALUES } from './remote-options.ts';

/** What is asked of `galley check`. */
export interface Options {
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

/** Reads the arguments of `galley check`. */
export function readOptions(args: readonly string[], io: Io): Options {
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
