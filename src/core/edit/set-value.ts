import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { inTurn } from './apply.ts';
import type { Step } from './apply.ts';
import { insertDraft } from './insert-entry.ts';
import { insertItem } from './insert-item.ts';
import { overwrites } from './overwrite.ts';
import { changed, isOutOfReach, placeOf } from './place.ts';
import type { Path, Place } from './place.ts';
import { removeAt } from './remove.ts';
import { firstSound } from './sound.ts';
import { draftFrom, draftOf, sameDraft } from './value.ts';
import type { Draft, EditValue, ListDraft, MapDraft } from './value.ts';

/**
 * Replaces the value at a path, in the style it has: quotes, block scalar, list with dashes or in brackets. Lists and
 * maps are changed part by part, so that what stays keeps its comments. A key that is missing in a map that is there
 * is added as by `insertEntry`.
 *
 * Touched: the value; if a list with dashes or an indented map becomes something else or the other way, its lines
 * with their comments.
 *
 * @returns no edits if the value is there already; `undefined` if it cannot be written: there is no such place, it is
 *   a copy made by an alias or merge key, its line could not be read, or the format has no such value
 */
export function setValue(article: Article, path: Path, value: EditValue): readonly TextEdit[] | undefined {
  const draft = article.fences && draftFrom(value, article.fences.format);
  return draft && setDraft(article, path, draft);
}

/** `setValue` with a draft, whose styles are wishes. */
export function setDraft(article: Article, path: Path, draft: Draft): readonly TextEdit[] | undefined {
  const place = placeOf(article, path);
  if (!place) return insertMissing(article, path, draft);
  if (isOutOfReach(article, place) || !article.tree) return undefined;
  if (sameDraft(draftOf(place.node), draft)) return [];
  const expected = changed(draftOf(article.tree), place.steps, () => draft);
  return firstSound(article, expected, ways(article, place, path, draft));
}

function insertMissing(article: Article, path: Path, draft: Draft): readonly TextEdit[] | undefined {
  const key = path.at(-1);
  return typeof key === 'string' ? insertDraft(article, path, draft) : undefined;
}

type Ways = Generator<readonly TextEdit[] | undefined>;

function* ways(article: Article, place: Place, path: Path, draft: Draft): Ways {
  const old = draftOf(place.node);
  if (old.kind === 'map' && draft.kind === 'map') yield partByPart(article, mapSteps(old, path, draft));
  if (old.kind === 'list' && draft.kind === 'list') yield partByPart(article, listSteps(old, path, draft));
  yield* overwrites(article, place, draft);
  const key = path.at(-1);
  if (typeof key !== 'string' || article.fences?.format !== 'toml') return;
  yield inTurn(article, [now => removeAt(now, path), now => insertDraft(now, path, draft)]);
}

/** More parts than this are not worth the reading that each costs. */
const MAX_STEPS = 64;

const partByPart = (article: Article, steps: readonly Step[]): TextEdit[] | undefined =>
  steps.length > MAX_STEPS ? undefined : inTurn(article, steps);

function mapSteps(old: MapDraft, path: Path, draft: MapDraft): Step[] {
  const kept = new Set(draft.entries.map(({ key }) => key));
  const gone = old.entries.filter(({ key }) => !kept.has(key));
  // What is left of a map is written first, so that it is never empty on the way.
  return [
    ...draft.entries.map(
      ({ key, value }): Step =>
        now =>
          setExactly(now, [...path, key], value),
    ),
    ...gone.map(
      ({ key }): Step =>
        now =>
          removeAt(now, [...path, key]),
    ),
  ];
}

/** As `setDraft`, but a key that differs in case is another one. */
function setExactly(article: Article, path: Path, draft: Draft): readonly TextEdit[] | undefined {
  const found = placeOf(article, path)?.entry;
  return found && found.key.value !== path.at(-1) ? undefined : setDraft(article, path, draft);
}

/** Items that are the same at the start and at the end stay. */
function listSteps({ items: old }: ListDraft, path: Path, { items }: ListDraft): Step[] {
  const shorter = Math.min(old.length, items.length);
  const same = (a: Draft | undefined, b: Draft | undefined): boolean => !!a && !!b && sameDraft(a, b);
  let start = 0;
  while (start < shorter && same(old[start], items[start])) start++;
  let tail = 0;
  while (tail < shorter - start && same(old[old.length - 1 - tail], items[items.length - 1 - tail])) tail++;
  const steps: Step[] = [];
  const [from, to] = [old.length - tail, items.length - tail];
  for (const [index, item] of items.entries()) {
    if (index < start || index >= to) continue;
    if (index < from) steps.push(now => setDraft(now, [...path, index], item));
    else steps.push(now => insertItem(now, path, { draft: item, index }));
  }
  for (let index = from - 1; index >= to; index--) steps.push(now => removeAt(now, [...path, index]));
  return steps;
}
