import articleSchema from '../../../schemas/article.schema.json' with { type: 'json' };
import hugoSchema from '../../../schemas/hugo-page.schema.json' with { type: 'json' };
import type { Behaviour } from '../hugo/behaviour.ts';
import type { Severity } from '../problem.ts';

/** The JSON types as Galley's tree names them. */
export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'map' | 'date';

/** What a field is in words; each has messages `expects.<name>`. */
export type Expects =
  | 'date'
  | 'map'
  | 'maps'
  | 'menu'
  | 'number'
  | 'switch'
  | 'term'
  | 'terms'
  | 'text'
  | 'texts'
  | 'thumbnail'
  | 'widgets';

/** How templates or Hugo turn a value that is no boolean into one. */
export type Truth = 'param' | 'default-on' | 'exact' | 'cast';

/** Where the values of a field come from. */
export type ValueSource = 'terms' | 'widgets' | 'menus' | 'layouts' | 'languages' | 'images' | 'outputs';

/** Galley's part of a schema, `x-galley`: what a mismatch leads to, and where values come from. */
export interface Annotation {
  readonly expects?: Expects;
  readonly truth?: Truth;
  readonly values?: ValueSource;
  /** Severity of a wrong value of the right type. */
  readonly severity?: Severity;
  /** Severity of a value of a wrong type; a type that is not named is tolerated. */
  readonly byType?: Readonly<Partial<Record<Kind, Severity>>>;
  /** The rule that judges what the schema says of this place. */
  readonly owner?: string;
  /** Hugo's own name of a field that has several. */
  readonly aliasOf?: string;
  /** Only versions of Hugo that do this break the build over a wrong type; for others it is `otherwise`. */
  readonly when?: Behaviour;
  /** Absent: warning. */
  readonly otherwise?: Severity;
  /** `unset`: the theme takes an empty value, 0 and false for no value at all. */
  readonly empty?: 'unset';
  /** The theme goes through the items. */
  readonly ranged?: true;
  readonly 'zh-cn'?: { readonly title: string; readonly description: string };
}

/** As much of JSON Schema as Galley's own schemas use. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly 'x-galley'?: Annotation;
}

export type SchemaName = 'article' | 'hugo-page';

const SCHEMAS: Readonly<Record<SchemaName, Schema>> = {
  article: articleSchema as Schema,
  'hugo-page': hugoSchema as Schema,
};

/** A field of the front matter: both schemas' words on it, the article's in front. */
export interface Field extends Schema {
  readonly name: string;
  readonly annotation: Annotation;
}

function fieldsOf(name: SchemaName): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const own = SCHEMAS[name].properties ?? {};
  const hugo = SCHEMAS['hugo-page'].properties ?? {};
  for (const key of new Set([...Object.keys(own), ...Object.keys(hugo)])) {
    const annotation = { ...hugo[key]?.['x-galley'], ...own[key]?.['x-galley'] };
    fields.set(key.toLowerCase(), { ...hugo[key], ...own[key], name: key, annotation });
  }
  return fields;
}

/** Fields by lower-case name, in the order of the schema: an article's own first, then Hugo's. */
export const FIELDS: Readonly<Record<SchemaName, ReadonlyMap<string, Field>>> = {
  article: fieldsOf('article'),
  'hugo-page': fieldsOf('hugo-page'),
};
