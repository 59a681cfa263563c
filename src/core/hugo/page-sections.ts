import type { ValueMap } from '../article/tree.ts';
import { textOf } from './config-value.ts';
import { listKey, pathsAbove } from './page-cascade.ts';
import type { ContentPlace, Lists } from './page-types.ts';

/**
 * The section that a page is in: the nearest folder with an `_index` file, else the first folder; list pages are
 * their own.
 */
export function sectionsOf(
  place: ContentPlace,
  lists: Lists,
  spelled: boolean,
): { readonly names: readonly string[]; readonly slugs: readonly string[] } {
  const candidates = [place.logicalPath, ...pathsAbove(place.logicalPath)].filter(path => path !== '/');
  const isList = (path: string): boolean => lists.has(listKey(place.language, path));
  const own = place.bundle === 'branch' ? place.logicalPath : undefined;
  const first = place.section === '' ? undefined : candidates.at(-1);
  const section = own ?? candidates.slice(1).find(isList) ?? first;
  if (section === undefined || section === '/') return { names: [], slugs: [] };
  const depth = section.split('/').length;
  const names = (spelled ? place.spelledPath : place.logicalPath).split('/').slice(1, depth);
  const slugs = [...pathsAbove(section).slice(0, -1).toReversed(), section]
    .filter(path => isList(path) || path === first)
    .map(path => slugOrTitle(path, lists.get(listKey(place.language, path))?.frontMatter));
  return { names, slugs };
}

/** The folder that a page lies in, each part of it by the slug of its list page if that has one. */
export function sluggedFolder(place: ContentPlace, lists: Lists, keepsCase: boolean): string {
  const above = pathsAbove(place.logicalPath).filter(path => path !== '/');
  const spelled = (keepsCase ? place.spelledPath : place.logicalPath).split('/');
  const parts = above.toReversed().map((path, index) => {
    const slug = textOf(lists.get(listKey(place.language, path))?.frontMatter['slug']) ?? '';
    return slug.replace(/^-+|-+$/g, '') || (spelled[index + 1] ?? '');
  });
  return `/${parts.join('/')}`;
}

function slugOrTitle(path: string, frontMatter: ValueMap | undefined): string {
  const text = (key: string): string => textOf(frontMatter?.[key]) ?? '';
  return text('slug') || text('title') || path.slice(path.lastIndexOf('/') + 1);
}
