import type { Rule } from './rule.ts';
import { findingOf } from './target-finding.ts';

/** Links to the site itself that lead to no page and no file of it. */
export const linkMissing: Rule = {
  id: 'link-missing',
  scope: 'body',
  reads: ['config', 'files', 'page', 'articles', 'time', 'hugo'],
  severity: 'warning',
  *check(context) {
    for (const { reference, outcome } of context.facts.targets?.references ?? []) {
      if (reference.kind === 'link' && outcome.is === 'missing') yield findingOf(reference, outcome, context);
    }
  },
};
