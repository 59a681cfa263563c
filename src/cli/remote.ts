import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../core/article/article.ts';
import type { Facts } from '../core/check/facts.ts';
import { VerdictCache } from '../core/images/cache.ts';
import { CancellationSource } from '../core/images/cancellation.ts';
import { RemoteChecker } from '../core/images/checker.ts';
import type { RunResult } from '../core/images/checker.ts';
import type { ImageLimits } from '../core/images/image-notes.ts';
import type { RemoteFacts } from '../core/images/remote-facts.ts';
import type { Target } from '../core/images/target.ts';
import { originOfSite, targetsOf } from '../core/images/targets-of.ts';
import type { UrlPolicy } from '../core/images/url-policy.ts';
import type { Verdict } from '../core/images/verdict.ts';
import { message } from '../core/messages.ts';
import { nodeNet } from '../platform/node/net.ts';
import { proxyFromEnvironment } from '../platform/node/proxy.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

/** What `--images`, `--links` and what belongs to them say. */
export interface RemoteOptions {
  readonly kinds: ReadonlySet<Target['kind']>;
  /** Nothing is asked; what the cache knows is told, however old. */
  readonly isOffline: boolean;
  /** File that verdicts are kept in. */
  readonly cache: string | undefined;
  readonly policy: UrlPolicy;
  readonly limits: ImageLimits;
}

/** The images and links of the articles of one site. */
export class RemoteTargets {
  private readonly options: RemoteOptions;
  private readonly bySite = new Map<string | undefined, Map<string, Target>>();

  constructor(options: RemoteOptions) {
    this.options = options;
  }

  add(text: string, facts: Facts): void {
    const site = originOfSite(facts);
    const targets = this.bySite.get(site) ?? new Map<string, Target>();
    this.bySite.set(site, targets);
    for (const target of targetsOf(parseArticle(text), facts, this.options)) targets.set(target.key, target);
  }

  /** Asks for all of them, and tells how far it is where somebody sees it. */
  async ask(io: Io): Promise<RemoteAnswers> {
    const { cache: file, isOffline } = this.options;
    const cache = new VerdictCache(file === undefined ? undefined : readCache(path.resolve(io.cwd, file)));
    const answers = isOffline ? this.fromCache(cache) : await this.run(cache, io);
    if (file !== undefined && !isOffline) writeCache(path.resolve(io.cwd, file), cache);
    return answers;
  }

  private fromCache(cache: VerdictCache): RemoteAnswers {
    const answers = new RemoteAnswers(this.options);
    for (const [site, targets] of this.bySite) {
      const verdicts = new Map<string, Verdict>();
      for (const key of targets.keys()) {
        const known = cache.get(key, Date.now());
        if (known) verdicts.set(key, 'fresh' in known ? known.fresh : known.stale);
      }
      answers.add(site, { verdicts, unchecked: targets.size - verdicts.size, isOffline: false });
    }
    return answers;
  }

  private async run(cache: VerdictCache, io: Io): Promise<RemoteAnswers> {
    const net = io.net ?? nodeNet({ proxy: proxyFromEnvironment(io.env) });
    const checker = new RemoteChecker(net, cache, {
      policy: this.options.policy,
      withoutNetwork: 'unchecked',
    });
    const stop = new CancellationSource();
    const release = io.onInterrupt?.(() => stop.cancel());
    const answers = new RemoteAnswers(this.options);
    try {
      for (const [site, targets] of this.bySite) {
        const onProgress = progressOn(io);
        answers.add(
          site,
          await checker.run({ targets: targets.values(), site, cancel: stop.token, onProgress }),
        );
      }
    } finally {
      progressOn(io)(undefined);
      checker.dispose();
      release?.();
    }
    answers.isCancelled = stop.token.isCancellationRequested;
    return answers;
  }
}

/** What was found. */
export class RemoteAnswers {
  unchecked = 0;
  unverified = 0;
  asked = 0;
  isCancelled = false;
  private readonly options: RemoteOptions;
  private readonly bySite = new Map<string | undefined, ReadonlyMap<string, Verdict>>();

  constructor(options: RemoteOptions) {
    this.options = options;
  }

  add(site: string | undefined, { verdicts, unchecked }: RunResult): void {
    this.bySite.set(site, verdicts);
    this.unchecked += unchecked;
    this.asked += verdicts.size + unchecked;
    this.unverified += [...verdicts.values()].filter(({ outcome }) => outcome === 'unverified').length;
  }

  /** The part of the facts of an article. */
  factsFor(facts: Facts): RemoteFacts {
    const { policy, limits } = this.options;
    return { verdicts: this.bySite.get(originOfSite(facts)) ?? new Map<string, Verdict>(), policy, limits };
  }
}

type Show = (progress: { done: number; total: number; host: string } | undefined) => void;

/** A line that is written over, on a terminal; `undefined` takes it away. */
function progressOn({ err, say }: Io): Show {
  if (!('isTTY' in err) || err.isTTY !== true) return () => undefined;
  return progress => {
    const line = progress ? say(message('cli.progress', progress)).slice(0, 78) : '';
    err.write(`\r\u001b[K${line}`);
  };
}

function readCache(file: string): unknown {
  if (!fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    // A cache that is broken is as good as none.
    if (error instanceof SyntaxError) return undefined;
    throw new UsageError(message('cli.bad-cache', { file }));
  }
}

function writeCache(file: string, cache: VerdictCache): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, JSON.stringify(cache.toData()));
    fs.renameSync(temporary, file);
  } catch {
    throw new UsageError(message('cli.bad-cache', { file }));
  }
}
