import * as vscode from 'vscode';
import { parseArticle } from '../../core/article/article.ts';
import { decode } from '../../core/article/encoding.ts';
import { changeField } from '../../core/bulk/change-field.ts';
import type { FieldChange, FieldResult } from '../../core/bulk/change-field.ts';
import { LineIndex } from '../../core/lines.ts';
import { message } from '../../core/messages.ts';
import type { Message } from '../../core/messages.ts';
import type { TextEdit } from '../../core/problem.ts';
import { inSlices } from '../slices.ts';
import type { Means } from './means.ts';

/** Why an article is left as it is. */
type Reason = Extract<FieldResult, { declined: string }>['declined'] | 'encoding' | 'gone';

interface Declined {
  readonly uri: vscode.Uri;
  readonly reason: Reason;
}

/** How a change is shown in the preview, and done without one where a caller wants that. */
export interface Bulk {
  readonly change: FieldChange;
  readonly label: Message;
  readonly isPreviewed: boolean;
}

/** Changes many articles at once: shown before it is done, and undone in one step. Tells what was left, and why. */
export async function changeAll(means: Means, uris: readonly vscode.Uri[], bulk: Bulk): Promise<void> {
  const { host } = means;
  const edit = new vscode.WorkspaceEdit();
  const declined: Declined[] = [];
  let changed = 0;
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    needsConfirmation: bulk.isPreviewed,
    label: host.say(bulk.label),
  };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: host.say(bulk.label),
    cancellable: true,
  };
  const isDone = await vscode.window.withProgress(options, async (_, token) => {
    await inSlices(uris, async uri => {
      if (token.isCancellationRequested) return;
      const text = await textOf(means, uri);
      const result =
        text === undefined
          ? { declined: 'gone' as const }
          : text === null
            ? { declined: 'encoding' as const }
            : changeField(parseArticle(text), bulk.change);
      if ('declined' in result) declined.push({ uri, reason: result.declined });
      else if (text) {
        changed++;
        put(edit, { uri, text, edits: result.edits }, metadata);
      }
    });
    return !token.isCancellationRequested;
  });
  if (!isDone) return;
  const isApplied = changed > 0 && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  if (changed === 0 || isApplied) report(means, changed, declined);
}

/** The text that an editor has or would have of a file; `null`: the file is not UTF-8. */
async function textOf({ host }: Means, uri: vscode.Uri): Promise<string | null | undefined> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  const { files, path } = host.locate(uri);
  const bytes = await files.read(path);
  if (!bytes) return undefined;
  const { text, encoding } = decode(bytes);
  return encoding === 'utf-8' ? text.replace(/^\ufeff/, '') : null;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

function put(
  edit: vscode.WorkspaceEdit,
  { uri, text, edits }: Change,
  metadata: vscode.WorkspaceEditEntryMetadata,
): void {
  const lines = new LineIndex(text);
  const at = (offset: number): vscode.Position => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, character);
  };
  for (const { range, newText } of edits) {
    edit.replace(uri, new vscode.Range(at(range.start), at(range.end)), newText, metadata);
  }
}

/** What is there already needs no word of its own. */
function report({ host }: Means, changed: number, declined: readonly Declined[]): void {
  const left = declined.filter(({ reason }) => reason !== 'same');
  const same = declined.length - left.length;
  const text = host.say(message('bulk.done', { changed, same, left: left.length }));
  if (left.length === 0) {
    void vscode.window.showInformationMessage(text);
    return;
  }
  const show = host.say(message('bulk.show-left'));
  const list = async (): Promise<void> => {
    const items = left.map(({ uri, reason }) => ({
      label: vscode.workspace.asRelativePath(uri),
      detail: host.say(message(`write.declined.${reason}`)),
      uri,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: text });
    if (chosen) await vscode.window.showTextDocument(chosen.uri);
  };
  void vscode.window
    .showWarningMessage(text, show)
    .then(choice => (choice === show ? host.guard('bulk', list) : undefined));
}
