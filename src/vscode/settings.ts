import * as vscode from 'vscode';
import type { Value } from '../core/article/tree.ts';
import { isLevel } from '../core/check/settings.ts';
import type { CheckSettings, Level } from '../core/check/settings.ts';
import { parseVersion } from '../core/hugo/version.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { houseWordFrom } from '../core/site/settings-file.ts';

/** The settings under `galley.`, read once into a value. */
export interface Settings {
  /** `undefined`: to be found out. */
  readonly hugoVersion: HugoVersion | undefined;
  /** Severities of rules, by their ids; what is none is left out. */
  readonly rules: CheckSettings['rules'];
  readonly words: CheckSettings['words'];
}

export function readSettings(scope: vscode.Uri): Settings {
  const settings = vscode.workspace.getConfiguration('galley', scope);
  const rules = Object.entries(settings.get<Record<string, unknown>>('rules', {}));
  const words = settings.get<readonly Value[]>('words', []);
  return {
    hugoVersion: parseVersion(settings.get('hugoVersion', '')),
    rules: Object.fromEntries(rules.filter((entry): entry is [string, Level] => isLevel(entry[1]))),
    words: Array.isArray(words) ? words.flatMap((word: Value) => houseWordFrom(word) ?? []) : [],
  };
}
