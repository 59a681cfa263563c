import { readHead } from '../article/fast.ts';
import type { Article } from '../article/article.ts';
import type { Facts } from './facts.ts';

/**
 * An article whose front matter the fast reader is sure of; `undefined` where only the tolerant reader can tell. It has
 * values without places and styles: if no rule finds anything in it, the article is right; if one does, only
 * `parseArticle` knows what and where.
 *
 * @param text the file, or as much of it as holds the front matter
 */
export function surelyRead(text: string, facts: Facts): Article | undefined {
  // What is off by default may be on, and comments matter where something is suppressed.
  if (Object.values(facts.settings?.rules ?? {}).some(level => level !== 'off')) return undefined;
  if (text.includes('galley-disable')) return undefined;
  const { fences, tree, isSure } = readHead(text);
  if (!isSure || !fences || !tree) return undefined;
  return {
    text,
    fences,
    tree,
    faults: [],
    comments: [],
    body: { start: fences.bodyStart, end: text.length },
  };
}
