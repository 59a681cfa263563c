import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { fromPreview } from '../../webview/preview/messages.ts';
import type { FromPreview, ToPreview } from '../../webview/preview/messages.ts';
import { openDocument } from '../documents.ts';
import type { Disposable, Host } from '../host.ts';
import { EditorSync } from './editor-sync.ts';
import { Fixes } from './fixes.ts';
import { openLink } from './links.ts';
import { Images } from './images.ts';
import { revealKey, revealLine } from './reveal.ts';
import type { Renderer } from './renderer.ts';
import { shellHtml } from './shell.ts';
import { updateOf } from './state.ts';
import type { PageState } from './state.ts';
import { textsFor } from './texts.ts';

/** What a preview works with. */
export interface Means {
  readonly host: Host;
  readonly renderer: Renderer;
}

/** What a preview shows. */
export interface Showing {
  readonly uri: vscode.Uri;
  /** Stays with its article, whatever editor is active. */
  readonly locked: boolean;
  /** As it stands in lists, in place of its page. */
  readonly card: boolean;
  /** At the top. */
  readonly line: number;
}

/** A render that takes longer waits for a pause, milliseconds. */
const LONG_MS = 50;

/** Time for the typist's next key before a render that took long is repeated, in times of that render. */
const REST = 2;

/** One preview: a webview panel, and the article it shows. */
export class PreviewPanel implements Disposable {
  readonly panel: vscode.WebviewPanel;
  private readonly means: Means;
  private showing: Showing;
  private shown: PageState | undefined;
  private isReady = false;
  /** Asked for before the page was there. */
  private readonly pending: ToPreview[] = [];
  private stamp = 0;
  /** What the page may load, as it was told. */
  private rights = '';
  private timer: Timer | undefined;
  private spent = 0;
  private readonly sync: EditorSync;
  private readonly images: Images;
  private readonly fixes: Fixes;
  private readonly disposables: Disposable[] = [];
  private readonly ended = new vscode.EventEmitter<void>();
  readonly onDidEnd = this.ended.event;

