import type { Article } from '../article/article.ts';
import { sortEntries } from '../edit/edit.ts';
import type { TextEdit } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import type { SchemaName } from '../schema/annotations.ts';

/** Edits, or why there are none to make. */
export type Formatting =
  | { readonly edits: readonly TextEdit[] }
  /** `order`: comments or anchors in it count from their place on, so that keys cannot change theirs. */
  | { readonly declined: 'none' | 'broken' | 'order' };

/** A comment that holds from its line on, not for the next line only. */
const SWITCH = /galley-(?:disable|enable)(?!-next-line)/;

/**
 * Brings the keys into the order of the schema; those that it does not know come behind, as they are. Values, comments,
 * blank lines and the rest of the article stay.
 */
export function formatFrontMatter(article: Article, schema: SchemaName): Formatting {
  if (!article.fences) return { declined: 'none' };
  if (!article.tree || article.fences.fault || article.faults.length > 0) return { declined: 'broken' };
  const order = [...FIELDS[schema].keys()];
  const edits = sortEntries(article, key => {
    const rank = order.indexOf(key.toLowerCase());
    return rank === -1 ? order.length : rank;
  });
  const hasSwitch = article.comments.some(({ start, end }) => SWITCH.test(article.text.slice(start, end)));
  if (!edits || (edits.length > 0 && hasSwitch)) return { declined: 'order' };
  return { edits };
}
