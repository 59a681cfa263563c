import type { Facts } from '../check/facts.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Finding, Rule } from './rule.ts';
import { keyOf, termsOf } from './terms-of.ts';
import type { ArticleTerm } from './terms-of.ts';

/** A term of which Hugo can make no address, or one that does not lead to its page. */
export const termAddress: Rule = {
  id: 'term-address',
  scope: 'head',
  reads: ['hugo', 'config'],
  severity: 'warning',
  *check(context) {
    for (const term of termsOf(context)) {
      const finding = judge(term, context.facts);
      if (finding) yield { ...finding, range: term.node.range };
    }
  },
};

function judge({ text, taxonomy }: ArticleTerm, facts: Facts): Omit<Finding, 'range'> | undefined {
  const args = { term: text };
  if (text === '..' && does(facts.hugo, 'parentTermBreaksBuild'))
    return { severity: 'error', message: message('term-address.breaks', args) };
  if (text.endsWith('/') && does(facts.hugo, 'slashTermBreaksBuild'))
    return { severity: 'error', message: message('term-address.slash', args) };
  const key = keyOf(text.trim(), facts);
  if (/^[./]*$/.test(key)) return { message: message('term-address.none', args) };
  // Mainroad puts tags into addresses as they are (post_tags.html), and what follows `#` is no path.
  if (key.includes('#') && taxonomy === 'tags' && facts.site?.isMainroad)
    return { message: message('term-address.hash', args) };
  return undefined;
}
