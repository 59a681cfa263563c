import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import { placeOf } from './place.ts';
import type { Path } from './place.ts';
import { setDraft } from './set-value.ts';
import { draftOf } from './value.ts';
import type { ListDraft } from './value.ts';

/**
 * Makes the value at a path a list, written as the other lists of the file: null, the empty string and a missing key
 * become an empty one, any other single value its one item, with its quotes.
 *
 * Touched: the value, and in a list with dashes the lines that come in.
 *
 * @returns no edits for a list; `undefined` for a map
 */
export function toList(article: Article, path: Path): readonly TextEdit[] | undefined {
  const node = placeOf(article, path)?.node;
  if (node?.kind === 'list') return [];
  const list: ListDraft | undefined = node ? asList(node) : { kind: 'list', items: [] };
  return list && setDraft(article, path, list);
}

/** The list that a single value stands for. */
export function asList(node: Node): ListDraft | undefined {
  if (node.kind === 'map' || node.kind === 'list') return undefined;
  const isNothing = node.kind === 'null' || node.value === '';
  return { kind: 'list', items: isNothing ? [] : [draftOf(node)] };
}

/**
 * Makes a list with one item that item, and an empty one the empty string.
 *
 * @returns no edits for a value that is no list; `undefined` for a list of several items and a missing key
 */
export function toSingle(article: Article, path: Path): readonly TextEdit[] | undefined {
  const node = placeOf(article, path)?.node;
  if (!node) return undefined;
  if (node.kind !== 'list') return [];
  const [only, ...more] = node.items;
  if (more.length > 0) return undefined;
  return setDraft(article, path, only ? draftOf(only) : { kind: 'string', value: '' });
}
