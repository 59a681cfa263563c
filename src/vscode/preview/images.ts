import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { resolveImage } from '../../core/preview/image.ts';
import type { ImagePlace, ImageTarget } from '../../core/preview/image.ts';
import { parentOf } from '../../core/site/site.ts';
import { originOf } from '../../core/targets/resolve.ts';
import type { ImageAnswer, ToPreview } from '../../webview/preview/messages.ts';
import { surroundingsOf } from '../checker.ts';
import type { Disposable } from '../host.ts';
import type { Means } from './panel.ts';
import type { Rendered } from './renderer.ts';

const PICTURE = '**/*.{png,jpg,jpeg,gif,webp,avif,svg,bmp,ico,PNG,JPG,JPEG,GIF,WEBP,AVIF,SVG}';

/** Answers which picture stands for an address in the article, and says so again when files come and go. */
export class Images implements Disposable {
  private readonly means: Means;
  private readonly post: (message: ToPreview) => void;
  private readonly watcher = vscode.workspace.createFileSystemWatcher(PICTURE);
  /** What the preview has been told, by `src`. */
  private readonly told = new Map<string, ImageAnswer>();
  /** How often files have changed, by path: a changed picture gets another address. */
  private readonly changes = new Map<string, number>();
  private article: Pick<Rendered, 'given' | 'page'> = {};
  /** Those that the site's folders have not been read again for. */
  private readonly changed = new Set<string>();
  private uri: vscode.Uri | undefined;
  private webview: vscode.Webview | undefined;
  private timer: Timer | undefined;

  constructor(means: Means, post: (message: ToPreview) => void) {
    this.means = means;
    this.post = post;
    const note = ({ path }: vscode.Uri): void => {
      this.changes.set(path, (this.changes.get(path) ?? 0) + 1);
      this.changed.add(path);
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        void means.host.guard('preview', () => this.lookAgain());
      }, 200);
    };
    this.watcher.onDidChange(note);
    this.watcher.onDidCreate(note);
    this.watcher.onDidDelete(note);
  }

  /** The folders whose files the page of an article may show: those that its site publishes. */
  async rootsOf(uri: vscode.Uri): Promise<vscode.Uri[]> {
    this.told.clear();
    this.uri = uri;
    const { site } = await this.means.renderer.sites.siteOf(uri);
    if (!site) return uri.scheme === 'untitled' ? [] : [vscode.Uri.joinPath(uri, '..')];
    const folders = site.facts.config.mounts
      .filter(({ component }) => component === 'static' || component === 'content' || component === 'assets')
      .map(({ source }) => (source.startsWith('/') ? source : `${site.root}/${source}`));
    return [...new Set(folders)].map(folder => site.uriOf(folder));
  }

  /** From where else pictures may be loaded. */
  sources(): readonly string[] {
    return this.refusal() === undefined ? ['https:'] : [];
  }

  private refusal(): ImageAnswer | undefined {
    const { say } = this.means.host;
    if (!vscode.workspace.isTrusted)
      return { type: 'missing', reason: say(message('preview.image-restricted')) };
    const isOn = vscode.workspace
      .getConfiguration('galley.preview', this.uri)
      .get<boolean>('remoteImages', true);
    return isOn ? undefined : { type: 'missing', reason: say(message('preview.image-remote-off')) };
  }

  /** The article as it was rendered last: where its page is decides what its pictures are. */
  setArticle(article: Rendered): void {
    const before = this.article;
    this.article = article;
    const isOther =
      article.page?.relPermalink !== before.page?.relPermalink ||
      article.given?.facts.site !== before.given?.facts.site;
    if (isOther) void this.means.host.guard('preview', () => this.answerAgain());
  }

  async answer(webview: vscode.Webview, sources: readonly string[]): Promise<void> {
    this.webview = webview;
    const answers: Record<string, ImageAnswer> = {};
    for (const source of sources) {
      const answer = await this.answerFor(source, webview);
      const told = this.told.get(source);
      this.told.set(source, answer);
      if (JSON.stringify(told) !== JSON.stringify(answer)) answers[source] = answer;
    }
    if (Object.keys(answers).length > 0) this.post({ type: 'images', answers });
  }

  private async lookAgain(): Promise<void> {
    const site = this.article.given?.site;
    const paths = [...this.changed].filter(path => site !== undefined && path.startsWith(`${site.root}/`));
    this.changed.clear();
    await site?.listings.refresh(paths.map(path => path.slice(site.root.length + 1)));
    await this.answerAgain();
  }

  private async answerAgain(): Promise<void> {
    if (this.webview) await this.answer(this.webview, [...this.told.keys()]);
  }

  private async answerFor(source: string, webview: vscode.Webview): Promise<ImageAnswer> {
    const { uri } = this;
    if (!uri) return { type: 'missing', reason: '' };
    const { uriOf, path, files } = this.means.host.locate(uri);
    const target = await resolveImage(source, this.placeIn(path, files));
    return this.shown(target, file => {
      const at = uriOf(file);
      const changes = this.changes.get(at.path);
      return webview.asWebviewUri(at).toString() + (changes === undefined ? '' : `?${changes}`);
    });
  }

  private placeIn(path: string, files: ImagePlace['files']): ImagePlace {
    const { given, page } = this.article;
    if (!given?.site || !page || page.relPermalink === '')
      return { root: parentOf(path), files, site: undefined };
    const { site, facts } = given;
    const origin = originOf(page, site.facts, facts.hugo);
    return { root: site.root, files, site: { origin, around: surroundingsOf(site, facts) } };
  }

  private shown(target: ImageTarget, uriOf: (path: string) => string): ImageAnswer {
    switch (target.kind) {
      case 'web':
        return this.refusal() ?? { type: 'shown', url: target.url };
      case 'data':
        return { type: 'shown', url: target.url };
      case 'file':
        return { type: 'shown', url: uriOf(target.path) };
      case 'missing':
        return { type: 'missing', reason: this.means.host.say(target.reason) };
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
  }
}
