import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { removeLines } from './blocks.ts';
import { boxOf } from './box.ts';
import { removePart } from './flows.ts';
import { overwrites } from './overwrite.ts';
import { changed, isOutOfReach, placeOf } from './place.ts';
import type { Path, Place } from './place.ts';
import { firstSound } from './sound.ts';
import { draftOf } from './value.ts';
import type { Draft } from './value.ts';
import { penAt } from './write.ts';

/** Takes the entry or item at a path out; see `removeEntry` and `removeItem`. */
export function removeAt(article: Article, path: Path): readonly TextEdit[] | undefined {
  const place = placeOf(article, path);
  if (!place || !article.tree || isOutOfReach(article, place)) return undefined;
  return firstSound(article, without(article, place), ways(article, place));
}

function* ways(article: Article, place: Place): Generator<TextEdit[] | undefined> {
  const step = place.steps.at(-1);
  if (!step) return;
  const { container, index } = step;
  const box = boxOf(article, container, penAt(article, container.range.start));
  const at = box.indexes.indexOf(index);
  const outer = place.steps.slice(0, -1);
  const isWhole = box.layout === 'lines' && article.fences?.format === 'yaml' && box.parts.length === 1;
  if (isWhole && outer.length > 0) {
    yield* overwrites(article, parentOf(place), emptied(draftOf(container)));
    return;
  }
  if (box.layout === 'flow') yield removePart(box, at);
  else for (const thoroughly of [false, true]) yield removeLines(box, at, thoroughly);
}

function parentOf({ steps }: Place): Place {
  const outer = steps.slice(0, -1);
  const [container, last] = [steps.at(-1)?.container, outer.at(-1)];
  const entry = last?.container.kind === 'map' ? last.container.entries[last.index] : undefined;
  if (!container) throw new Error('the whole front matter has no parent');
  return { node: container, steps: outer, entry };
}

const emptied = (draft: Draft): Draft =>
  draft.kind === 'map' ? { kind: 'map', entries: [] } : { kind: 'list', items: [] };

/** In TOML a map without a header of its own is gone with its last key. */
function without(article: Article, { steps }: Place): Draft | undefined {
  if (!article.tree) return undefined;
  let kept = steps;
  while (kept.length > 1 && isNothing(article, kept.at(-1)?.container)) kept = kept.slice(0, -1);
  return changed(draftOf(article.tree), kept, () => undefined);
}

function isNothing({ fences }: Article, container: Place['node'] | undefined): boolean {
  if (fences?.format !== 'toml' || !container) return false;
  return container.kind === 'map'
    ? container.style === 'block' && container.entries.length === 1
    : container.kind === 'list' && container.style === 'table' && container.items.length === 1;
}
