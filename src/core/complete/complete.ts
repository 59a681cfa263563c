import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Node, Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import type { Message } from '../messages.ts';
import { FIELDS } from '../schema/annotations.ts';
import type { Field, Schema, ValueSource } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import { dateSuggestions } from './dates.ts';
import { keyText } from './key-text.ts';
import { slotAt } from './slot.ts';
import type { Slot } from './slot.ts';
import { writeText } from './write.ts';

/** One suggestion, as plain data. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'term' | 'date';
  /** Behind the label: a count, a date in words. */
  readonly detail?: Message | string;
  readonly documentation?: string;
  /** What stands in the article afterwards; a snippet in the syntax of VS Code if `isSnippet`. */
  readonly newText: string;
  readonly isSnippet: boolean;
  /** What is replaced, UTF-16 offsets of the article. */
  readonly range: Range;
  /** What the typed text is compared with. */
  readonly filterText: string;
  /** Values of this key can be completed next. */
  readonly leadsOn: boolean;
}

/** Suggestions in their order. `isComplete` false: ask again when more is typed. */
export interface Completions {
  readonly items: readonly Completion[];
  readonly isComplete: boolean;
}

/** A term as it is suggested. */
export interface TermSuggestion {
  readonly term: string;
  readonly count: number;
  readonly filterText: string;
}

/** What completion may ask beyond the facts of a check. */
export interface Lookup {
  /** Terms of a taxonomy that fit what is typed, best first. */
  readonly terms: (taxonomy: string, typed: string, limit: number) => readonly TermSuggestion[];
  /** Names of a kind that the site offers. */
  readonly values: (source: Exclude<ValueSource, 'terms'>) => readonly string[];
  /** Keys that articles of the site use and no schema knows, most used first. */
  readonly customKeys: () => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the zone that dates are in. */
  readonly timeZone: string | undefined;
  /** Title and description of a field, in the language of the editor. */
  readonly describe: (field: Schema) => { readonly title: string; readonly description: string };
}

/** More terms than this are not shown at once. */
const MOST_TERMS = 200;

const NOTHING: Completions = { items: [], isComplete: true };

/** What can be completed at an offset of the article, zero-based UTF-16; works in broken front matter, too. */
export function complete(
  article: Article,
  offset: number,
  given: { facts: Facts; lookup: Lookup },
): Completions {
  const slot = slotAt(article, offset);
  if (!slot) return NOTHING;
  const fields = FIELDS[schemaFor(article, given.facts)];
  const request: Request = { article, slot, fields, ...given };
  return slot.kind === 'key' ? keys(request) : values(request);
}

interface Request {
  readonly article: Article;
  readonly slot: Slot;
  readonly fields: ReadonlyMap<string, Field>;
  readonly facts: Facts;
  readonly lookup: Lookup;
}

function keys({ article, slot, fields, lookup }: Request): Completions {
  const present = new Set(keysAt(article, slot).map(key => key.toLowerCase()));
  const known =
    slot.path.length === 0
      ? [...fields.values()].map(field => [field.name, field as Schema] as const)
      : propertiesOf(fields, slot.path);
  const custom = slot.path.length === 0 ? lookup.customKeys() : [];
  const names: (readonly [string, Schema])[] = [...known, ...custom.map(name => [name, {}] as const)];
  const items = names
    .filter(([name]) => isSelf(name, slot) || !present.has(name.toLowerCase()))
    .map(([name, field]): Completion => {
      const { description } = field.description === undefined ? { description: '' } : lookup.describe(field);
      const text = keyText(name, field, slot);
      return {
        label: name,
        kind: 'key',
        ...(description ? { documentation: description } : {}),
        newText: text.text,
        isSnippet: text.isSnippet,
        range: slot.token,
        filterText: name,
        leadsOn: text.leadsOn,
      };
    });
  return { items, isComplete: true };
}

/** The key under the cursor is there already because it is the one that is being typed. */
const isSelf = (name: string, slot: Slot): boolean =>
  slot.hasValue && name.toLowerCase() === slot.typed.toLowerCase();

function keysAt({ tree }: Article, { path }: Slot): string[] {
  let node: Node | undefined = tree;
  for (const key of path) node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  return node?.kind === 'map' ? node.entries.map(({ key }) => key.value) : [];
}

