import * as vscode from 'vscode';
import { message } from '../core/messages.ts';
import type { Checker } from './checker.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';
import type { Sites } from './sites.ts';

/** What the commands work with. */
interface Means {
  readonly checker: Checker;
  readonly sites: Sites;
  readonly diagnostics: Diagnostics;
}

/** The commands of the palette. */
export function registerCommands(host: Host, means: Means): vscode.Disposable {
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  return vscode.Disposable.from(
    register('galley.checkArticle', () => checkArticle(host, means)),
    register('galley.checkAll', () => checkAll(host, means)),
  );
}

async function checkArticle(host: Host, { checker, diagnostics }: Means): Promise<void> {
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
export function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return vscode.window.activeTextEditor?.document.uri;
}

async function checkAll(host: Host, { sites, diagnostics }: Means): Promise<void> {
  diagnostics.keepAll();
  const files = await allArticles(sites);
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

/** The articles of all sites by their index; outside of sites, Markdown that VS Code finds. */
export async function allArticles(sites: Sites): Promise<vscode.Uri[]> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    await sites.siteOf(vscode.Uri.joinPath(folder.uri, 'any'));
  }
  const known = await sites.known();
  await Promise.all(known.map(({ indexed }) => indexed));
  const indexed = known.flatMap(({ index, root, uriOf }) =>
    Array.from(index.entries(), ([path]) => uriOf(`${root}/${path}`)),
  );
  const roots = known.map(({ root, uriOf }) => `${uriOf(root).toString()}/`);
  const found = await vscode.workspace.findFiles('**/*.{md,markdown,mdown}', '**/node_modules/**');
  return [...indexed, ...found.filter(uri => !roots.some(root => uri.toString().startsWith(root)))];
}
