import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { parseVersion } from '../core/hugo/version.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { message } from '../core/messages.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

/** Values of options that take one, by name; and what else is given. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Options without a value that are given. */
  readonly flags: ReadonlySet<string>;
  readonly paths: readonly string[];
}

/** Reads the arguments of a command. `names`: options that take a value; `flags`: those that do not. */
export function readArguments(
  args: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of [...names, 'locale']) options[name] = { type: 'string' };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const texts = Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const given = new Set(flags.filter(name => values[name] === true));
    return { values: Object.fromEntries(texts), flags: given, paths: positionals };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) {
      throw new UsageError(message('cli.usage', { text: error.message }));
    }
    throw error;
  }
}

/** The version of `--hugo-version`; `undefined` without the option. */
export function hugoVersionOf({ values }: Arguments): HugoVersion | undefined {
  const given = values['hugo-version'];
  const version = given === undefined ? undefined : parseVersion(given);
  if (given !== undefined && version === undefined)
    throw new UsageError(message('cli.bad-version', { version: given }));
  return version;
}

/** The root that `--site` names, absolute with `/`; every path given has to be there. */
export function siteOf({ values, paths }: Arguments, io: Io): string | undefined {
  if (paths.length === 0) throw new UsageError(message('cli.no-path'));
  const { site } = values;
  for (const name of [...paths, ...(site === undefined ? [] : [site])]) {
    if (!fs.existsSync(path.resolve(io.cwd, name)))
      throw new UsageError(message('cli.not-there', { path: name }));
  }
  return site === undefined ? undefined : toSlashes(path.resolve(io.cwd, site));
}

export const toSlashes = (file: string): string => file.split(path.sep).join('/');
