import * as vscode from 'vscode';

/** Starts the features; called at most once. */
export type Start = (context: vscode.ExtensionContext) => Promise<void> | void;

/** The files that make a folder a Hugo site; `config.*` only beside content. */
const SITE =
  '{**/hugo.{toml,yaml,yml,json},config.{toml,yaml,yml,json},config/_default/*.{toml,yaml,yml,json}}';

/**
 * All that Galley does before there is an article: waits for one. An article is a Markdown file that starts with
 * front matter, or any in a workspace with a Hugo site.
 */
export function waitForArticle(context: vscode.ExtensionContext, start: Start): void {
  let started = false;
  const waiting: vscode.Disposable[] = [];
  const go = (): void => {
    if (started) return;
    started = true;
    for (const disposable of waiting) disposable.dispose();
    void Promise.resolve(start(context)).catch((error: unknown) =>
      console.error('Galley did not start', error),
    );
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
  void vscode.workspace.findFiles(SITE, '**/node_modules/**', 1).then(([site]) => {
    if (site) go();
  });
}

function startsLikeFrontMatter(document: vscode.TextDocument): boolean {
  return /^\ufeff?\s*(?:---|\+\+\+|\{)/.test(document.getText(new vscode.Range(0, 0, 10, 0)));
}
