import type * as vscode from 'vscode';
import { workspaceFiles } from '../platform/web/files.ts';
import { startFeatures } from './features.ts';
import { waitForArticle } from './wait.ts';

/** Web entry: one file, nothing of Node. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  return waitForArticle(context, () => startFeatures(context, { locate: workspaceFiles }));
}
