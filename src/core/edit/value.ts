import type { Format } from '../article/fences.ts';
import type { Node, Style } from '../article/tree.ts';

/** A native TOML date as its source text; in YAML and JSON, which have none, it is written as a string. */
export interface NativeDate {
  readonly date: string;
}

export interface EditRecord {
  readonly [key: string]: EditValue;
}

/**
 * What an edit writes. An ordinary object whose only key is `date` with a string is a native date; a map that looks
 * so is given as `Map`, or as an object without a prototype, which is what `valueOf` makes.
 */
export type EditValue =
  | null
  | boolean
  | number
  | string
  | NativeDate
  | readonly EditValue[]
  | ReadonlyMap<string, EditValue>
  | EditRecord;

/** A value on its way to text. `style` is a wish: how it was written before, or how its neighbours are. */
export type Draft = MapDraft | ListDraft | ScalarDraft;

export interface MapDraft {
  readonly kind: 'map';
  readonly style?: Style;
  readonly entries: readonly EntryDraft[];
}
export interface EntryDraft {
  readonly key: string;
  readonly value: Draft;
}
export interface ListDraft {
  readonly kind: 'list';
  readonly style?: Style;
  readonly items: readonly Draft[];
}
export type ScalarDraft =
  | { readonly kind: 'string'; readonly value: string; readonly style?: Style }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null'; readonly value: null };

/** A node of the tree as a draft that keeps its styles. */
export function draftOf(node: Node): Draft {
  switch (node.kind) {
    case 'map':
      return {
        kind: 'map',
        style: node.style,
        entries: node.entries.map(({ key, value }) => ({ key: key.value, value: draftOf(value) })),
      };
    case 'list':
      return { kind: 'list', style: node.style, items: node.items.map(draftOf) };
    case 'string':
      return { kind: 'string', value: node.value, style: node.style };
    case 'date':
      return { kind: 'date', value: node.value };
    case 'number':
      return { kind: 'number', value: node.value };
    case 'boolean':
      return { kind: 'boolean', value: node.value };
    case 'null':
      return { kind: 'null', value: null };
  }
}

const TOML_DATE =
  /^(?:\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[-+]\d{2}:\d{2})?)?|\d{2}:\d{2}:\d{2}(?:\.\d+)?)$/;

/** A value to be written in `format`; `undefined` if the format cannot say it: half a surrogate pair, TOML's null. */
export function draftFrom(value: EditValue, format: Format): Draft | undefined {
  if (value === null) return format === 'toml' ? undefined : { kind: 'null', value };
  switch (typeof value) {
    case 'boolean':
      return { kind: 'boolean', value };
    case 'number':
      return format === 'json' && !Number.isFinite(value) ? undefined : { kind: 'number', value };
    case 'string':
      return isText(value) ? { kind: 'string', value } : undefined;
    default:
      if (isList(value)) return listFrom(value, format);
      return isDate(value) ? dateFrom(value.date, format) : mapFrom(value, format);
  }
}

const isList = (value: object): value is readonly EditValue[] => Array.isArray(value);

function isDate(value: object): value is NativeDate {
  if (value instanceof Map || Object.getPrototypeOf(value) === null) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && typeof (value as Partial<NativeDate>).date === 'string';
}

function dateFrom(value: string, format: Format): Draft | undefined {
  if (format !== 'toml') return isText(value) ? { kind: 'string', value } : undefined;
  return TOML_DATE.test(value) ? { kind: 'date', value } : undefined;
}

function listFrom(value: readonly EditValue[], format: Format): Draft | undefined {
  const items = value.map(item => draftFrom(item, format));
  return items.every(item => item !== undefined) ? { kind: 'list', items } : undefined;
}

function mapFrom(value: ReadonlyMap<string, EditValue> | EditRecord, format: Format): Draft | undefined {
  const pairs = value instanceof Map ? [...value] : Object.entries(value as EditRecord);
  const entries: EntryDraft[] = [];
  for (const [key, part] of pairs as [string, EditValue][]) {
    const draft = draftFrom(part, format);
    if (!draft || !isText(key)) return undefined;
    entries.push({ key, value: draft });
  }
  return { kind: 'map', entries };
}

/** Whole characters only: half a surrogate pair cannot be saved to a file. */
export const isText = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Whether two drafts have the same value; styles and the order of keys do not count. */
export function sameDraft(a: Draft, b: Draft): boolean {
  if (a.kind === 'map') return b.kind === 'map' && sameEntries(a.entries, b.entries);
  if (a.kind === 'list') {
    return b.kind === 'list' && sameItems(a.items, b.items);
  }
  if (a.kind !== b.kind) return false;
  return a.value === b.value || (Number.isNaN(a.value) && Number.isNaN(b.value));
}

const sameItems = (a: readonly Draft[], b: readonly Draft[]): boolean =>
  a.length === b.length &&
  a.every((item, index) => {
    const other = b[index];
    return other !== undefined && sameDraft(item, other);
  });

/** Of a key that is there twice both values count, in their order. */
function sameEntries(a: readonly EntryDraft[], b: readonly EntryDraft[]): boolean {
  if (a.length !== b.length) return false;
  const [left, right] = [sorted(a), sorted(b)];
  return left.every(({ key, value }, index) => {
    const other = right[index];
    return other?.key === key && sameDraft(value, other.value);
  });
}

const sorted = (entries: readonly EntryDraft[]): EntryDraft[] =>
  entries.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
