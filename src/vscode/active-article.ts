import * as vscode from 'vscode';
import type { Disposable } from './host.ts';

/** The article that the user looks at: that of the active editor, else that of the active preview. */
export class ActiveArticle implements Disposable {
  private preview: vscode.Uri | undefined;
  private last: string | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables = [this.changed, vscode.window.onDidChangeActiveTextEditor(() => this.tell())];

  readonly onDidChange = this.changed.event;

  get uri(): vscode.Uri | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return this.preview;
    return document.languageId === 'markdown' ? document.uri : undefined;
  }

  /** Says whose preview has the focus; `undefined`: none has. */
  setPreview(uri: vscode.Uri | undefined): void {
    this.preview = uri;
    this.tell();
  }

  private tell(): void {
    const now = this.uri?.toString();
    if (now === this.last) return;
    this.last = now;
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
