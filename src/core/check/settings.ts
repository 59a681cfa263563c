import type { Severity } from '../problem.ts';

/** What the user has set for the rules. Plain data. */
export interface CheckSettings {
  /** By the id of a rule: its severity, or that it is off. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
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
