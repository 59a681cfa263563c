import * as vscode from 'vscode';
import { parseArticle } from '../core/article/article.ts';
import { treeOf } from '../core/article/fast.ts';
import type { MapNode } from '../core/article/tree.ts';
import type { SiteFacts } from '../core/check/facts.ts';
import { factsOf } from '../core/index/article-facts.ts';
import { SiteIndex } from '../core/index/site-index.ts';
import { SitePages } from '../core/index/site-pages.ts';
import type { Walk } from '../core/ports.ts';
import { remember } from '../core/remember.ts';
import { excluder, walkBelow } from '../core/site/excludes.ts';
import { placeInSite } from '../core/site/place.ts';
import { SETTINGS_FILE } from '../core/site/settings-file.ts';
import { Listings } from '../core/targets/listings.ts';
import { findSite, gatherSite, parentOf } from '../core/site/site.ts';
import { FileEvents } from './file-events.ts';
import type { Disposable, Host } from './host.ts';
import { readSettings } from './settings.ts';
import { inSlices } from './slices.ts';

/** A Hugo site in the workspace: what its files say, and the index of its articles. */
export interface Site {
  /** Absolute path of its root in its file system. */
  readonly root: string;
  readonly uriOf: (path: string) => vscode.Uri;
  readonly facts: SiteFacts;
  readonly index: SiteIndex;
  readonly pages: SitePages;
  /** Its folders, as far as somebody has asked. */
  readonly listings: Listings;
  readonly progress: { isIndexed: boolean };
  /** What is left out of the index. */
  readonly excludes: Walk;
  /** Settled when the index holds all articles. */
  readonly indexed: Promise<void>;
}

/** Finds the site of a file and keeps what is known of sites current. */
export class Sites implements Disposable {
  private readonly host: Host;
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly sites = new Map<string, Promise<Site>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly readEnded = new vscode.EventEmitter<void>();
  private readonly fileChanged = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: readonly Disposable[];

  /** Fires when earlier verdicts may no longer hold: configuration, templates or settings have changed. */
  readonly onDidChange = this.changed.event;
  /** Fires when the configuration of a site has been read. */
  readonly onDidRead = this.readEnded.event;
  /** Fires when an article's file has changed, come or gone on the disk. */
  readonly onDidChangeFile = this.fileChanged.event;

