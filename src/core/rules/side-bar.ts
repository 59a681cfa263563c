import { entryOf } from '../article/tree.ts';
import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import { at } from '../hugo/config-value.ts';
import { settingsOf } from './dates-of.ts';

/**
 * Whether Mainroad shows no side bar beside the page, and includes none of its widgets (partials/sidebar.html): the
 * page has `sidebar: false`, or nothing, and the site's `[params.sidebar]` has nothing for pages of its kind.
 */
export function isWithoutSidebar({ tree }: Article, facts: Facts): boolean {
  const own = tree && entryOf(tree, 'sidebar')?.value;
  if (own?.kind === 'boolean') return !own.value;
  const { made } = facts;
  const settings = settingsOf(facts);
  if (!made || !settings || isSet(made.effective['sidebar'])) return false;
  const usual = made.kind === 'page' ? 'single' : made.kind === 'home' ? 'home' : 'list';
  return !isSet(at(settings.params, 'sidebar', usual));
}

/** Whether the theme's template takes a value for a side; a list or a number counts as well. */
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;
