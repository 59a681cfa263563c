import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { parseVersion } from '../core/hugo/version.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { isLevel, LEVELS } from '../core/check/settings.ts';
import type { Level } from '../core/check/settings.ts';
import { message } from '../core/messages.ts';
import type { Severity } from '../core/problem.ts';
import { RULES } from '../core/rules/index.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

/** Values of options that take one, by name; and what else is given. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Values of options that may be given more than once. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  /** Options without a value that are given. */
  readonly flags: ReadonlySet<string>;
  readonly paths: readonly string[];
}

/** The names of the options that a command knows. */
export interface OptionNames {
  /** Those that take a value. */
  readonly values: readonly string[];
  /** Those that take one, and may come again. */
  readonly repeated?: readonly string[];
  /** Those without a value. */
  readonly flags?: readonly string[];
}

/** Reads the arguments of a command. */
export function readArguments(
  args: readonly string[],
  { values: names, repeated = [], flags = [] }: OptionNames,
): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of [...names, 'locale']) options[name] = { type: 'string' };
  for (const name of repeated) options[name] = { type: 'string', multiple: true };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const texts = Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const lists = repeated.map(name => {
      const given = values[name];
      return [name, Array.isArray(given) ? given.map(String) : []] as const;
    });
    return {
      values: Object.fromEntries(texts),
      lists: Object.fromEntries(lists),
      flags: new Set(flags.filter(name => values[name] === true)),
      paths: positionals,
    };
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    // Node's own words are English, and speak of what nobody asked.
    const option = /'(-[^\s',]*)/.exec(error.message)?.[1] ?? '';
    const isUnknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new UsageError(message(isUnknown ? 'cli.unknown-option' : 'cli.option-value', { option }));
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

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * The severities that `--level` wants reported: the named one and all above. People see warnings and errors unless they
 * ask for more, programs see all.
 */
export function shownOf({ values }: Arguments, format: 'text' | 'json'): readonly Severity[] {
  const given = values['level'] ?? (format === 'text' ? 'warning' : 'hint');
  const least = SEVERITIES.findIndex(severity => severity === given);
  if (least === -1)
    throw new UsageError(message('cli.bad-level', { level: given, levels: SEVERITIES.join(', ') }));
  return SEVERITIES.slice(0, least + 1);
}

/** The rules that `--rule id=severity` sets. */
export function rulesOf({ lists }: Arguments): Readonly<Record<string, Level>> {
  const rules: Record<string, Level> = {};
  for (const given of lists['rule'] ?? []) {
    const [id = '', level] = given.split('=');
    if (!RULES.some(rule => rule.id === id))
      throw new UsageError(message('settings.unknown-rule', { found: id }));
    if (!isLevel(level)) throw new UsageError(message('settings.bad-level', { levels: LEVELS.join(', ') }));
    rules[id] = level;
  }
  return rules;
}
