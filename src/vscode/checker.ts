import * as vscode from 'vscode';
import { parseArticle } from '../core/article/article.ts';
import type { Article } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { findFences } from '../core/article/fences.ts';
import { readAhead } from '../core/check/ahead.ts';
import { check, checkInSteps } from '../core/check/check.ts';
import type { Facts } from '../core/check/facts.ts';
import { factsInSite } from '../core/index/others.ts';
import type { Problem } from '../core/problem.ts';
import { remember } from '../core/remember.ts';
import { placeInSite, placeOutsideSite } from '../core/site/place.ts';
import type { NotAnArticle } from '../core/site/place.ts';
import { NO_FILE_SETTINGS, settingsAt } from '../core/site/settings-file.ts';
import type { Disposable, Host } from './host.ts';
import { Previous } from './previous.ts';
import type { Remote } from './remote/remote.ts';
import { readSettings } from './settings.ts';
import type { Site, Sites } from './sites.ts';
import { gatherTargets } from '../core/targets/gather.ts';
import { inSlices } from './slices.ts';
import type { Surroundings } from '../core/targets/places.ts';
import { UserSchemas } from './user-schemas.ts';

/** An article with all that a check and completion go by. */
export interface Given {
  readonly article: Article;
  readonly facts: Facts;
  readonly site: Site | undefined;
  /** Its path in the site. */
  readonly name: string;
}

/** What a check of one file came to. */
export type Verdict = { readonly isArticle: false; readonly reason: NotAnArticle } | Checked;

/** An article with its problems. */
export interface Checked extends Given {
  readonly isArticle: true;
  readonly problems: readonly Problem[];
}

/** Is told what is wrong in the front matter, where the body takes longer. */
type Early = (problems: readonly Problem[]) => void;

/** UTF-16 units of an article that is judged in slices. */
const LONG = 100_000;

/** Gathers what is to be known of a file, and checks it. */
export class Checker implements Disposable {
  private readonly host: Host;
  private readonly sites: Sites;
  private readonly schemas: UserSchemas;
  private readonly previous: Previous;
  private readonly remote: Remote;
  private readonly learned = new vscode.EventEmitter<vscode.Uri>();
  private readonly encodings = new Map<string, Promise<Facts['encoding']>>();
  private readonly disposables: readonly Disposable[];
  private readonly checked = new vscode.EventEmitter<{
    readonly uri: vscode.Uri;
    readonly verdict: Verdict;
  }>();
  /** Fires for each check that is done. */
  readonly onDidCheck = this.checked.event;

  /** Fires when more has become known of a file than its last verdict goes by. */
  readonly onDidLearn = this.learned.event;

  constructor(host: Host, { sites, remote }: { readonly sites: Sites; readonly remote: Remote }) {
    this.host = host;
    this.sites = sites;
    this.remote = remote;
    this.schemas = new UserSchemas(host);
    this.previous = new Previous(host);
    const forget = ({ uri }: vscode.TextDocument): void => void this.encodings.delete(uri.toString());
    this.disposables = [
      this.previous,
      this.checked,
      this.learned,
      this.previous.onDidLearn(uri => this.learned.fire(uri)),
      remote.onDidLearn(uris => uris.forEach(uri => this.learned.fire(uri))),
      vscode.workspace.onDidSaveTextDocument(forget),
      vscode.workspace.onDidCloseTextDocument(forget),
    ];
  }

  /** Checks a file as it stands in the editor, or, closed, on the disk. */
  async check(uri: vscode.Uri, open?: vscode.TextDocument, early?: Early): Promise<Verdict> {
    const given = await this.gather(uri, open);
    if ('reason' in given) return this.tell(uri, { isArticle: false, ...given });
    await this.readAhead(given, open, early);
    if (open && given.site) this.sites.note(given.site, given.name, given.article.tree);
    // Only here: completion gathers as well, and must not wait for a schema of the user's own.
    const userSchema = await this.schemas.check(uri, given.name, given.article);
    const inSite = given.site && factsInSite(given.name, given.article, given.site);
    const previousAddress = open && given.site && this.previous.addressOf(uri, given.site, given.name);
    const known = { ...given.facts, ...inSite, previousAddress, now: Date.now(), userSchema };
    const targets = await this.targetsOf({ ...given, facts: known });
    const facts = { ...known, targets, remote: await this.remote.factsFor(uri, known) };
    const problems = await this.judgeInSlices(given, facts);
    return this.tell(uri, { isArticle: true, ...given, facts, problems });
  }

