import * as vscode from 'vscode';
import type { ToPreview } from '../../webview/preview/messages.ts';
import type { Disposable } from '../host.ts';

/** Scrolling of the editor that comes so soon after Galley's own, milliseconds, is its echo. */
const ECHO_MS = 250;

/** So long after the last scroll the editor has arrived. */
const SETTLE_MS = 90;

/** More lines than this cannot stick at the top: then the editor has not said yet where it is, or has no more to show. */
const MOST_STICKY = 12;

/** Keeps the editors of an article and its preview at the same place. */
export class EditorSync implements Disposable {
  private readonly post: (message: ToPreview) => void;
  private readonly uri: () => vscode.Uri;
  private readonly disposables: readonly Disposable[];
  private revealed = -Infinity;
  private sent: number | undefined;
  private timer: Timer | undefined;

  constructor(post: (message: ToPreview) => void, uri: () => vscode.Uri) {
    this.post = post;
    this.uri = uri;
    this.disposables = [
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const [first] = visibleRanges;
        if (!this.isOurs(textEditor) || !first || performance.now() - this.revealed < ECHO_MS) return;
        this.scroll(first.start.line);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.isOurs(textEditor)) this.tell(textEditor);
      }),
    ];
  }

  /** Says where the cursor is. */
  tell(editor = this.editor()): void {
    this.post({ type: 'cursor', ...(editor ? { line: editor.selection.active.line } : {}) });
  }

  /** The reader has scrolled the preview to a line. */
  scrolled(line: number): void {
    const editor = this.editor();
    if (!editor || !isSynced('scrollEditorWithPreview', this.uri())) return;
    this.sent = undefined;
    const wanted = Math.min(Math.floor(line), editor.document.lineCount - 1);
    this.reveal(editor, wanted);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.correct(editor, { wanted, asked: wanted, tries: 3 }), SETTLE_MS);
  }

  private reveal(editor: vscode.TextEditor, line: number): void {
    this.revealed = performance.now();
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }

  /** VS Code leaves room for as many sticky lines as there may be, so that what was asked for is not at the top. */
  private correct(
    editor: vscode.TextEditor,
    { wanted, asked, tries }: { wanted: number; asked: number; tries: number },
  ): void {
    const top = editor.visibleRanges[0]?.start.line ?? wanted;
    if (top >= wanted || tries === 0) return;
    const hasArrived = wanted - top <= MOST_STICKY;
    const next = hasArrived ? Math.min(asked + wanted - top, editor.document.lineCount - 1) : asked;
    if (hasArrived) this.reveal(editor, next);
    this.timer = setTimeout(() => this.correct(editor, { wanted, asked: next, tries: tries - 1 }), SETTLE_MS);
  }

  private scroll(line: number): void {
    if (line === this.sent || !isSynced('scrollPreviewWithEditor', this.uri())) return;
    this.sent = line;
    this.post({ type: 'scroll', line });
  }

  private readonly isOurs = ({ document }: vscode.TextEditor): boolean =>
    document.uri.toString() === this.uri().toString();

  private editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    return active && this.isOurs(active) ? active : vscode.window.visibleTextEditors.find(this.isOurs);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** By the settings of VS Code's own preview, which editors know. */
const isSynced = (name: 'scrollEditorWithPreview' | 'scrollPreviewWithEditor', scope: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('markdown.preview', scope).get(name, true);