  constructor(host: Host) {
    this.host = host;
    const events = new FileEvents(changes => void host.guard('file events', () => this.take(changes)));
    this.disposables = [
      events,
      this.changed,
      this.readEnded,
      this.fileChanged,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.forgetAll()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (AFFECTING.some(section => event.affectsConfiguration(section))) this.forgetAll();
      }),
    ];
  }

  /** The site of a file, and its path in it; without a site the path of the file. */
  async siteOf(uri: vscode.Uri): Promise<{ site: Site | undefined; name: string }> {
    const { files, path } = this.host.locate(uri);
    if (uri.scheme === 'untitled') return { site: undefined, name: path };
    const folder = parentOf(path);
    const root = await remember(this.roots, fileSystemOf(uri) + folder, () => findSite(folder, files));
    if (root === undefined) return { site: undefined, name: path };
    const site = await remember(this.sites, fileSystemOf(uri) + root, () => this.read(uri, root));
    return { site, name: path.slice(root.length).replace(/^\//, '') };
  }

  /** All sites that are known so far. */
  known(): Promise<Site[]> {
    return Promise.all(this.sites.values());
  }

  /** Puts the unsaved state of an open article into the index. */
  note(site: Site, name: string, tree: MapNode | undefined): void {
    site.index.set(name, factsOf(tree, site.facts));
  }

  private async read(uri: vscode.Uri, root: string, last?: Site): Promise<Site> {
    const { files, uriOf } = this.host.locate(uri);
    const read = await gatherSite(root, files);
    // A configuration that is being edited is broken now and then; the last good one is used meanwhile.
    const isBroken = read.faults.some(fault => fault.path !== SETTINGS_FILE);
    const facts = isBroken && last ? { ...last.facts, faults: read.faults } : read;
    const index = new SiteIndex();
    const hugo = readSettings(uri).hugoVersion ?? facts.hugo?.version;
    const pages = new SitePages(index, facts.config, hugo);
    const excludes = this.excludesOf(uriOf(root), facts);
    const listings = new Listings(root, files);
    const progress = { isIndexed: false };
    const site = { root, uriOf, facts, index, pages, listings, progress, excludes };
    const indexed = this.host.guard('index', () => this.fill(uri, site)).then(() => undefined);
    // Only when whoever asked has it is the site known.
    setTimeout(() => this.readEnded.fire(), 0);
    return { ...site, indexed };
  }

  private async fill(uri: vscode.Uri, site: Omit<Site, 'indexed'>): Promise<void> {
    const { files, heads } = this.host.locate(uri);
    const started = performance.now();
    let longest = 0;
    for (const folder of site.facts.contentFolders) {
      const walk = await walkBelow(site.root, folder, site.excludes, files);
      const slice = await inSlices(heads(`${site.root}/${folder}`, walk), ({ path, bytes }) =>
        this.put(site, `${folder}/${path}`, bytes),
      );
      longest = Math.max(longest, slice);
    }
    for (const document of vscode.workspace.textDocuments) await this.overlay(document);
    longest = Math.max(longest, await inSlices(site.pages.settle(), () => undefined));
    const spent = Math.round(performance.now() - started);
    this.host.log.info(
      `indexed ${site.index.size} articles of ${site.root} in ${spent} ms, longest slice ${longest.toFixed(1)} ms`,
    );
    site.progress.isIndexed = true;
    // Only now it is known which addresses are taken.
    this.changed.fire();
  }

  private put(site: Omit<Site, 'indexed'>, name: string, bytes: Uint8Array): void {
    if (!placeInSite(name, site.facts.contentFolders).isArticle) return;
    site.index.set(name, factsOf(treeOf(bytes), site.facts));
  }

  /** Unsaved text counts, not what is on the disk. */
  private async overlay(document: vscode.TextDocument): Promise<boolean> {
    if (!document.isDirty || document.languageId !== 'markdown') return false;
    const { site, name } = await this.siteOf(document.uri);
    if (!site || !placeInSite(name, site.facts.contentFolders).isArticle) return false;
    this.note(site, name, parseArticle(document.getText()).tree);
    return true;
  }

  private excludesOf(root: vscode.Uri, { config }: SiteFacts): Walk {
    const globs = ['files', 'search'].flatMap(section => {
      const exclude = vscode.workspace
        .getConfiguration(section, root)
        .get<Record<string, unknown>>('exclude', {});
      return Object.entries(exclude).flatMap(([glob, on]) => (on === true ? [glob] : []));
    });
    return excluder({ globs, ignoreFiles: config.ignoreFiles });
  }

  private forgetAll(): void {
    this.roots.clear();
    this.sites.clear();
    this.changed.fire();
  }

  /** Events of the file system, gathered over a moment: a branch switch has thousands. */
  private async take(uris: readonly vscode.Uri[]): Promise<void> {
    if (uris.some(({ path }) => SITE_FILE.test(path))) await this.readAgain();
    await inSlices(uris, async uri => {
      if (!MARKDOWN.test(uri.path)) {
        if (!HAS_EXTENSION.test(uri.path)) await this.takeFolder(uri);
        return;
      }
      await this.refresh(uri);
      this.fileChanged.fire(uri);
    });
    await this.refreshListings(uris);
  }

  /** Files that came or went can be what articles refer to. */
  private async refreshListings(uris: readonly vscode.Uri[]): Promise<void> {
    let isChanged = false;
    for (const { root, listings, uriOf } of await this.known()) {
      const system = fileSystemOf(uriOf(root));
      const own = uris.filter(uri => fileSystemOf(uri) === system);
      const paths = own.map(uri => this.host.locate(uri).path).filter(path => path.startsWith(`${root}/`));
      if (await listings.refresh(paths.map(path => path.slice(root.length + 1)))) isChanged = true;
    }
    if (isChanged) this.changed.fire();
  }

  private async readAgain(): Promise<void> {
    this.roots.clear();
    for (const [key, earlier] of [...this.sites]) {
      const last = await earlier;
      this.sites.set(key, this.read(last.uriOf(last.root), last.root, last));
    }
    this.changed.fire();
  }

  private async refresh(uri: vscode.Uri): Promise<void> {
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open && (await this.overlay(open))) return;
    const { site, name } = await this.siteOf(uri);
    if (!site) return;
    const { files, path } = this.host.locate(uri);
    const bytes = site.excludes.skip(name) ? undefined : await files.read(path);
    if (bytes) this.put(site, name, bytes);
    else site.index.delete(name);
  }

  /** A folder that came or went brings no events for what is in it. */
  private async takeFolder(uri: vscode.Uri): Promise<void> {
    const { site, name } = await this.siteOf(uri);
    if (!site) return;
    const { files, path, heads } = this.host.locate(uri);
    if ((await files.list(path)) !== undefined) {
      const walk = await walkBelow(site.root, name, site.excludes, files);
      await inSlices(heads(path, walk), head => {
        this.put(site, `${name}/${head.path}`, head.bytes);
        this.fileChanged.fire(site.uriOf(`${path}/${head.path}`));
      });
      return;
    }
    for (const [article] of [...site.index.entries()]) {
      if (!article.startsWith(`${name}/`)) continue;
      site.index.delete(article);
      this.fileChanged.fire(site.uriOf(`${site.root}/${article}`));
    }
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** Settings that decide what is an article and how it is judged. */
const AFFECTING = ['galley', 'files.exclude', 'search.exclude'];

/** What looks like a file: images change often, and are no folders. */
const HAS_EXTENSION = /\.[a-z][a-z\d]{0,4}$/i;

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/** A change of these makes what is known of a site void. */
const SITE_FILE =
  /\/(?:hugo|config)\.(?:toml|ya?ml|json)$|\/config\/(?:[^/]+\/)+[^/]+\.(?:toml|ya?ml|json)$|\/layouts\/.*\.html$|\/archetypes\/|\/\.gitignore$|\/galley\.yaml$|\/\.hugo-version$|\/\.tool-versions$/;

const fileSystemOf = (uri: vscode.Uri): string => uri.with({ path: '', query: '', fragment: '' }).toString();
