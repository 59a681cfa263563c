import { readAddress } from '../images/address.ts';
import { isBodySlip } from './body-address.ts';
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
      if (reference.kind !== 'link' || outcome.is !== 'missing') continue;
      // An address whose `https://` was left out is told as such.
      const isSlip = isBodySlip(reference.url, true) || isFaulty(reference.url);
      if (!isSlip) yield findingOf(reference, outcome, context);
    }
  },
};

const isFaulty = (url: string): boolean => readAddress(url, 'link', { allowedHosts: [] }).kind === 'fault';
