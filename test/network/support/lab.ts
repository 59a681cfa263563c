import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import type { CheckerOptions, RunResult } from '../../../src/core/images/checker.ts';
import type { Net } from '../../../src/core/images/net.ts';
import type { Target } from '../../../src/core/images/target.ts';
import { nodeNet } from '../../../src/platform/node/net.ts';
import type { NodeNetOptions } from '../../../src/platform/node/net.ts';
import { Authority, Fixture } from './fixture.ts';

/** Times in the tests run so much faster than the clock on the wall. */
const SPEED = 200;

/** Real requests to a server on this machine, with a clock that is quick and names that are made up. */
export class Lab {
  readonly authority = new Authority();
  readonly server = new Fixture(this.authority);
  private skipped = 0;

  start(): Promise<void> {
    return this.server.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Lets time pass. */
  skip(ms: number): void {
    this.skipped += ms;
  }

  net(options: NodeNetOptions = {}): Net {
    const real = nodeNet(options);
    return nodeNet({
      ca: [this.authority.root.cert],
      lookup: () => Promise.resolve({ addresses: ['127.0.0.1'] }),
      now: () => STARTED + (Date.now() - STARTED) * SPEED + this.skipped,
      wait: (ms, cancel) => real.wait(ms / SPEED, cancel),
      ...options,
    });
  }

  url(host: string, path = '/1.jpg', scheme: 'http' | 'https' = 'https'): string {
    return new URL(`${scheme}://${host}:${this.server.port}${path}`).href;
  }

  checker(
    options: NodeNetOptions = {},
    more: Partial<CheckerOptions> = {},
    cache = new VerdictCache(),
  ): RemoteChecker {
    return new RemoteChecker(this.net(options), cache, { policy: ALLOWED, ...more });
  }
}

const STARTED = Date.now();
export const ALLOWED = { allowedHosts: ['127.0.0.1'] };

export const image = (href: string): Target => ({ kind: 'image', href, key: `image ${href}` });

/** One run over images, up to its end; `null`: for a site that is not known. */
export async function check(
  checker: RemoteChecker,
  urls: readonly string[],
  site: string | null = 'https://site.test',
): Promise<RunResult> {
  const result = await checker.run({
    targets: urls.map(image),
    site: site ?? undefined,
    cancel: new CancellationSource().token,
  });
  checker.dispose();
  return result;
}

/** Outcome and code of the reason of one image. */
export async function one(checker: RemoteChecker, url: string, site?: string): Promise<string> {
  const { verdicts } = await check(checker, [url], site);
  const [verdict] = verdicts.values();
  return verdict ? [verdict.outcome, verdict.notes[0]?.code].filter(Boolean).join(' ') : 'none';
}
