import { remember } from '../../../src/core/remember.ts';
import { Cancelled } from '../../../src/core/images/cancellation.ts';
import type { Net, NetAnswer, NetFailure, NetRequest } from '../../../src/core/images/net.ts';
import { VirtualClock } from './clock.ts';
import type { Ask, Script } from './network-cases/index.ts';

const FAULTS: Readonly<Record<NonNullable<Script['fault']>, string>> = {
  hang: 'TIMEOUT',
  drip: 'TIMEOUT_TOTAL',
  reset: 'ECONNRESET',
  garbage: 'HPE_INVALID_CONSTANT',
  'long-header': 'HPE_HEADER_OVERFLOW',
  'slow-header': 'TIMEOUT',
};

export interface FakeOptions {
  readonly serve?: (ask: Ask, request: NetRequest) => Script | string;
  readonly lookup?: Net['lookup'];
  /** How long each request takes. */
  readonly latency?: number;
}

/** A network without sockets: answers come from a function, time from a clock that waits for nobody. */
export class FakeNet implements Net {
  readonly clock = new VirtualClock();
  readonly requests: NetRequest[] = [];
  readonly lookups: string[] = [];
  isOnline = true;
  readonly active = new Map<string, number>();
  readonly most = new Map<string, number>();
  readonly starts = new Map<string, number[]>();
  private readonly options: FakeOptions;

  constructor(options: FakeOptions = {}) {
    this.options = options;
  }

  readonly now = this.clock.now;
  readonly wait = this.clock.wait;
  readonly random = (): number => 0.5;
  readonly release = (): void => undefined;
  readonly usesProxy = (): boolean => false;
  readonly hasInterface = (): boolean => true;

  readonly lookup: Net['lookup'] = host => {
    this.lookups.push(host);
    if (!this.isOnline) return Promise.resolve({ failure: 'EAI_AGAIN' });
    return this.options.lookup?.(host) ?? Promise.resolve({ addresses: ['203.0.114.7'] });
  };

  readonly request: Net['request'] = async (request, cancel) => {
    const { host, pathname, search, protocol } = new URL(request.url);
    const before = this.starts.get(host)?.length ?? 0;
    this.requests.push(request);
    const active = (this.active.get(host) ?? 0) + 1;
    this.active.set(host, active);
    this.most.set(host, Math.max(this.most.get(host) ?? 0, active));
    remember(this.starts, host, (): number[] => []).push(this.now());
    try {
      if (this.options.latency !== undefined) await this.clock.wait(this.options.latency, cancel);
      if (cancel.isCancellationRequested) throw new Cancelled();
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const ask: Ask = {
        method: request.method,
        headers,
        path: pathname + search,
        isSecure: protocol === 'https:',
        before,
        now: this.now(),
        at: (name, path, scheme = 'https') => `${scheme}://${name === 'same' ? host : name}${path}`,
      };
      const script = this.options.serve?.(ask, request) ?? { status: 404, headers: {} };
      return typeof script === 'string' ? { failure: script } : answerOf(script, request);
    } finally {
      this.active.set(host, active - 1);
    }
  };
}

function answerOf(script: Script, { limit, method }: NetRequest): NetAnswer | NetFailure {
  if (script.fault) return { failure: FAULTS[script.fault] };
  const all = method === 'HEAD' ? new Uint8Array() : (script.body ?? new Uint8Array());
  const length = script.announced ?? all.length;
  const headers = { 'content-length': String(length), ...script.headers };
  const end = all.length > limit ? 'limit' : all.length < length && method !== 'HEAD' ? 'aborted' : 'whole';
  return { status: script.status ?? 200, headers, body: all.subarray(0, limit), end };
}
