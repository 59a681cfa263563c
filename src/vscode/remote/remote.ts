import * as vscode from 'vscode';
import type { Article } from '../../core/article/article.ts';
import type { Facts } from '../../core/check/facts.ts';
import { VerdictCache } from '../../core/images/cache.ts';
import type { Cancellation } from '../../core/images/cancellation.ts';
import { RemoteChecker } from '../../core/images/checker.ts';
import type { Progress } from '../../core/images/checker.ts';
import type { Net } from '../../core/images/net.ts';
import type { Downloaded } from '../../core/images/save/download.ts';
import type { RemoteFacts } from '../../core/images/remote-facts.ts';
import type { Result } from '../../core/images/results.ts';
import type { Target } from '../../core/images/target.ts';
import { originOfSite, targetsOf } from '../../core/images/targets-of.ts';
import type { Verdict } from '../../core/images/verdict.ts';
import type { Disposable, Host } from '../host.ts';
import { readProxy, readRemoteSettings } from './settings.ts';
import { readKept, writeKept } from './store.ts';

/** An article whose images or links are asked for. */
export interface Asker {
  readonly uri: vscode.Uri;
  readonly article: Article;
  readonly facts: Facts;
}

export interface Asked {
  readonly articles: readonly Asker[];
  readonly kinds: ReadonlySet<Target['kind']>;
  readonly cancel: Cancellation;
  /** Higher comes first. */
  readonly priority?: number;
  /** Somebody wants to know anew. */
  readonly anew?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Answered {
  /** Addresses, each once. */
  readonly asked: number;
  /** Of them: with an error or a warning, */
  readonly bad: number;
  /** that nothing could be said of, */
  readonly unverified: number;
  /** and that were not reached, being cancelled or without a network. */
  readonly unchecked: number;
}

/** What asking for one address has shown, and the article that has it. */
export interface RemoteResult extends Result {
  readonly uri: vscode.Uri;
}

/** What an article was last asked about. */
interface Listed {
  readonly uri: vscode.Uri;
  readonly site: string | undefined;
  readonly targets: readonly Target[];
}

/** Why the network is not asked. */
export type Refusal = 'untrusted' | 'web' | 'off';

/** What is known for one site: another site's readers may see another image. */
interface Lane {
  readonly site: string | undefined;
  readonly cache: VerdictCache;
  readonly verdicts: Map<string, Verdict>;
  checker: RemoteChecker | undefined;
}

/** Asks the network for the images and links of articles, and keeps what it says; one in a window. */
export class Remote implements Disposable {
  private readonly host: Host;
  private readonly lanes = new Map<string, Lane>();
  private readonly learned = new vscode.EventEmitter<readonly vscode.Uri[]>();
  private readonly disposables: readonly Disposable[];
  private readonly listed = new Map<string, Listed>();
  private loading: Promise<void> | undefined;
  private net: Net | undefined;

  /** Fires with the articles of whose addresses more has become known. */
  readonly onDidLearn = this.learned.event;

