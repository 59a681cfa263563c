import type { Article } from '../article/article.ts';
import type { Format } from '../article/fences.ts';
import type { Entry, MapNode } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import { insert } from './apply.ts';
import { insertLines, topOfComments } from './blocks.ts';
import { boxOf, isSection } from './box.ts';
import type { Box } from './box.ts';
import { insertPart } from './flows.ts';
import { indentAt, indentOfLine, isBlank, isLineEnd, lineEnd, lineEndNear, nextLine } from './lines.ts';
import { overwrite } from './overwrite.ts';
import { changed, hasFault, indexOfKey, isAlias, isOutOfReach, placeOf } from './place.ts';
import type { Path } from './place.ts';
import { firstSound } from './sound.ts';
import { draftFrom, draftOf } from './value.ts';
import type { Draft, EditValue, MapDraft } from './value.ts';
import { blockEntry, flowEntry, penAt } from './write.ts';
import type { Pen } from './write.ts';

/** The order of keys at the top, in lower case. */
const ORDER: ReadonlyMap<string, number> = new Map(
  [...FIELDS.article.keys()].map((key, index) => [key, index]),
);

/**
 * Adds an entry; the last step of `path` is its key. At the top it comes behind the nearest of the keys that the
 * schema names before it, else in front of the nearest that it names after it, else at the end; in other maps at the
 * end; in TOML in front of the first table. A map on the way that is empty or null is made one with this entry. An
 * article without front matter gets some in `format`.
 *
 * Touched: nothing but what is put in: lines of its own, or the text between two parts of a map in brackets. Comments
 * above a key stay above it.
 *
 * @returns `undefined` if the key is there, whatever its case, or its map is not, or is one that cannot be edited
 */
export function insertEntry(
  article: Article,
  path: Path,
  value: EditValue,
  format: Format = 'yaml',
): readonly TextEdit[] | undefined {
  const draft = draftFrom(value, article.fences?.format ?? format);
  if (!draft) return undefined;
  return article.fences ? insertDraft(article, path, draft) : createFrontMatter(article, path, draft, format);
}

/** `insertEntry` with a draft, whose styles are wishes, into front matter that is there. */
export function insertDraft(article: Article, path: Path, draft: Draft): readonly TextEdit[] | undefined {
  const [key, way] = [path.at(-1), path.slice(0, -1)];
  const place = placeOf(article, way);
  if (typeof key !== 'string' || !place || !article.tree || isOutOfReach(article, place)) return undefined;
  const { node } = place;
  if (node.kind === 'null')
    return overwrite(article, place, { kind: 'map', entries: [{ key, value: draft }] });
  if (node.kind !== 'map' || isAlias(article, node) || indexOfKey(node, key) !== -1) return undefined;
  const expected = changed(draftOf(article.tree), place.steps, map => ({
    ...(map as MapDraft),
    entries: [...(map as MapDraft).entries, { key, value: draft }],
  }));
  return firstSound(article, expected, ways(article, node, { key, draft, isTop: way.length === 0 }));
}

interface NewEntry {
  readonly key: string;
  readonly draft: Draft;
  readonly isTop: boolean;
}

function* ways(article: Article, map: MapNode, added: NewEntry): Generator<TextEdit[] | undefined> {
  const pen = penAt(article, map.range.start);
  const box = withoutSections(article, map, boxOf(article, map, pen));
  if (box.parts.length === 0 && box.layout === 'lines') {
    yield* intoEmpty(article, map, added, pen);
    return;
  }
  const order = box.indexes.map(index => map.entries[index]);
  for (const index of new Set(
    added.isTop ? [...placesFor(added.key, order), order.length] : [order.length],
  )) {
    const before = order[index - 1];
    const isBroken = added.isTop && box.layout === 'lines' && before && hasFault(article, before.range);
    yield isBroken ? behindBroken(box, index, added) : insertAt(box, map, index, added);
  }
}

/** Tables come behind all other entries, so they are no neighbours for these. */
function withoutSections(article: Article, map: MapNode, box: Box): Box {
  if (article.fences?.format !== 'toml' || box.layout === 'flow') return box;
  const kept = box.indexes.flatMap((index, at) => {
    const [entry, part] = [map.entries[index], box.parts[at]];
    return entry && part && !isSection(article, entry) ? [{ index, part }] : [];
  });
  return { ...box, indexes: kept.map(({ index }) => index), parts: kept.map(({ part }) => part) };
}