  /** A long body is read in slices, for nobody to wait; what is wrong in the front matter is told before. */
  private async readAhead(
    { article, facts, name }: Given,
    open?: vscode.TextDocument,
    early?: Early,
  ): Promise<void> {
    const version = open?.version;
    let steps = 0;
    const longest = await inSlices(readAhead(article, facts), () => {
      if (++steps === 1) early?.(check(article, facts, ['head']));
      return open === undefined || open.version === version;
    });
    if (steps > 0)
      this.host.log.debug(`read ${name} in ${steps} steps, longest slice ${longest.toFixed(1)} ms`);
  }

  /** Of a long body each rule may take some milliseconds. */
  private async judgeInSlices({ article, name }: Given, facts: Facts): Promise<readonly Problem[]> {
    if (article.text.length < LONG) return check(article, facts);
    let problems: readonly Problem[] = [];
    const steps = function* (): Generator<undefined> {
      problems = yield* checkInSteps(article, facts);
    };
    const longest = await inSlices(steps(), () => true);
    this.host.log.debug(`judged ${name} in slices, longest ${longest.toFixed(1)} ms`);
    return problems;
  }

  /** What is behind images and links; only once all articles are known. */
  private async targetsOf({ article, facts, site }: Given): Promise<Facts['targets']> {
    if (!site?.progress.isIndexed || !site.pages.isSettled) return undefined;
    return gatherTargets(article, facts, surroundingsOf(site, facts));
  }

  private tell(uri: vscode.Uri, verdict: Verdict): Verdict {
    this.checked.fire({ uri, verdict });
    return verdict;
  }

  /** The problems that an article would have with another text. */
  judge({ facts, site, name }: Checked, text: string): readonly Problem[] {
    const article = parseArticle(text);
    return check(article, { ...facts, ...(site && factsInSite(name, article, site)) });
  }

  /** The bytes of a file have changed by other means than saving. */
  forgetEncoding(uri: vscode.Uri): void {
    this.encodings.delete(uri.toString());
  }

  /** The one asynchronous step: everything after it is computed. */
  async gather(
    uri: vscode.Uri,
    open?: vscode.TextDocument,
  ): Promise<Given | { readonly reason: NotAnArticle }> {
    const decoded = open
      ? { text: open.getText(), encoding: await this.encodingOf(open) }
      : await this.read(uri);
    if (!decoded) return { reason: 'gone' };
    const { site, name } = await this.sites.siteOf(uri);
    const { text, encoding } = decoded;
    const place = site
      ? placeInSite(name, site.facts.contentFolders)
      : placeOutsideSite(pathOf(uri), findFences(text) !== undefined);
    if (!place.isArticle) return place;
    const own = readSettings(uri);
    const settings = settingsAt(name, site?.facts.settings ?? NO_FILE_SETTINGS, own);
    const hugo = own.hugoVersion ?? site?.facts.hugo?.version;
    const article = parseArticle(text);
    return {
      article,
      facts: { hugo, page: place.page, site: site?.facts, encoding, settings },
      site,
      name,
    };
  }

  private async read(uri: vscode.Uri): Promise<{ text: string; encoding: Facts['encoding'] } | undefined> {
    const { files, path } = this.host.locate(uri);
    const bytes = await files.read(path);
    if (!bytes) return undefined;
    const { text, encoding, at } = decode(bytes);
    return { text, encoding: encoding !== 'utf-8' && at ? { name: encoding, at } : undefined };
  }

  /** The editor shows text whatever the bytes are; Hugo reads the bytes. They change only on save. */
  private async encodingOf({ uri }: vscode.TextDocument): Promise<Facts['encoding']> {
    if (uri.scheme === 'untitled') return undefined;
    return remember(this.encodings, uri.toString(), async () => (await this.read(uri))?.encoding);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** What is around the articles of a site, as far as it is known by now. */
export function surroundingsOf(site: Site, { now, hugo }: Facts): Surroundings {
  const { listings, pages, index } = site;
  return { site: site.facts, known: { pages, index }, listings, now, hugo };
}

const pathOf = ({ path, scheme }: vscode.Uri): string => (scheme === 'untitled' ? `${path}.md` : path);
