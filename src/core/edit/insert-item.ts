import type { Article } from '../article/article.ts';
import type { ListNode } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import { insertLines } from './blocks.ts';
import { boxOf } from './box.ts';
import { insertPart } from './flows.ts';
import { dashStyle, habitsOf } from './habits.ts';
import { indentAt, indentOfLine, lineEnd } from './lines.ts';
import { overwrites } from './overwrite.ts';
import { changed, isAlias, isOutOfReach, placeOf } from './place.ts';
import type { Path, Place } from './place.ts';
import { firstSound } from './sound.ts';
import { draftOf } from './value.ts';
import type { Draft, ListDraft } from './value.ts';
import { blockEntry, blockItem, flowItem, penAt } from './write.ts';
import type { Pen } from './write.ts';

export interface NewItem {
  readonly draft: Draft;
  /** Before which of the items there are; their number for the end. */
  readonly index: number;
}

/** Puts an item into a list that is there; `undefined` if there is none or it cannot be edited. */
export function insertItem(article: Article, path: Path, item: NewItem): readonly TextEdit[] | undefined {
  const place = placeOf(article, path);
  if (place?.node.kind !== 'list' || !article.tree) return undefined;
  if (isOutOfReach(article, place) || isAlias(article, place.node)) return undefined;
  const { node } = place;
  if (item.index < 0 || item.index > node.items.length) return undefined;
  const expected = changed(draftOf(article.tree), place.steps, list => ({
    ...(list as ListDraft),
    items: (list as ListDraft).items.toSpliced(item.index, 0, item.draft),
  }));
  const added = { draft: likeSiblings(item.draft, node), index: item.index };
  return firstSound(article, expected, ways(article, place, node, added));
}

/** An empty list is written as the others of the file. */
function* ways(
  article: Article,
  place: Place,
  list: ListNode,
  item: NewItem,
): Generator<TextEdit[] | undefined> {
  if (list.items.length === 0 && habitsOf(article, article.fences?.format ?? 'yaml').listStyle === 'block') {
    yield* overwrites(article, place, { kind: 'list', items: [item.draft] });
  }
  yield insertAt(article, place, list, item);
}

/** A new string is quoted as the last string of its list. */
function likeSiblings(draft: Draft, { items }: ListNode): Draft {
  if (draft.kind !== 'string' || draft.style !== undefined) return draft;
  const sibling = items.findLast(item => item.kind === 'string');
  return sibling ? { ...draft, style: sibling.style } : draft;
}

function insertAt(
  article: Article,
  { entry }: Place,
  list: ListNode,
  { draft, index }: NewItem,
): TextEdit[] | undefined {
  const pen = penAt(article, list.range.start);
  const box = boxOf(article, list, pen);
  const neighbour = box.parts[index - 1] ?? box.parts[index];
  const at = neighbour?.start ?? list.range.start;
  const here = { ...penAt(article, at) };
  if (box.layout === 'flow') return insertPart(box, index, flowItem(here, draft, indentOfLine(article, at)));
  if (list.style === 'table') return insertLines(box, index, tableItem(article, here, at, draft) ?? '');
  const habits = { ...here.habits, dash: dashStyle(article, list, entry) };
  return insertLines(box, index, blockItem({ ...here, habits }, draft, indentAt(article, at)));
}

/** An element of an array of tables, under a header like that of the element at `at`. */
function tableItem({ text }: Article, pen: Pen, at: number, draft: Draft): string | undefined {
  const header = /^\[\[[^\r\n]*?\]\]/.exec(text.slice(at, lineEnd(text, at)))?.[0];
  if (header === undefined || draft.kind !== 'map') return undefined;
  const lines = draft.entries.map(({ key, value }) => blockEntry(pen, key, value, ''));
  return [header, ...lines].join(pen.lineEnding);
}
