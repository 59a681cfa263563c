import { nearest } from '../check/near.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { normaliseTerm } from '../terms/normalise.ts';
import type { Rule } from './rule.ts';

/** A term that is not in the vocabulary of the site. */
export const termVocabulary: Rule = {
  id: 'term-vocabulary',
  scope: 'head',
  reads: ['settings'],
  severity: 'warning',
  *check(context) {
    const { article, facts } = context;
    for (const { taxonomy, text, node, path } of context.terms()) {
      const vocabulary = facts.settings?.vocabularies[taxonomy];
      if (!vocabulary || vocabulary.mode === 'open' || vocabulary.terms.includes(text)) continue;
      const wanted = normaliseTerm(text.trim());
      const same = vocabulary.terms.find(term => normaliseTerm(term) === wanted);
      const near = same ?? nearest(text.trim(), vocabulary.terms);
      const repair = near === undefined ? [] : toWrite(article, path, near);
      const args = { term: text, taxonomy, near: near ?? '' };
      yield {
        severity: vocabulary.mode === 'closed' ? 'warning' : 'info',
        message: message(near === undefined ? 'term-vocabulary' : 'term-vocabulary.near', args),
        range: node.range,
        fixes: same === undefined ? offered(repair) : repair,
      };
    }
  },
};
