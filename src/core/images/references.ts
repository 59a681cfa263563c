import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import { bodyReferences } from './references-body.ts';
import { headReferences } from './references-head.ts';
import type { Reference } from './reference.ts';

/**
 * The images and links of an article, front matter and body, in the order of their places. What Hugo does not print is
 * left out: code, comments, raw HTML where the site does not allow it. Empty addresses are in it, `#fragments` and
 * mail addresses too.
 */
export function references(article: Article, facts: Facts): readonly Reference[] {
  return [...headReferences(article), ...bodyReferences(article, facts)].sort(
    (a, b) => a.range.start - b.range.start,
  );
}
