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

  constructor(net: Net) {
    this.net = net;
  }

  answered(): void {
    this.lastSuccess = this.net.now();
    this.failures.clear();
  }

  /** A name was not found, or there was no way to the host. */
  failed(host: string): void {
    this.failures.set(host, this.net.now());
  }

  get isOffline(): boolean {
    const since = this.net.now() - WINDOW;
    const recent = [...this.failures.values()].filter(at => at >= since);
    const enough = this.net.hasInterface() ? HOSTS : 1;
    return recent.length >= enough && this.lastSuccess < since;
  }

  /** Something has answered lately, so that the network works. */
  get isOnline(): boolean {
    return this.lastSuccess > -Infinity && !this.isOffline;
  }

  /** Waits for the network: tries in 15 seconds, then ever more seldom, up to five minutes. */
  async whenBack(host: string, cancel: Cancellation): Promise<void> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LAST_WAIT)) {
      await this.net.wait(wait, cancel);
      if (!this.isOffline) return;
      const hosts = [host, ...this.failures.keys()];
      for (const name of hosts) {
        if ('failure' in (await this.net.lookup(name))) continue;
        this.answered();
        return;
      }
    }
  }
}
