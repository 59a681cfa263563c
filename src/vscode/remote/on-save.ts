import * as vscode from 'vscode';
import type { Checker } from '../checker.ts';
import type { Disposable, Host } from '../host.ts';
import type { Remote } from './remote.ts';
import { readRemoteSettings } from './settings.ts';

/** Asks for the images of an article when it is shown and when it is saved, if the settings say so; without a word. */
export function registerOnSave(
  host: Host,
  { checker, remote }: { checker: Checker; remote: Remote },
): Disposable {
  const running = new Map<string, vscode.CancellationTokenSource>();
  const stop = (uri: vscode.Uri): void => running.get(uri.toString())?.cancel();

  const ask = async (document: vscode.TextDocument): Promise<void> => {
    const { uri } = document;
    if (document.languageId !== 'markdown' || remote.refusal !== undefined) return;
    if (readRemoteSettings(uri).when !== 'onSave') return;
    const given = await checker.gather(uri, document);
    if ('reason' in given) return;
    stop(uri);
    const source = new vscode.CancellationTokenSource();
    running.set(uri.toString(), source);
    const articles = [{ uri, ...given }];
    await remote.ask({ articles, kinds: IMAGES, cancel: source.token, priority: 2 });
    if (running.get(uri.toString()) === source) running.delete(uri.toString());
    source.dispose();
  };
  const look = (document: vscode.TextDocument | undefined): void => {
    if (document) void host.guard('images', () => ask(document));
  };
  look(vscode.window.activeTextEditor?.document);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(editor => look(editor?.document)),
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => stop(uri)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => look(vscode.window.activeTextEditor?.document)),
    {
      dispose: () => {
        for (const source of running.values()) source.cancel();
      },
    },
  );
}

const IMAGES: ReadonlySet<'image'> = new Set(['image']);
