import { UNUSED } from '../check/suppress.ts';
import type { Rule } from './rule.ts';

/** Comments that suppress nothing: only the check knows, after all other rules, so it makes these problems itself. */
export const suppressionUnused: Rule = {
  id: UNUSED,
  scope: 'site',
  reads: [],
  severity: 'hint',
  check: () => [],
};
