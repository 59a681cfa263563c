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

/** Without a site a Markdown file is an article if it starts with front matter. */
export function placeOutsideSite(name: string, startsWithFrontMatter: boolean): Place {
  if (!MARKDOWN.test(name)) return { isArticle: false, reason: 'not-markdown' };
  if (!startsWithFrontMatter) return { isArticle: false, reason: 'no-front-matter' };
  return { isArticle: true, page: { path: name, kind: 'page' } };
}
