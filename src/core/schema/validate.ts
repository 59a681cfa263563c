import validateArticle from 'schema:article';
import validateHugoPage from 'schema:hugo-page';
import type { StandaloneError, StandaloneValidator } from 'schema:article';
import { entryOf, valueOf } from '../article/tree.ts';
import type { Entry, MapNode, Node, Value } from '../article/tree.ts';
import { FIELDS } from './annotations.ts';
import type { Annotation, Field, Schema, SchemaName } from './annotations.ts';

/** One disagreement of the front matter with the schema, `anyOf` branches folded into one. */
export type SchemaFault =
  | { readonly kind: 'missing'; readonly key: string; readonly parent: Entry | undefined }
  | { readonly kind: 'type' | 'value' | 'format' | 'empty'; readonly at: FaultPlace };

/** Where a value disagrees: the field at the top, and the value itself with its part of the schema. */
export interface FaultPlace {
  readonly field: Field;
  readonly entry: Entry;
  readonly node: Node;
  /** Keys and indexes from the field to the value; empty for the field's own value. */
  readonly path: readonly (string | number)[];
  readonly annotation: Annotation;
  readonly schema: Schema;
}

/** The way to a disagreeing value, for `core/edit`. */
export const pathOf = ({ entry, path }: FaultPlace): readonly (string | number)[] => [
  entry.key.value,
  ...path,
];

const VALIDATORS: Readonly<Record<SchemaName, StandaloneValidator>> = {
  article: validateArticle,
  'hugo-page': validateHugoPage,
};

/** Holds front matter against one of the shipped schemas, which the build compiled to plain code. */
export function validate(tree: MapNode, name: SchemaName): SchemaFault[] {
  const validator = VALIDATORS[name];
  if (validator(schemaValue(tree, name))) return [];
  const faults = new Map<string, SchemaFault>();
  for (const error of validator.errors ?? []) {
    const key = `${error.instancePath}|${error.keyword === 'required' ? String(error.params['missingProperty']) : ''}`;
    const fault = faultOf(error, tree, name);
    // The first error of a place says most: its type, or that none of several shapes fits.
    if (fault && !faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

/** The front matter as the schema spells its keys. Dates of TOML are their source text. */
function schemaValue(tree: MapNode, name: SchemaName): Record<string, Value> {
  const value = Object.create(null) as Record<string, Value>;
  for (const { key, value: node } of tree.entries) {
    value[FIELDS[name].get(key.value.toLowerCase())?.name ?? key.value] = valueOf(node);
  }
  return value;
}

function faultOf(error: StandaloneError, tree: MapNode, name: SchemaName): SchemaFault | undefined {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const [first, ...rest] = path;
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    const parent = first === undefined ? undefined : entryOf(tree, first);
    // Templates read keys at any depth without case.
    if (parent?.value.kind === 'map' && entryOf(parent.value, key)) return undefined;
    return { kind: 'missing', key, parent };
  }
  if (first === undefined) return undefined;
  const field = FIELDS[name].get(first.toLowerCase());
  const entry = entryOf(tree, first);
  if (!field || !entry) return undefined;
  const found = descend(entry.value, field, rest);
  if (!found) return undefined;
  const kind = kindOf(error, found.node, found.schema);
  return kind && { kind, at: { field, entry, ...found } };
}

/** `anyOf` speaks only where no branch has the type of the value; else the errors within the branch do. */
function kindOf(
  error: StandaloneError,
  node: Node,
  schema: Schema,
): 'type' | 'value' | 'format' | 'empty' | undefined {
  if (error.keyword === 'anyOf') {
    return schema.anyOf?.some(branch => branch.type === JSON_TYPES[node.kind]) ? undefined : 'type';
  }
  if (error.keyword === 'type' && /\/anyOf\/\d+\/type$/.test(error.schemaPath)) return undefined;
  // A native date is one, however it is written; a time of day is none.
  if (error.keyword === 'format' && node.kind === 'date' && !/^\d\d:/.test(node.value)) return undefined;
  return KINDS[error.keyword];
}

const JSON_TYPES: Readonly<Record<Node['kind'], string>> = {
  map: 'object',
  list: 'array',
  string: 'string',
  date: 'string',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

const KINDS: Readonly<Record<string, 'type' | 'value' | 'format' | 'empty' | undefined>> = {
  type: 'type',
  enum: 'value',
  format: 'format',
  minLength: 'empty',
};

/** Follows a JSON pointer in the tree and in the schema at the same time. */
function descend(
  root: Node,
  field: Field,
  steps: readonly string[],
): Pick<FaultPlace, 'node' | 'path' | 'annotation' | 'schema'> | undefined {
  let node = root;
  let schema: Schema = field;
  let annotation = field.annotation;
  const path: (string | number)[] = [];
  for (const step of steps) {
    const child =
      node.kind === 'list'
        ? node.items[Number(step)]
        : node.kind === 'map'
          ? entryOf(node, step)?.value
          : undefined;
    if (!child) return undefined;
    path.push(node.kind === 'list' ? Number(step) : step);
    schema = partOf(schema, node.kind, step);
    annotation = schema['x-galley'] ?? {};
    node = child;
  }
  return { node, path, annotation, schema };
}

function partOf(schema: Schema, kind: Node['kind'], step: string): Schema {
  const shapes = [schema, ...(schema.anyOf ?? [])];
  for (const shape of shapes) {
    const part = kind === 'list' ? shape.items : shape.properties?.[step];
    if (part) return part;
  }
  return {};
}

const unescapePointer = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
