import type { Facts } from '../check/facts.ts';
import { setValue } from '../edit/edit.ts';
import { fix, offered, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { joinedParts } from '../terms/joined.ts';
import type { Context, Rule } from './rule.ts';
import { isInVocabulary, spellingsOf } from './terms-of.ts';
import type { ArticleTerm } from './terms-of.ts';

/** Several terms in one text, `科技、财经`: for Hugo that is one term with a page of its own. */
export const termJoined: Rule = {
  id: 'term-joined',
  scope: 'head',
  reads: ['terms', 'settings'],
  severity: 'warning',
  *check(context) {
    for (const term of context.terms()) {
      const parts = joinedParts(term.text);
      if (parts.length === 0 || isInVocabulary(term, context.facts)) continue;
      const isSure = parts.every(isShort) && areTerms(term, parts, context.facts);
      const repair = split(term, parts, context);
      yield {
        severity: isSure ? 'warning' : 'info',
        message: message('term-joined', { term: term.text, count: parts.length, parts: parts.join(' | ') }),
        range: term.node.range,
        fixes: isSure ? repair : offered(repair),
      };
    }
  },
};

/** Terms are words, not sentences. */
const isShort = (part: string): boolean => /^(?:\P{Script=Han}{0,30}|.{0,12})$/u.test(part);

/** Chinese signs join terms; a half-width comma may be part of a name (`Portland, Oregon`) unless the parts are known. */
function areTerms(term: ArticleTerm, parts: readonly string[], facts: Facts): boolean {
  if (/[、，；]/.test(term.text) || /\p{Script=Han}/u.test(term.text)) return true;
  return parts.every(part => spellingsOf(term, part, facts).length > 0);
}

function split({ path, node }: ArticleTerm, parts: readonly string[], { article }: Context): readonly Fix[] {
  const [key = '', index] = path;
  const title = writing(parts.join(' | '));
  const entry = article.tree?.entries.find(
    ({ value }) => value.kind === 'list' && value.items.includes(node),
  );
  if (typeof index !== 'number' || entry?.value.kind !== 'list') {
    return article.fences ? fix(title, setValue(article, [key], parts)) : [];
  }
  const items = entry.value.items.map(item => (item.kind === 'string' ? item.value : undefined));
  if (items.includes(undefined)) return [];
  const kept = items.filter(item => item !== undefined);
  const added = parts.filter(part => !kept.includes(part));
  return fix(title, setValue(article, [key], kept.toSpliced(index, 1, ...added)));
}