/** Where a key belongs among others: behind its nearest predecessor, else in front of its nearest successor. */
function* placesFor(key: string, order: readonly (Entry | undefined)[]): Generator<number> {
  const own = ORDER.get(key.toLowerCase());
  if (own === undefined) return;
  const ranks = order.map(entry => ORDER.get(entry?.key.value.toLowerCase() ?? ''));
  const before = Math.max(...ranks.map(rank => (rank !== undefined && rank < own ? rank : -1)));
  const after = Math.min(...ranks.map(rank => (rank !== undefined && rank > own ? rank : Infinity)));
  if (before >= 0) yield ranks.lastIndexOf(before) + 1;
  if (after < Infinity) yield ranks.indexOf(after);
}

function insertAt(box: Box, map: MapNode, index: number, { key, draft }: NewEntry): TextEdit[] | undefined {
  const { article } = box;
  const beside = box.parts[index - 1] ? index - 1 : index;
  const at = box.parts[beside]?.start ?? map.range.start;
  const pen = penAt(article, at);
  if (box.layout === 'flow')
    return insertPart(box, index, flowEntry(pen, key, draft, indentOfLine(article, at)));
  // The keys of a TOML map that is written as `map.key = value` have the rest of the key in front of them.
  const neighbour = map.entries[box.indexes[beside] ?? -1];
  const dotted =
    article.fences?.format === 'toml' && neighbour ? article.text.slice(at, neighbour.key.range.start) : '';
  return insertLines(box, index, dotted + blockEntry(pen, key, draft, indentAt(article, at)));
}

/** Where an entry that could not be read ends is only told by what comes next. */
function behindBroken(
  { article, parts }: Box,
  index: number,
  { key, draft }: NewEntry,
): TextEdit[] | undefined {
  const next = parts[index]?.start ?? article.fences?.close?.start;
  if (next === undefined) return undefined;
  const at = topOfComments(article, { start: next, end: next });
  if (!isLineEnd(article.text[at - 1])) return undefined;
  const pen = penAt(article, at);
  return [insert(at, blockEntry(pen, key, draft, '') + pen.lineEnding)];
}

function* intoEmpty(article: Article, map: MapNode, added: NewEntry, pen: Pen): Generator<TextEdit[]> {
  const { text } = article;
  const written = blockEntry(pen, added.key, added.draft, '');
  const lineEnding = lineEndNear(text, map.range.start);
  if (map.style === 'table') {
    yield [insert(lineEnd(text, map.range.start), lineEnding + written)];
    return;
  }
  if (!added.isTop || article.fences?.close === undefined) return;
  let at = article.fences.content.start;
  if (!isLineEnd(text[at - 1])) {
    if (!isBlank(text.slice(at, lineEnd(text, at)))) return;
    at = nextLine(text, at);
  }
  while (DIRECTIVE.test(text.slice(at, lineEnd(text, at)))) at = nextLine(text, at);
  yield [insert(at, written + lineEnding)];
}

/** A comment that speaks to a tool, not to a reader; it stays at the very top. */
const DIRECTIVE = /^#[ \t]*(?:yaml-language-server|:schema|\$schema|@)/;

function createFrontMatter(
  article: Article,
  path: Path,
  draft: Draft,
  format: Format,
): readonly TextEdit[] | undefined {
  const [key, ...more] = path;
  if (typeof key !== 'string' || more.length > 0) return undefined;
  const { text } = article;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const pen = penAt(article, start, format);
  const entry = blockEntry(pen, key, draft, format === 'json' ? '  ' : '');
  const lines = { yaml: ['---', entry, '---'], toml: ['+++', entry, '+++'], json: ['{', `  ${entry}`, '}'] }[
    format
  ];
  const isApart = start === text.length || /^[ \t]*[\r\n]/.test(text.slice(start));
  const written = [...lines, ...(isApart ? [] : ['']), ''].join(pen.lineEnding);
  const expected: Draft = { kind: 'map', entries: [{ key, value: draft }] };
  return firstSound(article, expected, [[insert(start, written)]]);
}
