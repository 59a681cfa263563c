import type { PageFacts } from '../check/facts.ts';

/** What a file is to Galley. */
export type Place =
  | { readonly isArticle: true; readonly page: PageFacts }
  | { readonly isArticle: false; readonly reason: NotAnArticle };

/** Why a file is no article. */
export type NotAnArticle =
  'gone' | 'not-markdown' | 'outside-content' | 'archetype' | 'theme' | 'documentation' | 'no-front-matter';

/** The extensions that Hugo takes for Markdown. */
const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/**
 * Tells what a file is by its path from the site's root, `/` between the parts.
 *
 * @param contentFolders folders of the site that hold content, without `/` at the ends
 */
export function placeInSite(path: string, contentFolders: readonly string[]): Place {
  if (!MARKDOWN.test(path)) return { isArticle: false, reason: 'not-markdown' };
  const parts = path.split('/');
  if (parts[0] === 'archetypes') return { isArticle: false, reason: 'archetype' };
  if (parts[0] === 'themes') return { isArticle: false, reason: 'theme' };
  const folder = contentFolders.find(candidate => path.startsWith(`${candidate}/`));
  if (folder === undefined) return { isArticle: false, reason: 'outside-content' };
  const name = parts.at(-1) ?? '';
  if (/^(?:README|CHANGELOG)\.\w+$/i.test(name)) return { isArticle: false, reason: 'documentation' };
  return { isArticle: true, page: { path, kind: kindOf(path.slice(folder.length + 1), name) } };
}

function kindOf(within: string, name: string): PageFacts['kind'] {
  if (/^_index\./i.test(name)) return 'list';
  const depth = within.split('/').length - (/^index\./i.test(name) ? 1 : 0);
  return depth > 1 ? 'article' : 'page';
}

/**
 * Without a site a Markdown file is an article if it starts with front matter; that of a theme's archetypes is a
 * template, and Markdown among the layouts is one, too.
 */
export function placeOutsideSite(path: string, startsWithFrontMatter: boolean): Place {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const folders = parts.slice(-3, -1);
  if (folders.includes('archetypes')) return { isArticle: false, reason: 'archetype' };
  if (folders.includes('layouts')) return { isArticle: false, reason: 'outside-content' };
  if (!MARKDOWN.test(name)) return { isArticle: false, reason: 'not-markdown' };
  if (!startsWithFrontMatter) return { isArticle: false, reason: 'no-front-matter' };
  return { isArticle: true, page: { path: name, kind: 'page' } };
}
