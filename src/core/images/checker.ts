import type { VerdictCache } from './cache.ts';
import type { Cancellation } from './cancellation.ts';
import { CancellationSource, Cancelled, throwIfCancelled } from './cancellation.ts';
import { Connectivity } from './connectivity.ts';
import type { Wire } from './follow.ts';
import type { Net } from './net.ts';
import { probeImage } from './probe.ts';
import { probePage } from './probe-page.ts';
import { ReaderMemory } from './reader.ts';
import { downloadImage } from './save/download.ts';
import type { Downloaded } from './save/download.ts';
import { DEFAULT_LIMITS, Scheduler } from './scheduler.ts';
import type { Limits, Urgency } from './scheduler.ts';
import type { Target } from './target.ts';
import type { UrlPolicy } from './url-policy.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface CheckerOptions {
  readonly policy: UrlPolicy;
  readonly limits?: Limits;
  /** False: the workspace is not trusted, and nothing is asked. */
  readonly isTrusted?: boolean;
  /** What is done while there is no network: `wait` for it, or leave the rest `unchecked`. */
  readonly withoutNetwork?: 'wait' | 'unchecked';
}

/** One pass over many addresses. */
export interface Run {
  readonly targets: Iterable<Target>;
  /** Origin of the site that shows them, `https://example.org`. */
  readonly site: string | undefined;
  readonly cancel: Cancellation;
  /** Higher comes first: the article that somebody looks at. Raises what waits already for another run. */
  readonly priority?: number;
  /** The cache is not asked: somebody wants to know anew. */
  readonly anew?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Of the address that was done last. */
  readonly host: string;
}

export interface RunResult {
  /** By key of the target; what was cancelled or not reached for want of a network is not in it. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Addresses without a verdict. */
  readonly unchecked: number;
  readonly isOffline: boolean;
}

interface Job {
  readonly promise: Promise<Verdict | undefined>;
  readonly source: CancellationSource;
  readonly urgency: Urgency;
  wanted: number;
}

/** Checks addresses: each once, whoever asks; never more at a time than the hosts may be asked. */
export class RemoteChecker {
  private readonly net: Net;
  private readonly cache: VerdictCache;
  private readonly options: CheckerOptions;
  private readonly scheduler: Scheduler;
  private readonly connectivity: Connectivity;
  private readonly readers = new ReaderMemory();
  private readonly jobs = new Map<string, Job>();

  constructor(net: Net, cache: VerdictCache, options: CheckerOptions) {
    this.net = net;
    this.cache = cache;
    this.options = options;
    this.scheduler = new Scheduler(net, options.limits ?? DEFAULT_LIMITS);
    this.connectivity = new Connectivity(net);
  }

  /** True while there is no network and addresses wait for it. */
  get isPaused(): boolean {
    return this.connectivity.isOffline;
  }

  /** Ends what is under way for all. */
  dispose(): void {
    for (const { source } of this.jobs.values()) source.cancel();
    this.net.release();
    this.scheduler.dispose();
  }

  /** Never rejects because of the network or a cancellation: what is known by then is the result. */
  async run(run: Run): Promise<RunResult> {
    const targets = new Map(Array.from(run.targets, target => [target.key, target]));
    const verdicts = new Map<string, Verdict>();
    let done = 0;
    await Promise.all(
      Array.from(targets.values(), async target => {
        const found = await this.one(target, run);
        if (found) verdicts.set(target.key, found);
        done++;
        run.onProgress?.({ done, total: targets.size, host: new URL(target.href).host });
      }),
    );
    await this.confirm(verdicts, run);
    if (this.jobs.size === 0) this.net.release();
    return { verdicts, unchecked: targets.size - verdicts.size, isOffline: this.connectivity.isOffline };
  }

  /** An image whole, for keeping; `undefined`: cancelled. */
  async download(href: string, cancel: Cancellation): Promise<Downloaded | undefined> {
    if (this.options.isTrusted === false) return { failure: verdict('not-checked', 'remote.untrusted') };
    const { net, scheduler } = this;
    const urgency: Urgency = { priority: 1 };
    try {
      return await downloadImage(href, { net, scheduler, policy: this.options.policy, urgency, cancel });
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  }

  private async one(target: Target, run: Run): Promise<Verdict | undefined> {
    if (this.options.isTrusted === false) return verdict('not-checked', 'remote.untrusted');
    const known = this.cache.get(target.key, this.net.now());
    if (known && 'fresh' in known && !run.anew) return known.fresh;
    const job =
      this.jobs.get(target.key) ??
      this.start(target, run, known && 'stale' in known ? known.stale : undefined);
    job.urgency.priority = Math.max(job.urgency.priority, run.priority ?? 0);
    job.wanted++;
    const listener = run.cancel.onCancellationRequested(() => {
      job.wanted--;
      if (job.wanted === 0) job.source.cancel();
    });
    try {
      return await (run.cancel.isCancellationRequested ? undefined : job.promise);
    } finally {
      listener.dispose();
    }
  }

  private start(target: Target, { site }: Run, stale: Verdict | undefined): Job {
    const source = new CancellationSource();
    const urgency: Urgency = { priority: 0 };
    const wire: Wire = {
      net: this.net,
      scheduler: this.scheduler,
      policy: this.options.policy,
      urgency,
      cancel: source.token,
    };
    const promise = this.probe(target, { wire, site, stale }).finally(() => this.jobs.delete(target.key));
    const job: Job = { promise, source, urgency, wanted: 0 };
    this.jobs.set(target.key, job);
    return job;
  }

  private async probe(
    { kind, href, key, isBare }: Target,
    {
      wire,
      site,
      stale,
    }: { readonly wire: Wire; readonly site: string | undefined; readonly stale: Verdict | undefined },
  ): Promise<Verdict | undefined> {
    const { hostname } = new URL(href);
    const referer = site === undefined || isBare ? undefined : `${site}/`;
    try {
      for (;;) {
        throwIfCancelled(wire.cancel);
        if (this.connectivity.isOffline) {
          if (this.options.withoutNetwork === 'unchecked') return undefined;
          await this.connectivity.whenBack(hostname, wire.cancel);
        }
        const started = this.net.now();
        const found =
          kind === 'image'
            ? await probeImage(href, stale?.image ? stale : undefined, {
                wire,
                site,
                referer,
                readers: this.readers,
              })
            : await probePage(href, wire);
        if (!isAboutNetwork(found)) {
          if (found.notes[0]?.code !== 'remote.timeout') this.connectivity.answered();
          return this.cache.put(key, found, started);
        }
        this.connectivity.failed(hostname);
        if (!this.connectivity.isOffline) return found;
      }
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  }

  /** A name that is not found is gone only if other names are found. */
  private async confirm(verdicts: Map<string, Verdict>, { site }: Run): Promise<void> {
    const gone = [...verdicts].filter(([, { notes }]) => notes[0]?.code === 'remote.no-host');
    if (gone.length === 0) return;
    const isOnline = this.connectivity.isOnline || (await this.finds(site));
    for (const [key, found] of gone) {
      if (isOnline) this.cache.put(key, found, this.net.now());
      else verdicts.set(key, verdict('unverified', 'remote.no-network'));
    }
  }

  private async finds(site: string | undefined): Promise<boolean> {
    return site !== undefined && !('failure' in (await this.net.lookup(new URL(site).hostname)));
  }
}

const isAboutNetwork = ({ notes }: Verdict): boolean =>
  notes[0]?.code === 'remote.no-host' || notes[0]?.code === 'remote.no-network';
