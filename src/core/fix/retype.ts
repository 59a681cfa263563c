import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import type { Entry, MapNode, Node } from '../article/tree.ts';
import { entryOf } from '../article/tree.ts';
import { applyEdits, inTurn, renameKey, setValue, toSingle } from '../edit/edit.ts';
import type { EditValue } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Expects } from '../schema/annotations.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace } from '../schema/validate.ts';
import { fix, inserting, offered, toRemove, toWrite, writing } from './fix.ts';

type Retype = (article: Article, place: FaultPlace) => readonly Fix[];

/** Fixes for a value of a type that its field cannot have. */
export const retype: Retype = (article, place) =>
  (WAYS[place.annotation.expects ?? 'text'] ?? unwrapped)(article, place);

const toNothing: Retype = (article, place) =>
  isScalar(place.node) ? toWrite(article, pathOf(place), '') : unwrapped(article, place);

const toDate: Retype = (article, place) =>
  place.node.kind === 'boolean' && place.entry.key.value.toLowerCase() === 'published'
    ? toDraft(article, place.entry, !place.node.value)
    : unwrapped(article, place);

const toResources: Retype = (article, place) =>
  place.node.kind === 'string' && place.field.name === 'resources'
    ? toWrite(article, pathOf(place), [new Map([['src', place.node.value]])])
    : [];

/** A value that says nothing goes with its key; for others an editor decides. */
function withoutMap(article: Article, { entry, node, path }: FaultPlace): readonly Fix[] {
  if (path.length > 0) return [];
  const fixes = toRemove(article, [entry.key.value]);
  const isEmpty =
    node.kind === 'list' ? node.items.length === 0 : 'value' in node && SAYS_NOTHING.test(String(node.value));
  return isEmpty ? fixes : offered(fixes);
}

const SAYS_NOTHING = /^(?:\s*|true|false|yes|no|on|off|0)$/i;

const isScalar = ({ kind }: Node): boolean => kind === 'boolean' || kind === 'number';

/** One text becomes a list, several in one text become its items; of a map of switches the keys that are on. */
function toTexts(article: Article, place: FaultPlace): readonly Fix[] {
  const { node } = place;
  const dashes = node.kind === 'string' && node.style === 'plain' ? spacedDashes(article, node) : [];
  if (dashes.length > 0) return dashes;
  if (isNoName(place)) return offered(toRemove(article, pathOf(place)));
  const texts = textsOf(article, node);
  if (!texts) return [];
  return fix(message('fix.list', { text: shownList(texts) }), setValue(article, pathOf(place), texts));
}

/** A number or a truth value where there should be names. */
const isNoName = ({ node, path, annotation }: FaultPlace): boolean =>
  path.length === 0 &&
  (node.kind === 'boolean' ||
    (annotation.expects !== 'terms' &&
      (node.kind === 'number' ||
        (node.kind === 'string' && /^(?:yes|no|on|off|\d[\d-]*)$/i.test(node.value)))));

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

/** `- qq:` is a key without a value. */
function keyOfTerm(article: Article, place: FaultPlace): readonly Fix[] {
  if (place.node.kind !== 'map') return unwrapped(article, place);
  const [only, more] = place.node.entries;
  const isKey = only !== undefined && !more && (only.value.kind === 'null' || only.value.kind === 'boolean');
  return isKey ? toWrite(article, pathOf(place), only.key.value) : unwrapped(article, place);
}

/** Digits of any width, with commas between thousands, behind quotation marks; the only number of a list. */
function toNumber(article: Article, place: FaultPlace): readonly Fix[] {
  const { node } = place;
  const [only] = node.kind === 'list' && node.items.length === 1 ? node.items : [node];
  const text = only && 'value' in only ? String(only.value).normalize('NFKC').trim() : '';
  const digits = /^[-+]?\d{1,3}(?:,\d{3}){1,4}$/.test(text) ? text.replaceAll(',', '') : text;
  return /^[-+]?\d{1,15}(?:\.\d{1,5})?$/.test(digits)
    ? toWrite(article, pathOf(place), Math.trunc(Number(digits)))
    : [];
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
export function toDraft(article: Article, entry: Entry, draft: boolean): readonly Fix[] {
  if (article.tree && entryOf(article.tree, 'draft')) return [];
  const edits = inTurn(article, [
    now => renameKey(now, [entry.key.value], 'draft'),
    now => setValue(now, ['draft'], draft),
  ]);
  return fix(writing(`draft: ${String(draft)}`), edits);
}

/** By what the field is meant to hold. */
const WAYS: Readonly<Partial<Record<Expects, Retype>>> = {
  terms: toTexts,
  texts: toTexts,
  widgets: toTexts,
  date: toDate,
  thumbnail: toNothing,
  menu: toNothing,
  map: withoutMap,
  maps: toResources,
  number: toNumber,
  term: keyOfTerm,
};

const shownList = (texts: readonly EditValue[]): string => JSON.stringify(texts).replaceAll('","', '", "');
