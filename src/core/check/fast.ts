import { readHead } from '../article/fast.ts';
import type { Article } from '../article/article.ts';
import { check } from './check.ts';
import type { Facts } from './facts.ts';

/**
 * True if the front matter is right for certain: the fast reader is sure of its values, and no rule finds anything in
 * them. Rules see values without places and styles then; so what they find has to be looked at again.
 *
 * @param text the file, or as much of it as holds the front matter
 */
export function isSurelyRight(text: string, facts: Facts): boolean {
  // What is off by default may be on, and suppressed.
  if (Object.values(facts.settings?.rules ?? {}).some(level => level !== 'off')) return false;
  const { fences, tree, isSure } = readHead(text);
  if (!isSure || !fences || !tree) return false;
  const body = { start: fences.bodyStart, end: text.length };
  const article: Article = { text, fences, tree, faults: [], comments: [], body };
  return check(article, facts, ['head']).length === 0;
}
