import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { replace } from './apply.ts';
import { DIALECTS } from './dialects.ts';
import { changed, isOutOfReach, placeOf } from './place.ts';
import type { Path } from './place.ts';
import { firstSound } from './sound.ts';
import { draftOf, isText } from './value.ts';
import type { MapDraft } from './value.ts';

/**
 * Gives the entry at a path another key, in the quotes it has, or with quotes if the new key needs them.
 *
 * Touched: the key.
 *
 * @returns `undefined` if there is no such entry, another entry of its map has the key, whatever its case, or the key
 *   is written in several places (TOML tables and dotted keys)
 */
export function renameKey(article: Article, path: Path, newKey: string): readonly TextEdit[] | undefined {
  const place = placeOf(article, path);
  const step = place?.steps.at(-1);
  if (!place?.entry || !article.tree || !article.fences || step?.container.kind !== 'map') return undefined;
  if (isOutOfReach(article, place) || !isText(newKey)) return undefined;
  const { key } = place.entry;
  if (key.value === newKey) return [];
  const { entries } = step.container;
  const isTaken = entries.some(
    ({ key: other }, index) => index !== step.index && other.value.toLowerCase() === newKey.toLowerCase(),
  );
  if (isTaken) return undefined;
  const expected = changed(draftOf(article.tree), place.steps.slice(0, -1), map => ({
    ...(map as MapDraft),
    entries: (map as MapDraft).entries.map((entry, index) =>
      index === step.index ? { ...entry, key: newKey } : entry,
    ),
  }));
  const written = DIALECTS[article.fences.format].key(newKey, key.style);
  return firstSound(article, expected, [[replace(key.range.start, key.range.end, written)]]);
}
