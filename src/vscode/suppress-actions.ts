import type * as vscode from 'vscode';
import { maySuppress, suppressions } from '../core/fix/suppress.ts';
import { message } from '../core/messages.ts';
import type { Problem } from '../core/problem.ts';
import { SETTINGS_FILE } from '../core/site/settings-file.ts';
import type { Checked } from './checker.ts';
import type { Host } from './host.ts';
import { ADD_TERM, SWITCH_OFF } from './house-settings.ts';

/** For those who see it otherwise than Galley: comments that keep a problem from being told, and settings. */
export function suppressActions(
  { say }: Host,
  uri: vscode.Uri,
  { article, facts }: Checked,
  problem: Problem,
): {
  readonly title: string;
  readonly edits?: Problem['fixes'][number]['edits'];
  readonly command?: vscode.Command;
}[] {
  if (!maySuppress(problem)) return [];
  const { rule } = problem;
  const comments = suppressions(problem, article, facts).map(({ title, edits }) => ({
    title: say(title),
    edits,
  }));
  const title = say(message('suppress.settings', { rule }));
  const command = { command: SWITCH_OFF, title, arguments: [uri, rule] };
  return [...addTerm(say, uri, problem), ...comments, { title, command }];
}

function addTerm(
  say: Host['say'],
  uri: vscode.Uri,
  { rule, message: { args } }: Problem,
): { readonly title: string; readonly command: vscode.Command }[] {
  const { term, taxonomy } = args ?? {};
  if (rule !== 'term-vocabulary' || typeof term !== 'string' || typeof taxonomy !== 'string') return [];
  const title = say(message('vocabulary.add', { term, taxonomy, file: SETTINGS_FILE }));
  return [{ title, command: { command: ADD_TERM, title, arguments: [uri, taxonomy, term] } }];
}
