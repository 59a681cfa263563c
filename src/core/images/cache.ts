import { isMessageCode } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** A verdict with its time. Plain data. */
export interface CacheEntry {
  readonly key: string;
  readonly verdict: Verdict;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** When it began to fail, and how often in a row, for what may pass. */
  readonly failing?: { readonly since: number; readonly times: number };
}

/** What is kept from one session to the next. */
export interface CacheData {
  readonly version: 1;
  readonly entries: readonly CacheEntry[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MAX_ENTRIES = 5000;

const LIVES: Partial<Record<MessageCode, number>> = {
  'remote.missing': 10 * MINUTE,
  'remote.gone': 10 * MINUTE,
  'remote.page-missing': 10 * MINUTE,
  'remote.page-gone': 10 * MINUTE,
  'remote.cert-expired': 6 * HOUR,
  'remote.cert-name': 6 * HOUR,
  'remote.cert-untrusted': 6 * HOUR,
  'remote.cert-chain': 6 * HOUR,
  'remote.cert-company': 6 * HOUR,
  'remote.not-https': 6 * HOUR,
  'remote.no-host': 5 * MINUTE,
  'remote.too-many': 5 * MINUTE,
  'remote.forbidden': 30 * MINUTE,
  'remote.login': 30 * MINUTE,
  'remote.bot-wall': 30 * MINUTE,
  'remote.refuses-checks': 30 * MINUTE,
  'remote.no-network': 0,
  'remote.proxy-login': 0,
};

/** Failures that may pass: looked at again soon, later each time. */
const PASSING: ReadonlySet<MessageCode> = new Set<MessageCode>([
  'remote.server-error-now',
  'remote.page-error-now',
  'remote.server-error',
  'remote.page-error',
  'remote.timeout',
  'remote.reset',
  'remote.refused',
  'remote.odd-answer',
]);

/** Milliseconds for which an entry is believed without asking again. */
function lifeOf({ verdict, failing }: CacheEntry): number {
  const code = verdict.notes[0]?.code;
  if (verdict.outcome === 'not-checked') return 0;
  if (code && PASSING.has(code))
    return Math.min(2 * MINUTE * 2 ** Math.max(0, (failing?.times ?? 1) - 1), HOUR);
  const known = code && LIVES[code];
  if (known !== undefined) return known;
  return wasReached(verdict) || verdict.outcome.startsWith('reader-') ? 24 * HOUR : HOUR;
}

/** An image that was seen, or a page that is there. */
const wasReached = ({ image, outcome }: Verdict): boolean => image !== undefined || outcome === 'ok';

function isKept({ notes, outcome, ...verdict }: Verdict): boolean {
  const code = notes[0]?.code ?? '';
  if (outcome.startsWith('reader-') || wasReached({ notes, outcome, ...verdict })) return true;
  return /^remote\.(?:page-)?(?:missing|gone)$/.test(code);
}

/** What is known of addresses, and for how long. */
export class VerdictCache {
  private readonly entries = new Map<string, CacheEntry>();

  /** @param data of `toData`, or whatever a file holds: what is not such is left out */
  constructor(data?: unknown) {
    for (const entry of entriesOf(data)) this.entries.set(entry.key, entry);
  }

  /** The verdict to believe now; `stale`: what was known before, for asking whether it has changed. */
  get(key: string, now: number): { readonly fresh: Verdict } | { readonly stale: Verdict } | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    return now - entry.at < lifeOf(entry) ? { fresh: entry.verdict } : { stale: entry.verdict };
  }

  /**
   * Keeps a verdict, and gives it back; errors of a server that have lasted for ten minutes become a warning.
   *
   * @param now when it was asked for, milliseconds since the epoch
   */
  put(key: string, verdict: Verdict, now: number): Verdict {
    const code = verdict.notes[0]?.code;
    if (!code || !PASSING.has(code)) {
      this.entries.set(key, { key, verdict, at: now });
      return verdict;
    }
    const before = this.entries.get(key)?.failing;
    const failing = { since: before?.since ?? now, times: (before?.times ?? 0) + 1 };
    const lasts = failing.times > 1 && now - failing.since >= 10 * MINUTE;
    const kept = lasts ? lasting(verdict) : verdict;
    this.entries.set(key, { key, verdict: kept, at: now, failing });
    return kept;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  /** What is worth keeping: no failure that may pass. At most 5,000 entries, the newest. */
  toData(): CacheData {
    const kept = [...this.entries.values()].filter(({ verdict }) => isKept(verdict));
    const newest = kept.sort((a, b) => b.at - a.at).slice(0, MAX_ENTRIES);
    return { version: 1, entries: newest };
  }
}

function lasting(verdict: Verdict): Verdict {
  const [note] = verdict.notes;
  const codes: Partial<Record<MessageCode, MessageCode>> = {
    'remote.server-error-now': 'remote.server-error',
    'remote.page-error-now': 'remote.page-error',
  };
  const code = note && codes[note.code];
  return note && code
    ? { ...verdict, outcome: 'suspicious', notes: [{ ...note, code, severity: 'warning' }] }
    : verdict;
}

const OUTCOMES: ReadonlySet<string> = new Set<Outcome>([
  'ok',
  'ok-note',
  'broken',
  'reader-blocked',
  'reader-placeholder',
  'suspicious',
]);

function entriesOf(data: unknown): CacheEntry[] {
  if (!isRecord(data) || data['version'] !== 1 || !Array.isArray(data['entries'])) return [];
  return data['entries'].filter(isEntry);
}

function isEntry(entry: unknown): entry is CacheEntry {
  if (!isRecord(entry) || typeof entry['key'] !== 'string' || typeof entry['at'] !== 'number') return false;
  const { verdict } = entry;
  if (!isRecord(verdict) || typeof verdict['outcome'] !== 'string' || !OUTCOMES.has(verdict['outcome']))
    return false;
  const { notes } = verdict;
  return Array.isArray(notes) && notes.every(note => isRecord(note) && isMessageCode(note['code']));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
