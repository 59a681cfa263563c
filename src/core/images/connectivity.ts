import type { Cancellation } from './cancellation.ts';
import type { Net } from './net.ts';

const WINDOW = 10_000;
const HOSTS = 3;
const FIRST_WAIT = 15_000;
const LAST_WAIT = 300_000;

/**
 * Tells a machine without a network from hosts that are gone: three hosts that fail in ten seconds, and none that
 * answers; one, if the machine has no network interface.
 */
export class Connectivity {
  private readonly net: Net;
  private readonly failures = new Map<string, number>();
  private lastSuccess = -Infinity;
  private offline = false;

  constructor(net: Net) {
    this.net = net;
  }

  answered(): void {
    this.lastSuccess = this.net.now();
    this.offline = false;
    this.failures.clear();
  }

  /** A name was not found, or there was no way to the host. */
  failed(host: string): void {
    const now = this.net.now();
    this.failures.set(host, now);
    const recent = [...this.failures.values()].filter(at => at >= now - WINDOW);
    const enough = this.net.hasInterface() ? HOSTS : 1;
    if (recent.length >= enough && this.lastSuccess < now - WINDOW) this.offline = true;
  }

  get isOffline(): boolean {
    return this.offline;
  }

  /** Something has answered, so that the network works. */
  get isOnline(): boolean {
    return this.lastSuccess > -Infinity && !this.offline;
  }

  /** Waits for the network: tries in 15 seconds, then ever more seldom, up to five minutes. */
  async whenBack(host: string, cancel: Cancellation): Promise<void> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LAST_WAIT)) {
      await this.net.wait(wait, cancel);
      if (!this.offline) return;
      const hosts = [host, ...this.failures.keys()];
      for (const name of hosts) {
        if ('failure' in (await this.net.lookup(name))) continue;
        this.answered();
        return;
      }
    }
  }
}
