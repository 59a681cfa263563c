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

/** A change in words, and whether the editor is asked before it is made. */
export interface Bulk {
  readonly change: FieldChange;
  readonly label: Message;
  readonly isAsked: boolean;
}

/** Changes many articles at once, after a question, and as one step to undo. Tells what was left, and why. */
export async function changeAll(means: Means, uris: readonly vscode.Uri[], bulk: Bulk): Promise<void> {
  const { host } = means;
  const found = await findChanges(means, uris, bulk);
  if (!found) return;
  const { changes, declined } = found;
  const left = declined.filter(({ reason }) => reason !== 'same');
  const args = { changed: changes.length, same: declined.length - left.length, left: left.length };
  if (changes.length === 0) {
    tellLeft(means, message('bulk.nothing', args), left);
    return;
  }
  const isPreviewed = bulk.isAsked ? await ask(means, bulk, args) : false;
  if (isPreviewed === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const label = host.say(bulk.label);
  const [first] = changes;
  // What needs confirmation is shown, but left out until it is ticked: this one changes nothing, and all others are in.
  if (isPreviewed && first)
    edit.insert(first.uri, new vscode.Position(0, 0), '', { needsConfirmation: true, label });
  for (const change of changes) put(edit, change, { needsConfirmation: false, label });
  const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (isApplied && left.length > 0) tellLeft(means, message('bulk.done', args), left);
}

/** `true`: to be shown first; `undefined`: not to be done. */
async function ask(
  { host }: Means,
  bulk: Bulk,
  args: NonNullable<Message['args']>,
): Promise<boolean | undefined> {
  const [all, preview] = [host.say(message('bulk.apply')), host.say(message('bulk.preview'))];
  const detail = host.say(message('bulk.ask', args));
  const choice = await vscode.window.showWarningMessage(
    host.say(bulk.label),
    { modal: true, detail },
    all,
    preview,
  );
  return choice === undefined ? undefined : choice === preview;
}

interface Found {
  readonly changes: readonly Change[];
  readonly declined: readonly Declined[];
}

/** `undefined`: somebody ended it. */
async function findChanges(
  means: Means,
  uris: readonly vscode.Uri[],
  bulk: Bulk,
): Promise<Found | undefined> {
  const changes: Change[] = [];
  const declined: Declined[] = [];
  const look = async (uri: vscode.Uri): Promise<void> => {
    const text = await textOf(means, uri);
    if (typeof text !== 'string') {
      declined.push({ uri, reason: text === null ? 'encoding' : 'gone' });
      return;
    }
    const result = changeField(parseArticle(text), bulk.change);
    if ('declined' in result) declined.push({ uri, reason: result.declined });
    else changes.push({ uri, text, edits: result.edits });
  };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: means.host.say(bulk.label),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    await inSlices(uris, uri => (token.isCancellationRequested ? undefined : look(uri)));
    return token.isCancellationRequested ? undefined : { changes, declined };
  });
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

/** With a way to the articles that could not be changed. */
function tellLeft({ host }: Means, what: Message, left: readonly Declined[]): void {
  const text = host.say(what);
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
