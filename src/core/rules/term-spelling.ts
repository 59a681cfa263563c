import type { Facts } from '../check/facts.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix, Severity } from '../problem.ts';
import type { TermUse } from '../terms/term-index.ts';
import type { Context, Rule } from './rule.ts';
import { isInVocabulary, keyOf, spellingsOf, tidy } from './terms-of.ts';
import type { ArticleTerm } from './terms-of.ts';

/**
 * A term that the site mostly spells otherwise: in case, width, spaces, hyphens, traditional or simplified characters.
 * Where Hugo makes one page of both, they only look different.
 */
export const termSpelling: Rule = {
  id: 'term-spelling',
  scope: 'head',
  reads: ['terms', 'config', 'settings'],
  severity: 'info',
  *check(context) {
    const terms = context.terms();
    for (const term of terms) {
      const { facts } = context;
      const [established, ...rest] = spellingsOf(term, term.text, facts);
      if (!established || established.term === term.text || isInVocabulary(term, facts)) continue;
      if (isOther(term.text, established.term) || tidy(term.text) !== term.text) continue;
      const own = rest.find(use => use.term === term.text)?.count ?? 1;
      const severity = severityOf(term, established, own, facts);
      const hasBoth = terms.some(
        ({ taxonomy, text }) => taxonomy === term.taxonomy && text === established.term,
      );
      // Both share a page: then the same article has it twice, which is another rule's business, or neither is the usual one.
      if (severity === 'hint' && (hasBoth || established.count <= own)) continue;
      const repair = mend(term, established.term, hasBoth, context);
      const args = { term: term.text, established: established.term, count: established.count, own };
      yield {
        severity,
        message: message(severity === 'hint' ? 'term-spelling.same-page' : 'term-spelling', args),
        range: term.node.range,
        fixes: established.count > own ? repair : offered(repair),
      };
    }
  },
};

/** A slip where one article stands against several; else who knows which spelling is meant. */
function severityOf({ text }: ArticleTerm, { term, count }: TermUse, own: number, facts: Facts): Severity {
  if (keyOf(text, facts) === keyOf(term, facts)) return 'hint';
  return own === 1 && count >= 3 ? 'warning' : 'info';
}

/** Numbers that differ in what stands between their digits are others: `2-1`, `21`. */
const isOther = (a: string, b: string): boolean => {
  const digits = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
  return digits(a) !== digits(b);
};

function mend(
  { path, text }: ArticleTerm,
  established: string,
  hasBoth: boolean,
  { article }: Context,
): readonly Fix[] {
  const [key = '', index] = path;
  if (!hasBoth || typeof index !== 'number') return toWrite(article, path, established);
  return fix(message('fix.remove', { text }), removeItem(article, [key], index));
}
