import type { Severity } from '../problem.ts';

/** What a rule can be set to. */
export const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Level = Severity | 'off';

export const isLevel = (value: unknown): value is Level => LEVELS.some(level => level === value);

/** What the user has set for the rules. Plain data. */
export interface CheckSettings {
  /** By the id of a rule. */
  readonly rules: Readonly<Record<string, Level>>;
  /** House words. */
  readonly words: readonly HouseWord[];
  /** Which terms a taxonomy may have, by its key in the front matter (lower case). */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
}

export interface HouseWord {
  /** The word not to be used, as written. */
  readonly word: string;
  /** What to write in its place; without it the word is banned. */
  readonly use: string | undefined;
  /** Why, in the house's words. */
  readonly note: string | undefined;
}

export interface Vocabulary {
  /** `open`: any term; `suggest`: others are told of quietly; `closed`: others are wrong. */
  readonly mode: 'open' | 'suggest' | 'closed';
  readonly terms: readonly string[];
}
