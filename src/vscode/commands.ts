import * as vscode from 'vscode';
import { message } from '../core/messages.ts';
import type { Checker } from './checker.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';

/** The commands of the palette. */
export function registerCommands(host: Host, checker: Checker, diagnostics: Diagnostics): vscode.Disposable {
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  return vscode.Disposable.from(
    register('galley.checkArticle', () => checkArticle(host, checker, diagnostics)),
    register('galley.checkAll', () => checkAll(host, diagnostics)),
  );
}

async function checkArticle(host: Host, checker: Checker, diagnostics: Diagnostics): Promise<void> {
  const uri = activeUri();
  if (!uri) {
    void vscode.window.showInformationMessage(host.say(message('editor.no-article')));
    return;
  }
  const problems = await diagnostics.checkFile(uri);
  if (problems === undefined) {
    const verdict = await checker.check(uri);
    const why = verdict.isArticle ? message('editor.no-article') : message(`not-article.${verdict.reason}`);
    void vscode.window.showInformationMessage(host.say(why));
  } else if (problems === 0) {
    void vscode.window.showInformationMessage(host.say(message('editor.article-clean')));
  } else {
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }
}

/** The file of the active editor, custom editors included, which have no text editor. */
function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return vscode.window.activeTextEditor?.document.uri;
}

async function checkAll(host: Host, diagnostics: Diagnostics): Promise<void> {
  const files = await vscode.workspace.findFiles(
    '**/*.{md,markdown,mdown}',
    '**/{node_modules,themes,public}/**',
  );
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: host.say(message('editor.check-all')),
    cancellable: true,
  };
  const outcome = await vscode.window.withProgress(options, async (progress, token) => {
    let articles = 0;
    let problems = 0;
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      const found = await diagnostics.checkFile(uri);
      if (found !== undefined) articles++;
      problems += found ?? 0;
      progress.report({ increment: 100 / files.length, message: `${index + 1} / ${files.length}` });
    }
    return { articles, problems };
  });
  if (!outcome) return;
  void vscode.window.showInformationMessage(host.say(message('editor.all-checked', outcome)));
  if (outcome.problems > 0) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}
