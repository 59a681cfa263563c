import type { Case } from './case.ts';
import { CONTENTS } from './contents.ts';
import { FORMATS } from './formats.ts';
import { ODD } from './odd.ts';
import { READERS } from './readers.ts';
import { REDIRECTS } from './redirects.ts';
import { STATUSES } from './statuses.ts';
import { TRANSPORT } from './transport.ts';

export type { Ask, Case, Script } from './case.ts';

/** Situations that a server alone makes, one host each, in our own words. */
export const CASES: readonly Case[] = [
  ...STATUSES,
  ...CONTENTS,
  ...REDIRECTS,
  ...READERS,
  ...TRANSPORT,
  ...ODD,
  ...FORMATS,
];
