import * as vscode from 'vscode';

/** Starts the features; called at most once. */
export type Start = (context: vscode.ExtensionContext) => Promise<void>;

const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'];

/** The files that make a folder a Hugo site; spelled out, for the search that VS Code uses has no braces in braces. */
const SITE = `{${['**/hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(name => EXTENSIONS.map(extension => `${name}.${extension}`)).join(',')}}`;

/**
 * All that Galley does before there is an article: waits for one. An article is a Markdown file that starts with
 * front matter, or any in a workspace with a Hugo site.
 *
 * @returns settled when it is known whether the workspace has a site, and the features have started if so: a command
 * that is called before waits for that
 */
export async function waitForArticle(context: vscode.ExtensionContext, start: Start): Promise<void> {
  let started: Promise<void> | undefined;
  const waiting: vscode.Disposable[] = [];
  const go = (): void => {
    if (started) return;
    for (const disposable of waiting) disposable.dispose();
    started = start(context).catch((error: unknown) => console.error('Galley did not start', error));
  };
  const look = (document: vscode.TextDocument): void => {
    if (document.languageId === 'markdown' && startsLikeFrontMatter(document)) go();
  };
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  context.subscriptions.push(...waiting);
  vscode.workspace.textDocuments.forEach(look);
  const [site] = await vscode.workspace.findFiles(SITE, '**/node_modules/**', 1);
  if (site) go();
  await started;
}

function startsLikeFrontMatter(document: vscode.TextDocument): boolean {
  return /^\ufeff?\s*(?:---|\+\+\+|\{)/.test(document.getText(new vscode.Range(0, 0, 10, 0)));
}
