import * as vscode from 'vscode';
import { parseArticle } from '../core/article/article.ts';
import type { Article } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { check } from '../core/check/check.ts';
import type { Facts, SiteFacts } from '../core/check/facts.ts';
import type { Problem } from '../core/problem.ts';
import { remember } from '../core/remember.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import type { NotAnArticle } from '../core/site/place.ts';
import { findSite, gatherSite, parentOf } from '../core/site/site.ts';
import type { Disposable, Host } from './host.ts';
import { readSettings } from './settings.ts';

/** What a check of one file came to. */
export type Verdict =
  | { readonly isArticle: false; readonly reason: NotAnArticle }
  | {
      readonly isArticle: true;
      readonly article: Article;
      readonly facts: Facts;
      readonly problems: readonly Problem[];
    };

/** Gathers facts, once for each site, and checks articles with them. */
export class Checker implements Disposable {
  private readonly host: Host;
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly sites = new Map<string, Promise<SiteFacts>>();
  private readonly encodings = new Map<string, Promise<Facts['encoding']>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: readonly Disposable[];

  /** Fires when earlier verdicts may no longer hold: configuration, templates or settings have changed. */
  readonly onDidChange = this.changed.event;

  constructor(host: Host) {
    this.host = host;
    const watchers = SITE_FILES.map(pattern => vscode.workspace.createFileSystemWatcher(pattern));
    const forget = (): void => {
      this.roots.clear();
      this.sites.clear();
      this.changed.fire();
    };
    this.disposables = [
      ...watchers,
      ...watchers.flatMap(watcher => [
        watcher.onDidCreate(forget),
        watcher.onDidChange(forget),
        watcher.onDidDelete(forget),
      ]),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('galley')) forget();
      }),
      vscode.workspace.onDidSaveTextDocument(document => this.encodings.delete(document.uri.toString())),
      vscode.workspace.onDidCloseTextDocument(document => this.encodings.delete(document.uri.toString())),
      this.changed,
    ];
  }

  /** Checks a file as it stands in the editor, or, closed, on the disk. */
  async check(uri: vscode.Uri, open?: vscode.TextDocument): Promise<Verdict> {
    const version = open?.version;
    const decoded = open ? undefined : await this.read(uri);
    const { site, name } = await this.siteOf(uri);
    const encoding = open ? await this.encodingOf(open) : decoded?.encoding;
    if (open && open.version !== version) return this.check(uri, open);
    const text = open?.getText() ?? decoded?.text ?? '';
    const place = site
      ? placeInSite(name, site.contentFolders)
      : placeOutsideSite(parentlessName(uri), findFences(text) !== undefined);
    if (!place.isArticle) return place;
    const article = parseArticle(text);
    const hugo = readSettings(uri).hugoVersion ?? site?.hugo?.version;
    const facts: Facts = { hugo, page: place.page, site, encoding };
    return { isArticle: true, article, facts, problems: check(article, facts) };
  }

  private async siteOf(uri: vscode.Uri): Promise<{ site: SiteFacts | undefined; name: string }> {
    const { files, path } = this.host.locate(uri);
    const folder = parentOf(path);
    const prefix = uri.with({ path: '' }).toString();
    if (uri.scheme === 'untitled') return { site: undefined, name: path };
    const root = await remember(this.roots, prefix + folder, () => findSite(folder, files));
    if (root === undefined) return { site: undefined, name: path };
    const site = await remember(this.sites, prefix + root, () => gatherSite(root, files));
    return { site, name: path.slice(root.length).replace(/^\//, '') };
  }

  private async read(uri: vscode.Uri): Promise<{ text: string; encoding: Facts['encoding'] } | undefined> {
    const { files, path } = this.host.locate(uri);
    const bytes = await files.read(path);
    if (!bytes) return undefined;
    const { text, encoding, at } = decode(bytes);
    return { text, encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined };
  }

  /** The editor shows text whatever the bytes are; Hugo reads the bytes. They change only on save. */
  private async encodingOf(document: vscode.TextDocument): Promise<Facts['encoding']> {
    if (document.uri.scheme === 'untitled') return undefined;
    const key = document.uri.toString();
    return remember(this.encodings, key, async () => (await this.read(document.uri))?.encoding);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** A change of these makes earlier facts of a site void. */
const SITE_FILES = [
  '**/{hugo,config}.{toml,yaml,yml,json}',
  '**/layouts/{partials/widgets,_partials/widgets,shortcodes,_shortcodes}/*.html',
];

const parentlessName = (uri: vscode.Uri): string => {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return uri.scheme === 'untitled' ? `${name}.md` : name;
};
