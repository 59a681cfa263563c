import { Cancelled } from '../../../src/core/images/cancellation.ts';
import type { Cancellation } from '../../../src/core/images/cancellation.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that passes when nothing else is left to do. */
export class VirtualClock {
  private time: number;
  private sleepers: Sleeper[] = [];
  private isTicking = false;

  constructor(start = Date.UTC(2026, 10, 1)) {
    this.time = start;
  }

  readonly now = (): number => this.time;

  advance(ms: number): void {
    this.time += ms;
  }

  readonly wait = (ms: number, cancel?: Cancellation): Promise<void> =>
    new Promise((resolve, reject) => {
      const sleeper: Sleeper = { until: this.time + ms, wake: resolve };
      this.sleepers.push(sleeper);
      cancel?.onCancellationRequested(() => {
        this.sleepers = this.sleepers.filter(other => other !== sleeper);
        reject(new Cancelled());
      });
      this.tick();
    });

  private tick(): void {
    if (this.isTicking) return;
    this.isTicking = true;
    setImmediate(() => {
      this.isTicking = false;
      const [first] = this.sleepers.sort((a, b) => a.until - b.until);
      if (!first) return;
      this.sleepers.shift();
      this.time = Math.max(this.time, first.until);
      first.wake();
      if (this.sleepers.length > 0) this.tick();
    });
  }
}
