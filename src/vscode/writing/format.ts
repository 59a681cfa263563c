import * as vscode from 'vscode';
import { formatFrontMatter } from '../../core/format/format.ts';
import { sortTerms } from '../../core/format/sort-terms.ts';
import { message } from '../../core/messages.ts';
import type { TextEdit } from '../../core/problem.ts';
import { schemaFor } from '../../core/schema/choose.ts';
import type { Given } from '../checker.ts';
import type { Means } from './means.ts';

/** Format Front Matter. */
export async function formatActive(means: Means): Promise<void> {
  const open = await activeArticle(means);
  if (!open) return;
  const { article, facts } = open.given;
  const result = formatFrontMatter(article, schemaFor(article, facts));
  if ('declined' in result) tell(means, message(`write.declined.${result.declined}`));
  else if (result.edits.length === 0) tell(means, message('write.in-order'));
  else await applyTo(open.editor, result.edits);
}

/** Sort and Deduplicate Terms. */
export async function sortActive(means: Means): Promise<void> {
  const open = await activeArticle(means);
  if (!open) return;
  const { article, facts } = open.given;
  if (!article.fences || article.faults.length > 0) {
    tell(means, message(article.fences ? 'write.declined.broken' : 'write.declined.none'));
    return;
  }
  const { edits, declined } = sortTerms(article, facts);
  if (edits.length > 0) await applyTo(open.editor, edits);
  if (declined.length > 0) tell(means, message('write.not-sorted', { keys: declined.join(', ') }));
  else if (edits.length === 0) tell(means, message('write.terms-in-order'));
}

const tell = ({ host }: Means, what: ReturnType<typeof message>): void =>
  void vscode.window.showInformationMessage(host.say(what));

/** The article in the active editor; says so where there is none. */
async function activeArticle(means: Means): Promise<{ editor: vscode.TextEditor; given: Given } | undefined> {
  const editor = vscode.window.activeTextEditor;
  const given = editor && (await means.checker.gather(editor.document.uri, editor.document));
  if (editor && given && !('reason' in given)) return { editor, given };
  tell(means, message('editor.no-article'));
  return undefined;
}

async function applyTo({ document }: vscode.TextEditor, edits: readonly TextEdit[]): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const span = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    change.replace(document.uri, span, newText);
  }
  await vscode.workspace.applyEdit(change);
}