/** The schema of a place below a field: properties of its map, of one of its shapes, or of its list's items. */
function schemaAt(fields: ReadonlyMap<string, Field>, path: readonly string[]): Schema | undefined {
  let schema: Schema | undefined = fields.get(path[0]?.toLowerCase() ?? '');
  for (const key of path.slice(1)) {
    const shapes: Schema[] = schema
      ? [schema, ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])]
      : [];
    schema = shapes.map(shape => shape.properties?.[key]).find(found => found !== undefined);
  }
  return schema;
}

function propertiesOf(
  fields: ReadonlyMap<string, Field>,
  path: readonly string[],
): (readonly [string, Schema])[] {
  const schema = schemaAt(fields, path);
  return [schema, ...(schema?.anyOf ?? [])].flatMap(shape => Object.entries(shape?.properties ?? {}));
}

function values(request: Request): Completions {
  const { slot, fields, facts, lookup } = request;
  const schema = schemaAt(fields, slot.path);
  const key = slot.path.at(-1)?.toLowerCase() ?? '';
  const annotation = slot.path.length === 1 ? fields.get(key)?.annotation : schema?.['x-galley'];
  if (annotation?.values === 'terms' || isTaxonomy(facts, slot.path)) return terms(request, key);
  if (annotation?.expects === 'date') return dates(request);
  const taken = new Set(itemsAt(request.article, slot));
  const offered = annotation?.values === undefined ? [] : lookup.values(annotation.values);
  const allowed = [...literalsOf(schema, slot), ...offered];
  const items = [...new Set(allowed)]
    .filter(value => !taken.has(String(value)) || value === slot.typed)
    .map(value => valueItem(value, slot));
  return { items, isComplete: true };
}

/** Values that the schema itself names; for items those of the list. */
function literalsOf(schema: Schema | undefined, slot: Slot): (string | boolean)[] {
  const part = slot.kind === 'item' ? schema?.items : schema;
  if (part?.type === 'boolean') return [true, false];
  return (part?.enum ?? []).filter(value => typeof value === 'string' || typeof value === 'boolean');
}

function valueItem(value: string | boolean, slot: Slot): Completion {
  const kind = typeof value === 'string' ? 'text' : 'literal';
  const text = kind === 'literal' ? String(value) : writeText(String(value), slot);
  // A switch needs no quotes; in quotes it would be a text.
  const range = kind === 'literal' && slot.quote ? withQuotes(slot) : slot.token;
  return {
    label: String(value),
    kind: 'value',
    newText: text,
    isSnippet: false,
    range,
    filterText: kind === 'literal' && slot.quote ? slot.quote + String(value) : String(value),
    leadsOn: false,
  };
}

const withQuotes = ({ token, isClosed }: Slot): Range => ({
  start: token.start - 1,
  end: token.end + (isClosed ? 1 : 0),
});

const isTaxonomy = ({ site }: Facts, path: readonly string[]): boolean =>
  path.length === 1 && (site?.taxonomies.includes(path[0]?.toLowerCase() ?? '') ?? false);

function terms({ article, slot, lookup }: Request, taxonomy: string): Completions {
  const taken = new Set(itemsAt(article, slot));
  // What is being typed is a term of this article by now, and no suggestion for itself.
  const written = article.text.slice(slot.token.start, slot.token.end);
  const found = lookup.terms(taxonomy, slot.typed, MOST_TERMS + taken.size + 1);
  const items = found
    .filter(({ term, count }) => !taken.has(term) && (count > 1 || term !== written))
    .slice(0, MOST_TERMS)
    .map(({ term, count, filterText }): Completion => ({
      label: term,
      kind: 'term',
      detail: String(count),
      newText: writeText(term, slot),
      isSnippet: false,
      range: slot.token,
      filterText,
      leadsOn: false,
    }));
  return { items, isComplete: false };
}

/** Texts that the list around the slot has already, the one under the cursor left out. */
function itemsAt({ tree }: Article, slot: Slot): string[] {
  let node: Node | undefined = tree;
  for (const key of slot.path) node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  if (node?.kind !== 'list') return [];
  return node.items
    .filter(({ range }) => range.end < slot.token.start || range.start > slot.token.end)
    .flatMap(item => (item.kind === 'string' ? [item.value] : []));
}

function dates({ slot, lookup }: Request): Completions {
  const items = dateSuggestions(lookup.now, lookup.timeZone).map(({ text, label }): Completion => ({
    label: text,
    kind: 'date',
    detail: label,
    newText: writeText(text, slot),
    isSnippet: false,
    range: slot.token,
    filterText: slot.typed === '' ? text : `${slot.typed} ${text}`,
    leadsOn: false,
  }));
  return { items, isComplete: true };
}
