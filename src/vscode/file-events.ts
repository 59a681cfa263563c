import * as vscode from 'vscode';
import type { Disposable } from './host.ts';

/** Events are gathered for this long, so that a thousand of them are one. */
const GATHER_MS = 150;

/** Folders that no article is in and that change often. */
const NOISE = /\/(?:\.git|node_modules|public|resources)\//;

/** Passes on which files and folders were made, changed or deleted, each once, a moment after. */
export class FileEvents implements Disposable {
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');
  private readonly pending = new Map<string, vscode.Uri>();
  private readonly take: (uris: readonly vscode.Uri[]) => void;
  private timer: Timer | undefined;

  constructor(take: (uris: readonly vscode.Uri[]) => void) {
    this.take = take;
    const note = (uri: vscode.Uri): void => this.note(uri);
    this.watcher.onDidCreate(note);
    this.watcher.onDidDelete(note);
    this.watcher.onDidChange(note);
  }

  private note(uri: vscode.Uri): void {
    if (NOISE.test(uri.path)) return;
    this.pending.set(uri.toString(), uri);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const uris = [...this.pending.values()];
      this.pending.clear();
      this.take(uris);
    }, GATHER_MS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
  }
}
