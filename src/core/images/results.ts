import type { Target } from './target.ts';
import type { Verdict } from './verdict.ts';

/** What asking for one address of one article has shown. */
export interface Result {
  /** The article, as a host names it. */
  readonly article: string;
  readonly kind: Target['kind'];
  readonly href: string;
  /** `undefined`: not asked yet, or cancelled. */
  readonly verdict: Verdict | undefined;
}

/** How it stands with an address, the gravest first. */
export type Level = 'error' | 'warning' | 'unverified' | 'unchecked' | 'fine';

const LEVELS: readonly Level[] = ['error', 'warning', 'unverified', 'unchecked', 'fine'];

export type GroupBy = 'article' | 'host' | 'level';

/** Which results are shown; `problems`: errors and warnings. */
export type Shown = 'all' | 'problems' | 'unverified';

export interface Group<R extends Result> {
  /** An article, a host, or a level. */
  readonly key: string;
  /** The gravest in it. */
  readonly level: Level;
  readonly results: readonly R[];
}

export function levelOf({ verdict }: Result): Level {
  if (!verdict || verdict.outcome === 'not-checked') return 'unchecked';
  if (verdict.outcome === 'unverified') return 'unverified';
  const severity = verdict.notes[0]?.severity;
  return severity === 'error' || severity === 'warning' ? severity : 'fine';
}

/** Results in groups; groups and what is in them with the gravest first, else by name. */
export function groupResults<R extends Result>(
  results: Iterable<R>,
  { by, shown }: { readonly by: GroupBy; readonly shown: Shown },
): Group<R>[] {
  const groups = new Map<string, R[]>();
  for (const result of results) {
    const level = levelOf(result);
    if (!isShown(level, shown)) continue;
    const key = keyOf(result, by);
    const known = groups.get(key);
    if (known) known.push(result);
    else groups.set(key, [result]);
  }
  const made = Array.from(groups, ([key, found]): Group<R> => {
    const sorted = found.sort((a, b) => rank(levelOf(a)) - rank(levelOf(b)) || compare(a.href, b.href));
    return { key, level: sorted[0] ? levelOf(sorted[0]) : 'fine', results: sorted };
  });
  return made.sort((a, b) => rank(a.level) - rank(b.level) || compare(a.key, b.key));
}

const rank = (level: Level): number => LEVELS.indexOf(level);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isShown(level: Level, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'problems':
      return level === 'error' || level === 'warning';
    case 'unverified':
      return level === 'unverified' || level === 'unchecked';
  }
}

function keyOf(result: Result, by: GroupBy): string {
  switch (by) {
    case 'article':
      return result.article;
    case 'host':
      return new URL(result.href).host;
    case 'level':
      return levelOf(result);
  }
}
