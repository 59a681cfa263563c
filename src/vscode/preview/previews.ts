import * as vscode from 'vscode';
import { previewState } from '../../webview/preview/messages.ts';
import type { ToPreview } from '../../webview/preview/messages.ts';
import { message } from '../../core/messages.ts';
import type { ActiveArticle } from '../active-article.ts';
import type { Checker } from '../checker.ts';
import type { Host } from '../host.ts';
import type { Sites } from '../sites.ts';
import { PreviewPanel } from './panel.ts';
import type { Means } from './panel.ts';
import { Renderer } from './renderer.ts';

const VIEW_TYPE = 'galley.preview';

/** The live preview: its commands, and previews that come back after a reload of the window. */
export function registerPreviews(
  host: Host,
  { active, ...parts }: { checker: Checker; sites: Sites; active: ActiveArticle },
): vscode.Disposable {
  const renderer = new Renderer(host, parts);
  const previews = new Previews({ host, renderer }, active);
  const register = (id: string, run: () => Promise<void> | void): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => host.guard(id, run));
  const view = (sent: Omit<Extract<ToPreview, { type: 'view' }>, 'type'>) => (): void =>
    previews.active()?.post({ type: 'view', ...sent });
  return vscode.Disposable.from(
    previews,
    renderer,
    register('galley.preview.open', () => previews.open(vscode.ViewColumn.Active)),
    register('galley.preview.openToSide', () => previews.open(vscode.ViewColumn.Beside)),
    register('galley.preview.toggleLock', () => previews.toggleLock()),
    register('galley.preview.showSource', () => previews.showSource()),
    register('galley.preview.toggleWidth', view({ width: 'phone' })),
    register('galley.preview.toggleCard', () => previews.active()?.toggleCard()),
    register('galley.preview.zoomIn', view({ zoom: 'in' })),
    register('galley.preview.zoomOut', view({ zoom: 'out' })),
    register('galley.preview.resetZoom', view({ zoom: 'reset' })),
    register('galley.preview.copyHtml', () => previews.copyHtml()),
  );
}

class Previews {
  private readonly means: Means;
  private readonly article: ActiveArticle;
  private readonly all = new Set<PreviewPanel>();
  private readonly disposables: readonly vscode.Disposable[];

  constructor(means: Means, article: ActiveArticle) {
    this.means = means;
    this.article = article;
    this.disposables = [
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state) => this.revive(panel, state),
      }),
      vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      // Also when it is told that it is Markdown.
      vscode.workspace.onDidOpenTextDocument(document => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document) this.follow(editor);
      }),
    ];
  }

  /** The preview that has the focus, or was shown last. */
  active(): PreviewPanel | undefined {
    const all = [...this.all];
    return all.find(({ panel }) => panel.active) ?? all.findLast(({ panel }) => panel.visible) ?? all.at(-1);
  }

  open(column: vscode.ViewColumn): void {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage(this.means.host.say(message('editor.no-article')));
      return;
    }
    const { uri } = editor.document;
    const line = editor.visibleRanges[0]?.start.line ?? 0;
    const free = [...this.all].find(({ locked }) => !locked);
    if (free) {
      free.panel.reveal(column === vscode.ViewColumn.Beside ? free.panel.viewColumn : column, true);
      void this.means.host.guard('preview', () => free.show(uri));
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside },
      { enableFindWidget: true, enableScripts: true, localResourceRoots: [] },
    );
    this.add(new PreviewPanel(panel, { uri, locked: false, card: false, line }, this.means));
  }

  private revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (previewState(state)) {
      const { uri, locked, card = false, line } = state;
      this.add(new PreviewPanel(panel, { uri: vscode.Uri.parse(uri), locked, card, line }, this.means));
    } else {
      panel.dispose();
    }
    return Promise.resolve();
  }

  private add(preview: PreviewPanel): void {
    const { extensionUri } = this.means.host.context;
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extensionUri, 'media', 'preview', `preview-${theme}.svg`);
    preview.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.all.add(preview);
    preview.onDidEnd(() => {
      this.all.delete(preview);
      this.tellContext();
    });
    preview.panel.onDidChangeViewState(() => this.tellContext());
    this.tellContext();
  }

  private tellContext(): void {
    const active = [...this.all].find(({ panel }) => panel.active);
    this.article.setPreview(active?.uri);
    void vscode.commands.executeCommand('setContext', 'galley.preview.exists', this.all.size > 0);
    void vscode.commands.executeCommand('setContext', 'galley.preview.active', active !== undefined);
    void vscode.commands.executeCommand('setContext', 'galley.preview.locked', active?.locked ?? false);
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId !== 'markdown') return;
    for (const preview of this.all) {
      if (!preview.locked) void this.means.host.guard('preview', () => preview.show(editor.document.uri));
    }
  }

  toggleLock(): void {
    const preview = this.active();
    preview?.setLocked(!preview.locked);
    this.tellContext();
  }

  async showSource(): Promise<void> {
    const preview = this.active();
    if (preview) await vscode.window.showTextDocument(preview.uri, { viewColumn: vscode.ViewColumn.One });
  }

  async copyHtml(): Promise<void> {
    const html = await this.active()?.bodyHtml();
    if (html !== undefined) await vscode.env.clipboard.writeText(html);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
    for (const preview of this.all) preview.dispose();
  }
}