  constructor(panel: vscode.WebviewPanel, showing: Showing, means: Means) {
    this.panel = panel;
    this.showing = showing;
    this.means = means;
    const post = (sent: ToPreview): void => this.post(sent);
    this.sync = new EditorSync(post, () => this.showing.uri);
    this.images = new Images(means, post);
    this.fixes = new Fixes(means, post);
    this.disposables.push(
      this.ended,
      this.sync,
      this.images,
      this.fixes,
      panel.webview.onDidReceiveMessage((received: unknown) => {
        if (fromPreview(received)) void means.host.guard('preview', () => this.take(received));
        else means.host.log.warn('preview: not a message');
      }),
      panel.onDidDispose(() => this.dispose()),
      // What is hidden is gone, and says when it is back.
      panel.onDidChangeViewState(() => (this.isReady &&= panel.visible)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isAbout(document.uri)) this.schedule();
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (this.isAbout(uri)) this.schedule();
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => this.follow(files)),
      means.renderer.onDidChange(() => this.schedule()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('galley.preview')) this.reload();
      }),
    );
    void this.load();
  }

  get uri(): vscode.Uri {
    return this.showing.uri;
  }

  get locked(): boolean {
    return this.showing.locked;
  }

  isAbout(uri: vscode.Uri): boolean {
    return this.uri.toString() === uri.toString();
  }

  /** Shows another article. */
  async show(uri: vscode.Uri): Promise<void> {
    if (this.isAbout(uri)) return;
    this.showing = { ...this.showing, uri, line: 0 };
    this.post({ type: 'busy' });
    await this.load();
  }

  /** The article, or a folder above it, has another name. */
  private follow(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    const own = this.uri.toString();
    for (const { oldUri, newUri } of files) {
      const old = oldUri.toString();
      if (own !== old && !own.startsWith(`${old}/`)) continue;
      const moved = vscode.Uri.parse(newUri.toString() + own.slice(old.length));
      void this.means.host.guard('preview', () => this.show(moved));
    }
  }

  setLocked(locked: boolean): void {
    this.showing = { ...this.showing, locked };
    this.setTitle();
    this.post({ type: 'view', lock: locked });
  }

  /** Shows the card that stands for the article in lists, or its page again. */
  toggleCard(): void {
    const card = !this.showing.card;
    this.showing = { ...this.showing, card };
    this.post({ type: 'view', card });
    this.reload();
  }

  /** The HTML of the body, as it stands on the page. */
  async bodyHtml(): Promise<string> {
    const { state } = await this.means.renderer.render(this.uri, openDocument(this.uri));
    return state.blocks.map(({ html }) => html).join('');
  }

  post(sent: ToPreview): void {
    if (this.isReady) void this.panel.webview.postMessage(sent);
    else if (sent.type === 'view') this.pending.push(sent);
  }

  private setTitle(): void {
    const name = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    const code = this.locked ? 'preview.title-locked' : 'preview.title';
    this.panel.title = this.means.host.say(message(code, { name }));
  }

  /** Shows the article from the start; the page is loaded anew where it has to have other rights. */
  private async load(): Promise<void> {
    const { host } = this.means;
    const { uri, locked, card, line } = this.showing;
    this.setTitle();
    const roots = await this.images.rootsOf(uri);
    if (uri !== this.uri) return;
    const extension = host.context.extensionUri;
    this.shown = undefined;
    const rights = JSON.stringify([roots.map(String), this.images.sources()]);
    if (rights === this.rights && this.isReady) return this.render();
    this.rights = rights;
    this.isReady = false;
    this.panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [
        vscode.Uri.joinPath(extension, 'dist', 'preview'),
        vscode.Uri.joinPath(extension, 'media', 'preview'),
        ...roots,
      ],
    };
    this.panel.webview.html = shellHtml({
      webview: this.panel.webview,
      extension,
      images: this.images.sources(),
      language: host.language,
      title: host.say(message('preview.name')),
      start: { uri: uri.toString(), locked, card, line, texts: textsFor(host) },
    });
  }

  private reload(): void {
    void this.means.host.guard('preview', () => this.load());
  }

  /** At once, and not behind what else waits for its turn in the extension host, unless the last time took long. */
  private schedule(): void {
    if (this.timer !== undefined || !this.isReady) return;
    const render = (): void => void this.means.host.guard('preview', () => this.render());
    if (this.spent <= LONG_MS) {
      render();
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      render();
    }, this.spent * REST);
  }

  private async render(): Promise<void> {
    const { uri } = this;
    const started = performance.now();
    const document = openDocument(uri);
    const version = document?.version;
    const rendered = await this.means.renderer.render(uri, document, this.showing.card ? 'card' : 'page');
    if (!this.isReady || uri !== this.uri) return;
    if (document && document.version !== version) {
      this.schedule();
      return;
    }
    const { state } = rendered;
    const update = updateOf(this.shown, state, ++this.stamp);
    this.shown = state;
    const { line } = this.showing;
    if (update) this.post(update.fresh === true ? { ...update, uri: uri.toString(), line } : update);
    this.spent = performance.now() - started;
    this.images.setArticle(rendered);
    this.sync.tell();
    this.fixes.plan(uri);
  }

  private async take(received: FromPreview): Promise<void> {
    switch (received.type) {
      case 'ready':
        this.isReady = true;
        for (const sent of this.pending.splice(0)) this.post(sent);
        this.shown = undefined;
        return this.render();
      case 'images':
        return this.images.answer(this.panel.webview, received.sources);
      case 'scrolled':
        this.showing = { ...this.showing, line: received.line };
        this.sync.scrolled(received.line);
        return;
      case 'reveal':
        return this.reveal(received);
      case 'link':
        return openLink(received.href, this.uri, this.means);
      case 'fix':
        return this.fixes.apply(received.id, received.fix);
      case 'refused':
        this.means.host.log.debug(`preview: the policy refused ${received.what}`);
        return;
      case 'shown':
        return;
    }
  }

  private async reveal({ key, item, line }: Extract<FromPreview, { type: 'reveal' }>): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (key !== undefined) await revealKey(document, key, item, this.panel.viewColumn);
    else if (line !== undefined) await revealLine(document, line, this.panel.viewColumn);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.isReady = false;
    this.ended.fire();
    for (const disposable of this.disposables.splice(0)) disposable.dispose();
    this.panel.dispose();
  }
}
