import type * as vscode from 'vscode';
import { waitForArticle } from './wait.ts';

/** Desktop and remote entry: small, so that opening a folder without articles costs next to nothing. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  return waitForArticle(context, async () => (await import('./main.ts')).start(context));
}
