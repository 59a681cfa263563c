import { does } from '../hugo/behaviour.ts';
import { toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';
import { tidy } from './terms-of.ts';

/** Spaces at the ends of a term, or two in a row: since Hugo 0.123 they become part of its address, and links of the theme miss it. */
export const termSpace: Rule = {
  id: 'term-space',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check(context) {
    const { article, facts } = context;
    // Where a quotation mark is missing, the text of a term reaches into the next line.
    if (article.faults.length > 0) return;
    for (const { text, node, path } of context.terms()) {
      const term = tidy(text);
      if (term === text || term === '') continue;
      const isKept = /^ | $| {2}/.test(text) && does(facts.hugo, 'spacesKeptInTerms');
      yield {
        severity: isKept ? 'warning' : 'info',
        message: message(isKept ? 'term-space' : 'term-space.harmless', { term }),
        range: node.range,
        fixes: toWrite(article, path, term),
      };
    }
  },
};
