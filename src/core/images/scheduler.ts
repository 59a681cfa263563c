import type { Cancellation } from './cancellation.ts';
import { CancellationSource, Cancelled } from './cancellation.ts';
import type { Net } from './net.ts';

/** How many requests may be under way. Limits are for the sake of the servers, so the one for all is high. */
export interface Limits {
  readonly total: number;
  readonly perHost: number;
  /** Milliseconds between the starts of two requests to a host. */
  readonly gap: number;
}

export const DEFAULT_LIMITS: Limits = { total: 40, perHost: 2, gap: 150 };

/** How soon somebody wants the answer; may change while it waits. Higher is sooner. */
export interface Urgency {
  priority: number;
  /** Goes on with what was just asked: it waits for a place, and not for the gap. */
  readonly isSequel?: boolean;
}

interface Waiting {
  readonly urgency: Urgency;
  readonly start: () => void;
}

interface Host {
  active: number;
  /** No request starts before, */
  pausedUntil: number;
  /** and none but sequels before. */
  gapUntil: number;
  readonly waiting: Set<Waiting>;
  readonly sequels: Set<Waiting>;
}

/** Lets requests through: so many to a host, so many in all, the most urgent first, else in their order. */
export class Scheduler {
  private readonly net: Net;
  private readonly limits: Limits;
  private readonly hosts = new Map<string, Host>();
  private readonly life = new CancellationSource();
  private active = 0;
  /** When the next timer fires. */
  private wakesAt = Infinity;

  constructor(net: Net, limits: Limits) {
    this.net = net;
    this.limits = limits;
  }

  /** Runs a job when its host has a place for it. Rejects with `Cancelled` if it is wanted no more before. */
  async run<T>(name: string, urgency: Urgency, cancel: Cancellation, job: () => Promise<T>): Promise<T> {
    const host = this.host(name);
    await this.place(host, urgency, cancel);
    try {
      return await job();
    } finally {
      host.active--;
      this.active--;
      this.pump();
    }
  }

  /** Nothing is asked of a host for so long. */
  pause(name: string, ms: number): void {
    const host = this.host(name);
    host.pausedUntil = Math.max(host.pausedUntil, this.net.now() + ms);
  }

  /** Ends its timers; jobs that wait would wait for ever. */
  dispose(): void {
    this.life.cancel();
  }

  private host(name: string): Host {
    const known = this.hosts.get(name) ?? {
      active: 0,
      pausedUntil: 0,
      gapUntil: 0,
      waiting: new Set(),
      sequels: new Set(),
    };
    this.hosts.set(name, known);
    return known;
  }

  private place(host: Host, urgency: Urgency, cancel: Cancellation): Promise<void> {
    return new Promise((resolve, reject) => {
      if (cancel.isCancellationRequested) {
        reject(new Cancelled());
        return;
      }
      const line = urgency.isSequel === true ? host.sequels : host.waiting;
      const waiting: Waiting = {
        urgency,
        start: () => {
          listener.dispose();
          resolve();
        },
      };
      const listener = cancel.onCancellationRequested(() => {
        if (line.delete(waiting)) reject(new Cancelled());
      });
      line.add(waiting);
      this.pump();
    });
  }

  private pump(): void {
    const now = this.net.now();
    while (this.active < this.limits.total) {
      let best: { host: Host; waiting: Waiting } | undefined;
      for (const host of this.hosts.values()) {
        if (host.active >= this.limits.perHost || host.pausedUntil > now) continue;
        const ready = host.sequels.size > 0 || host.gapUntil > now ? host.sequels : host.waiting;
        for (const waiting of ready) {
          if (!best || waiting.urgency.priority > best.waiting.urgency.priority) best = { host, waiting };
        }
      }
      if (!best) break;
      this.start(best.host, best.waiting, now);
    }
    this.wakeInTime(now);
  }

  private start(host: Host, waiting: Waiting, now: number): void {
    if (host.waiting.delete(waiting)) host.gapUntil = now + this.limits.gap;
    else host.sequels.delete(waiting);
    host.active++;
    this.active++;
    waiting.start();
  }

  /** A timer for the first host that has to wait for nothing but its time. */
  private wakeInTime(now: number): void {
    if (this.active >= this.limits.total) return;
    let first = Infinity;
    for (const { waiting, sequels, active, pausedUntil, gapUntil } of this.hosts.values()) {
      if (active >= this.limits.perHost) continue;
      if (sequels.size > 0) first = Math.min(first, pausedUntil);
      if (waiting.size > 0) first = Math.min(first, Math.max(pausedUntil, gapUntil));
    }
    if (first >= this.wakesAt) return;
    this.wakesAt = first;
    this.net.wait(Math.max(1, first - now), this.life.token).then(
      () => {
        this.wakesAt = Infinity;
        this.pump();
      },
      (error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      },
    );
  }
}
