import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import type { Disposable, Host } from '../host.ts';

const SAVE = 'galley.saveImages';

interface Offer extends Disposable {
  /** Takes notice of a text that may be pasted next. */
  readonly expect: (uri: vscode.Uri, text: string) => void;
}

/** Offers to save the images of what was pasted, once it is pasted, where there is a command for it. */
export function offerToSave(host: Host): Offer {
  let expected: { readonly uri: string; readonly text: string } | undefined;
  const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== expected?.uri) return;
    const { text } = expected;
    if (!contentChanges.some(change => change.text.replaceAll('\r\n', '\n') === text)) return;
    expected = undefined;
    void host.guard('offer to save', () => offer(host, text.match(/!\[[^\]]*\]\(https?:/g)?.length ?? 0));
  });
  return {
    expect: (uri, text) =>
      void (expected = /!\[[^\]]*\]\(https?:/.test(text) ? { uri: uri.toString(), text } : undefined),
    dispose: () => void listening.dispose(),
  };
}

async function offer(host: Host, images: number): Promise<void> {
  if (!vscode.workspace.isTrusted || !(await vscode.commands.getCommands(true)).includes(SAVE)) return;
  const save = host.say(message('paste.save'));
  const chosen = await vscode.window.showInformationMessage(
    host.say(message('paste.remote', { images })),
    save,
  );
  if (chosen === save) await vscode.commands.executeCommand(SAVE);
}
