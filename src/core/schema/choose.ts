import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import type { SchemaName } from './annotations.ts';

/**
 * Which of the shipped schemas an article is held against: the theme's in a Mainroad site, Hugo's own in any other.
 * Outside a site nobody says what reads the article; keys that only Mainroad has tell that it is meant for it.
 */
export function schemaFor({ tree }: Pick<Article, 'tree'>, { site }: Pick<Facts, 'site'>): SchemaName {
  if (site) return site.isMainroad ? 'article' : 'hugo-page';
  return tree && MAINROAD_KEYS.some(key => entryOf(tree, key)) ? 'article' : 'hugo-page';
}

const MAINROAD_KEYS = ['authorbox', 'lead', 'pager', 'sidebar', 'thumbnail', 'widgets'];
