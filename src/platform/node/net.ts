import dns from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import os from 'node:os';
import { Cancelled } from '../../core/images/cancellation.ts';
import type { Cancellation } from '../../core/images/cancellation.ts';
import type { Net, NetFailure } from '../../core/images/net.ts';
import { requestOnce } from './net-request.ts';
import type { Times } from './net-request.ts';
import type { ProxyFor } from './proxy.ts';

export interface NodeNetOptions {
  readonly proxy?: ProxyFor;
  readonly times?: Times;
  /** Certificates to trust beside those of Node, PEM. */
  readonly ca?: readonly string[];
  readonly lookup?: Net['lookup'];
  readonly now?: Net['now'];
  readonly wait?: Net['wait'];
}

/** Milliseconds, as the facts of the field have them. */
const TIMES: Times = { connect: 8000, firstByte: 10_000, idle: 10_000, total: 20_000 };

/** Connections that wait for another request of their host; milliseconds. */
const KEEP = { keepAlive: true, timeout: 4000, maxFreeSockets: 2 };

/** The network by Node's own clients. */
export function nodeNet(options: NodeNetOptions = {}): Net {
  const { proxy = () => undefined, times = TIMES, ca } = options;
  const kept = { http: new http.Agent(KEEP), https: new https.Agent(KEEP) };
  return {
    request: (request, cancel) =>
      requestOnce(request, { proxy: proxy(request.url), times, ca, kept }, cancel),
    release: () => {
      for (const { freeSockets } of Object.values(kept))
        for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
    },
    lookup: options.lookup ?? (host => lookup(host, times.firstByte)),
    usesProxy: url => proxy(url) !== undefined,
    hasInterface: interfaceFinder(),
    now: options.now ?? Date.now,
    wait: options.wait ?? wait,
    random: Math.random,
  };
}

/** Looks at the interfaces every few seconds: to ask costs half a millisecond. */
function interfaceFinder(): () => boolean {
  let [found, until] = [true, -Infinity];
  return () => {
    if (performance.now() < until) return found;
    until = performance.now() + 5000;
    found = Object.values(os.networkInterfaces()).some(
      all => all?.some(({ internal }) => !internal) === true,
    );
    return found;
  };
}

async function lookup(host: string, patience: number): Promise<{ addresses: string[] } | NetFailure> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<NetFailure>(resolve => {
    timer = setTimeout(() => resolve({ failure: 'TIMEOUT' }), patience);
  });
  const found = dns.lookup(host, { all: true }).then(
    all => ({ addresses: all.map(({ address }) => address) }),
    (error: unknown) => ({ failure: codeOf(error) }),
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'EAI_FAIL';

function wait(ms: number, cancel: Cancellation): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose();
      resolve();
    }, ms);
    const listener = cancel.onCancellationRequested(() => {
      clearTimeout(timer);
      reject(new Cancelled());
    });
  });
}

/** A signal of the web platform as the core takes it. */
export function cancellationOf(signal: AbortSignal): Cancellation {
  return {
    get isCancellationRequested() {
      return signal.aborted;
    },
    onCancellationRequested: listener => {
      if (signal.aborted) listener();
      else signal.addEventListener('abort', listener, { once: true });
      return { dispose: () => signal.removeEventListener('abort', listener) };
    },
  };
}
