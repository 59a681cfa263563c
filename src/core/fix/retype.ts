import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import type { MapNode, Node } from '../article/tree.ts';
import { entryOf } from '../article/tree.ts';
import { applyEdits, inTurn, renameKey, setValue, toSingle } from '../edit/edit.ts';
import type { EditValue } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace } from '../schema/validate.ts';
import { fix, inserting, toWrite, writing } from './fix.ts';

/** Fixes for a value of a type that its field cannot have. */
export function retype(article: Article, place: FaultPlace): readonly Fix[] {
  const { node, annotation, entry } = place;
  switch (annotation.expects) {
    case 'terms':
    case 'texts':
    case 'widgets':
      return toTexts(article, place);
    case 'date':
      return node.kind === 'boolean' && entry.key.value.toLowerCase() === 'published'
        ? toDraft(article, place, !node.value)
        : unwrapped(article, place);
    case 'thumbnail':
    case 'menu':
      return isScalar(node) ? toWrite(article, pathOf(place), '') : unwrapped(article, place);
    case 'maps':
      return node.kind === 'string' && place.field.name === 'resources'
        ? toWrite(article, pathOf(place), [new Map([['src', node.value]])])
        : [];
    case 'number':
      return node.kind === 'string' && /^-?\d{1,15}$/.test(node.value.trim())
        ? toWrite(article, pathOf(place), Number(node.value))
        : [];
    default:
      return unwrapped(article, place);
  }
}

const isScalar = ({ kind }: Node): boolean => kind === 'boolean' || kind === 'number';

/** One text becomes a list, several in one text become its items; of a map of switches the keys that are on. */
function toTexts(article: Article, place: FaultPlace): readonly Fix[] {
  const { node } = place;
  const dashes = node.kind === 'string' && node.style === 'plain' ? spacedDashes(article, node) : [];
  if (dashes.length > 0) return dashes;
  const texts = textsOf(article, node);
  if (!texts) return [];
  return fix(message('fix.list', { text: shownList(texts) }), setValue(article, pathOf(place), texts));
}

function textsOf({ text }: Article, node: Node): string[] | undefined {
  switch (node.kind) {
    case 'string':
      return node.value
        .split(/[,，、;；\r\n]/)
        .map(part => part.trim())
        .filter(part => part !== '');
    case 'number':
      return [text.slice(node.range.start, node.range.end).trim()];
    case 'date':
      return [node.value];
    case 'boolean':
      return [String(node.value)];
    case 'map':
      return keysThatAreOn(node);
    default:
      return undefined;
  }
}

function keysThatAreOn({ entries }: MapNode): string[] | undefined {
  const isSwitch = entries.every(({ value }) => value.kind === 'boolean' || value.kind === 'null');
  if (!isSwitch || entries.length === 0) return undefined;
  return entries.flatMap(({ key, value }) => (value.kind === 'boolean' && !value.value ? [] : [key.value]));
}

/** `-"a"` below a key: a list for an editor, one text for YAML. */
function spacedDashes({ text, fences, faults }: Article, { range }: Node): readonly Fix[] {
  if (fences?.format !== 'yaml' || text[range.start] !== '-') return [];
  const source = text.slice(range.start, range.end);
  const places = [...source.matchAll(/(^|\n[ \t]*)-(?=[^\s-])/g)];
  const edits = places.map(({ index, 0: found }) => inserting(range.start + index + found.length, ' '));
  // `-' a` is a text of one line; with a space it opens a quotation.
  const isSound = parseArticle(applyEdits(text, edits)).faults.length <= faults.length;
  return isSound ? fix(message('fix.dashes'), edits) : [];
}

/** A list of one item becomes that item, a map with one text that text. */
function unwrapped(article: Article, place: FaultPlace): readonly Fix[] {
  const { node } = place;
  const path = pathOf(place);
  if (node.kind === 'list') {
    const [only] = node.items;
    if (node.items.length !== 1 || (only?.kind !== 'string' && only?.kind !== 'date')) return [];
    return fix(writing(only.value), toSingle(article, path));
  }
  const [entry] = node.kind === 'map' ? node.entries : [];
  const isOne = node.kind === 'map' && node.entries.length === 1;
  return isOne && entry?.value.kind === 'string' ? toWrite(article, path, entry.value.value) : [];
}

/** Other programs say `published: false` for what Hugo calls a draft. */
function toDraft(article: Article, { entry }: FaultPlace, draft: boolean): readonly Fix[] {
  if (article.tree && entryOf(article.tree, 'draft')) return [];
  const edits = inTurn(article, [
    now => renameKey(now, [entry.key.value], 'draft'),
    now => setValue(now, ['draft'], draft),
  ]);
  return fix(writing(`draft: ${String(draft)}`), edits);
}

const shownList = (texts: readonly EditValue[]): string => JSON.stringify(texts).replaceAll('","', '", "');
