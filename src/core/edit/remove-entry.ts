import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { placeOf } from './place.ts';
import type { Path } from './place.ts';
import { removeAt } from './remove.ts';

/**
 * Takes an entry out: key, value, the comment behind it, and the comment lines directly above it if they are clearly
 * its own. They are not where they are the first thing in their map, or head a group (a blank line above them and
 * another entry right below this one), or are as far in as another level; and a comment that is an entry switched off
 * (`# draft: true`) or speaks to a tool stays, with those above it.
 *
 * Touched: the entry's lines; in brackets on one line, the entry with one comma; of the last one, the comma before it.
 * A map with dashes or indentation that loses its only entry becomes `{}`; a TOML table keeps its header.
 *
 * @returns `undefined` if there is no such entry, or it is a copy made by an alias or merge key, its line could not be
 *   read, or something else needs it (an anchor)
 */
export function removeEntry(article: Article, path: Path): readonly TextEdit[] | undefined {
  return placeOf(article, path)?.entry ? removeAt(article, path) : undefined;
}
