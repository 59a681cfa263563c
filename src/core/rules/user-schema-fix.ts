import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Node, Value } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import type { Facts } from '../check/facts.ts';
import { insertEntry, removeItem, toSingle } from '../edit/edit.ts';
import type { EditValue, Path } from '../edit/edit.ts';
import { clipped, fix, offer, offered, toRemove, toRename, toWrite, writing } from '../fix/fix.ts';
import { sensibleValue } from '../fix/sensible.ts';
import { dateProblem } from '../hugo/date.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { ErrorPlace, UserSchemaError } from '../schema/user.ts';
import { switchMeaning } from './yaml-words.ts';

/**
 * Fixes for what a schema of the user's own asks. The schema is not run again while they are applied one by one, so
 * each looks whether the article still has what its error is about.
 */
export function userSchemaFixes(
  error: UserSchemaError,
  at: ErrorPlace,
  { article, facts }: { readonly article: Article; readonly facts: Facts },
): readonly Fix[] {
  const { keyword, params } = error;
  switch (keyword) {
    case 'enum':
      return oneOf(article, at, listOf(params['allowedValues']));
    case 'const':
      return oneOf(article, at, [params['allowedValue']]);
    case 'type':
      return retyped(article, at, listOf(params['type']));
    case 'format':
      return asDate(article, at);
    case 'required':
      return added(error, at, { article, facts });
    case 'additionalProperties':
      return notKnown(error, at, article);
    case 'uniqueItems':
      return fix(
        message('fix.remove-duplicate', { text: '' }),
        removeItem(article, at.path, Number(params['i'])),
      );
    default:
      return [];
  }
}

/** More choices than these are found by completion, not under a light bulb. */
const MOST_CHOICES = 6;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The allowed value that was meant; else each of a few. */
function oneOf(article: Article, { node, path }: ErrorPlace, allowed: readonly unknown[]): readonly Fix[] {
  const values = allowed.filter(isScalar);
  if (node.kind === 'map' || node.kind === 'list' || values.some(value => value === node.value)) return [];
  const texts = values.map(String);
  const near = values.length === 1 ? texts[0] : nearest(String(node.value), texts);
  const meant = values[texts.indexOf(near ?? '')];
  if (meant !== undefined) return toWrite(article, path, meant);
  return values.slice(0, MOST_CHOICES).flatMap(value => offered(toWrite(article, path, value)));
}

/** The same value as one of a type that the schema wants; a list of one as its item, the other way as well. */
function retyped(article: Article, { node, path }: ErrorPlace, types: readonly unknown[]): readonly Fix[] {
  if (types.includes(typeOf(node)) || (types.includes('number') && node.kind === 'number')) return [];
  for (const type of types) {
    const value = converted(article, node, type);
    if (value !== undefined) return toWrite(article, path, value);
  }
  const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined;
  return only && types.includes(typeOf(only)) && 'value' in only
    ? fix(writing(String(only.value)), toSingle(article, path))
    : [];
}

function typeOf(node: Node): string {
  switch (node.kind) {
    case 'map':
      return 'object';
    case 'list':
      return 'array';
    case 'date':
      return 'string';
    case 'number':
      return Number.isInteger(node.value) ? 'integer' : 'number';
    default:
      return node.kind;
  }
}

function converted({ text }: Article, node: Node, type: unknown): EditValue | undefined {
  const written =
    node.kind === 'string' ? node.value.trim() : text.slice(node.range.start, node.range.end).trim();
  const isSingle = node.kind !== 'map' && node.kind !== 'list' && node.kind !== 'null';
  switch (type) {
    case 'string':
      return isSingle ? written : undefined;
    case 'number':
    case 'integer':
      return node.kind === 'string' && NUMBER[type].test(written) ? Number(written) : undefined;
    case 'boolean': {
      const meaning = switchMeaning(node);
      return meaning && meaning === 'on';
    }
    case 'array':
      return isSingle && written !== '' ? partsOf(written) : undefined;
    default:
      return undefined;
  }
}

const NUMBER = { number: /^-?\d{1,15}(?:\.\d{1,15})?$/, integer: /^-?\d{1,15}$/ } as const;

const partsOf = (text: string): string[] =>
  text
    .split(/[,，、;；]/)
    .map(part => part.trim())
    .filter(part => part !== '');

function asDate(article: Article, { node, path }: ErrorPlace): readonly Fix[] {
  const corrected = node.kind === 'string' ? dateProblem(node.value)?.corrected : undefined;
  return corrected === undefined ? [] : toWrite(article, path, corrected);
}

/** The key that is nearly the missing one gets its name; else it is added, with the value that the schema names. */
function added(
  { params, wanted, known = [] }: UserSchemaError,
  { node, path }: ErrorPlace,
  { article, facts }: { readonly article: Article; readonly facts: Facts },
): readonly Fix[] {
  const key = params['missingProperty'];
  if (typeof key !== 'string' || node.kind !== 'map' || entryOf(node, key)) return [];
  const near = nearest(
    key,
    node.entries.map(entry => entry.key.value).filter(name => !known.includes(name)),
  );
  if (near !== undefined) return toRename(article, [...path, near], key);
  const insert = (value: EditValue): readonly Fix[] =>
    fix(message('fix.add', { text: shown(key, value) }), insertEntry(article, [...path, key], value));
  const sure = wanted?.['default'] ?? wanted?.['const'] ?? sensibleAt(path, key, { article, facts });
  if (isScalar(sure)) return insert(sure);
  const choices = listOf(wanted?.['enum']).filter(isScalar).slice(0, MOST_CHOICES);
  if (choices.length === 1) return choices.flatMap(insert);
  return (choices.length > 0 ? choices : emptyOf(wanted?.['type'])).flatMap(value => offered(insert(value)));
}

const sensibleAt = (
  path: Path,
  key: string,
  { article, facts }: { article: Article; facts: Facts },
): Value => (path.length === 0 ? (sensibleValue(key, article, facts) ?? null) : null);

const shown = (key: string, value: EditValue): string =>
  clipped(`${key}: ${typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}`);

function emptyOf(type: Value | undefined): readonly EditValue[] {
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'array':
      return [[]];
    case 'number':
    case 'integer':
      return [0];
    case 'object':
      return [];
    default:
      return [''];
  }
}

/** A key that the schema does not know is nearly one that it knows, or goes if the editor wants. */
function notKnown(
  { params, known = [] }: UserSchemaError,
  { node, path }: ErrorPlace,
  article: Article,
): readonly Fix[] {
  const key = params['additionalProperty'];
  if (typeof key !== 'string' || node.kind !== 'map' || !entryOf(node, key)) return [];
  const free = known.filter(name => !entryOf(node, name));
  const near = nearest(key, free);
  return near === undefined
    ? offer(message('fix.remove', { text: key }), toRemove(article, [...path, key])[0]?.edits)
    : toRename(article, [...path, key], near);
}