  constructor(host: Host) {
    this.host = host;
    this.disposables = [
      this.learned,
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('galley.images') || event.affectsConfiguration('http'))
          this.forgetNet();
      }),
    ];
  }

  /** `undefined`: the network may be asked. */
  get refusal(): Refusal | undefined {
    if (!vscode.workspace.isTrusted) return 'untrusted';
    if (!this.host.net) return 'web';
    return readRemoteSettings().when === 'off' ? 'off' : undefined;
  }

  /** True while there is no network and addresses wait for it. */
  get isPaused(): boolean {
    return [...this.lanes.values()].some(({ checker }) => checker?.isPaused === true);
  }

  /** What is known of the addresses of an article, and how they are judged. */
  async factsFor(uri: vscode.Uri, facts: Facts): Promise<RemoteFacts> {
    const { policy, limits } = readRemoteSettings(uri);
    if (this.refusal !== undefined) return { verdicts: new Map(), policy, limits };
    await this.load();
    return { verdicts: this.laneOf(originOfSite(facts)).verdicts, policy, limits };
  }

  /** Asks for what is not known, or not any more; never rejects because of the network. */
  async ask({ articles, kinds, cancel, ...given }: Asked): Promise<Answered> {
    if (this.refusal !== undefined) return { asked: 0, bad: 0, unverified: 0, unchecked: 0 };
    await this.load();
    const { policy } = readRemoteSettings();
    const bySite = new Map<string | undefined, Map<string, Target>>();
    for (const { uri, article, facts } of articles) {
      const site = originOfSite(facts);
      const own = targetsOf(article, facts, { kinds, policy });
      this.list(uri, { site, targets: own, kinds });
      const targets = bySite.get(site) ?? new Map<string, Target>();
      bySite.set(site, targets);
      for (const target of own) targets.set(target.key, target);
    }
    const found: Verdict[] = [];
    let unchecked = 0;
    for (const [site, targets] of bySite) {
      const lane = this.laneOf(site);
      const result = await this.checkerOf(lane).run({ targets: targets.values(), site, cancel, ...given });
      for (const [key, verdict] of result.verdicts) lane.verdicts.set(key, verdict);
      found.push(...result.verdicts.values());
      unchecked += result.unchecked;
    }
    this.learned.fire(articles.map(({ uri }) => uri));
    if (found.length > 0) await this.keep();
    const bad = found.filter(({ notes }) => isBad(notes[0]?.severity)).length;
    const unverified = found.filter(({ outcome }) => outcome === 'unverified').length;
    return { asked: found.length + unchecked, bad, unverified, unchecked };
  }

  /** All that was asked in this window, as it is known now. */
  results(): RemoteResult[] {
    return [...this.listed.values()].flatMap(({ uri, site, targets }) => {
      const article = vscode.workspace.asRelativePath(uri);
      const { verdicts } = this.laneOf(site);
      return targets.map(({ kind, href, key }) => ({ uri, article, kind, href, verdict: verdicts.get(key) }));
    });
  }

  private list(
    uri: vscode.Uri,
    { site, targets, kinds }: Pick<Listed, 'site' | 'targets'> & Pick<Asked, 'kinds'>,
  ): void {
    const others = this.listed.get(uri.toString())?.targets.filter(({ kind }) => !kinds.has(kind)) ?? [];
    this.listed.set(uri.toString(), { uri, site, targets: [...others, ...targets] });
  }

  /** An image whole, for keeping; `undefined`: cancelled. Only where the network may be asked. */
  async download(href: string, facts: Facts, cancel: Cancellation): Promise<Downloaded | undefined> {
    return this.checkerOf(this.laneOf(originOfSite(facts))).download(href, cancel);
  }

  private laneOf(site: string | undefined): Lane {
    const known = this.lanes.get(site ?? '');
    if (known) return known;
    const lane = {
      site,
      cache: new VerdictCache(),
      verdicts: new Map<string, Verdict>(),
      checker: undefined,
    };
    this.lanes.set(site ?? '', lane);
    return lane;
  }

  private checkerOf(lane: Lane): RemoteChecker {
    if (!this.host.net) throw new TypeError('asked where there is no network');
    this.net ??= this.host.net(readProxy());
    const { policy } = readRemoteSettings();
    return (lane.checker ??= new RemoteChecker(this.net, lane.cache, { policy }));
  }

  /** What was learned before, as far as it is no older than a day. */
  private load(): Promise<void> {
    return (this.loading ??= this.host
      .guard('kept verdicts', async () => {
        for (const [key, data] of await readKept(this.host)) {
          const cache = new VerdictCache(data);
          const verdicts = new Map<string, Verdict>();
          for (const { key: target, verdict, at } of cache.toData().entries)
            if (at > Date.now() - DAY) verdicts.set(target, verdict);
          this.lanes.set(key, { site: key === '' ? undefined : key, cache, verdicts, checker: undefined });
        }
      })
      .then(() => undefined));
  }

  private async keep(): Promise<void> {
    const sites = new Map(Array.from(this.lanes, ([key, { cache }]) => [key, cache.toData()]));
    await this.host.guard('kept verdicts', () => writeKept(this.host, sites));
  }

  private forgetNet(): void {
    this.net = undefined;
    for (const lane of this.lanes.values()) {
      lane.checker?.dispose();
      lane.checker = undefined;
    }
  }

  dispose(): void {
    this.forgetNet();
    for (const disposable of this.disposables) disposable.dispose();
  }
}

const DAY = 86_400_000;

const isBad = (severity: string | undefined): boolean => severity === 'error' || severity === 'warning';
