import type { Rule } from './rule.ts';
import { findingOf } from './target-finding.ts';
import { slipOf } from './thumbnail-address.ts';

/** Images that the published site does not have. */
export const imageMissing: Rule = {
  id: 'image-missing',
  scope: 'body',
  reads: ['config', 'files', 'page', 'articles', 'hugo'],
  severity: 'warning',
  *check(context) {
    for (const { reference, outcome } of context.facts.targets?.references ?? []) {
      if (reference.kind !== 'image' || outcome.is !== 'missing') continue;
      // The rule for thumbnails has said it.
      if (reference.form === 'thumbnail' && slipOf(reference.url)) continue;
      yield findingOf(reference, outcome, context);
    }
  },
};
