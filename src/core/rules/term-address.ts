import type { Article } from '../article/article.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, toWrite } from '../fix/fix.ts';
import type { Fix } from '../problem.ts';
import type { Facts } from '../check/facts.ts';
import { does } from '../hugo/behaviour.ts';
import { sanitizePath } from '../hugo/url-path.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Finding, Rule } from './rule.ts';
import { isOnStockPages } from './mainroad.ts';
import { isPlainTerm, keyOf, tidy } from './terms-of.ts';
import type { ArticleTerm } from './terms-of.ts';

/** A term of which Hugo can make no address, or one that does not lead to its page. */
export const termAddress: Rule = {
  id: 'term-address',
  scope: 'head',
  reads: ['hugo', 'config'],
  severity: 'warning',
  *check(context) {
    for (const term of context.terms()) {
      const finding = judge(term, context.facts);
      if (finding) yield { ...finding, range: term.node.range, fixes: fixesOf(term, context.article) };
    }
  },
};

/** A slash at the end goes, and so does an item of white space; for the rest an editor decides. */
function fixesOf({ text, path }: ArticleTerm, article: Article): readonly Fix[] {
  const index = path.at(-1);
  if (text.trim() === '' && typeof index === 'number')
    return fix(message('fix.remove-item'), removeItem(article, path.slice(0, -1), index));
  const bare = text.replace(/\/+$/, '');
  return bare !== text && bare !== '' ? toWrite(article, path, bare) : [];
}

function judge({ text, taxonomy }: ArticleTerm, facts: Facts): Omit<Finding, 'range'> | undefined {
  if (isPlainTerm(text)) return undefined;
  const args = { term: text };
  if (text === '..' && does(facts.hugo, 'parentTermBreaksBuild'))
    return { severity: 'error', message: message('term-address.breaks', args) };
  if (text.endsWith('/') && does(facts.hugo, 'slashTermBreaksBuild'))
    return { severity: 'error', message: message('term-address.slash', args) };
  const key = keyOf(tidy(text), facts);
  if (/^[./]*$/.test(key)) return { message: message('term-address.none', args) };
  if (taxonomy !== 'tags' || tidy(text) !== text || !isOnStockPages(facts, 'post_tags.html'))
    return undefined;
  const link = mainroadLink(text, facts);
  if (link === key.replace(/^\//, '')) return undefined;
  return {
    message: message('term-address.link', { ...args, link: `/tags/${link}/`, page: `/tags/${key}/` }),
  };
}

/** Mainroad makes the address of a tag by itself (post_tags.html); what follows `#` is no path. */
function mainroadLink(text: string, facts: Facts): string {
  const switches = settingsOf(facts)?.switches;
  if (!switches) return text;
  const link = sanitizePath(text, switches).replace(/#.*/, '');
  return text.startsWith('/') ? `/${link.replace(/^\//, '')}` : link;
}
