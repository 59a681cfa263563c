import type { Article } from '../article/article.ts';
import { entryOf, valueOf } from '../article/tree.ts';
import type { Entry, MapNode, Node, Range, Value } from '../article/tree.ts';
import type { Path } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Message, MessageCode } from '../messages.ts';

/** An error of a user's schema, as ajv tells it. */
export interface UserSchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** ajv's own words, English. */
  readonly message: string;
  /** Properties that the schema has for the object: their names, and what it says of the one that is missing. */
  readonly known?: readonly string[];
  readonly wanted?: Readonly<Record<string, Value>>;
}

/** What came of a user's schema: errors of the article, or why it could not be used. */
export type UserSchemaResult =
  | { readonly kind: 'checked'; readonly schema: string; readonly errors: readonly UserSchemaError[] }
  | {
      readonly kind: 'failed';
      readonly schema: string;
      readonly reason: UserSchemaFailure;
      readonly text: string;
    };

export type UserSchemaFailure =
  | 'untrusted'
  | 'outside'
  | 'not-there'
  | 'not-json'
  | 'invalid'
  | 'too-slow'
  | 'no-consent'
  | 'not-loaded'
  | 'web';

/** The schema that an article names itself: `$schema` in the front matter, or the comment of the YAML language server. */
export function namedSchema({ tree, comments, text }: Article): string | undefined {
  const own = tree && entryOf(tree, '$schema')?.value;
  if (own?.kind === 'string' && own.value !== '') return own.value;
  for (const { start, end } of comments) {
    const modeline = /^#\s*yaml-language-server\s*:\s*\$schema=(\S+)/.exec(text.slice(start, end));
    if (modeline?.[1] !== undefined) return modeline[1];
  }
  return undefined;
}

/** The value that a user's schema is held against: all keys as written, `$schema` left out. */
export function valueForSchema(tree: MapNode): Value {
  return valueOf({ ...tree, entries: tree.entries.filter(({ key }) => key.value !== '$schema') });
}

/** A value of the front matter that an error is about. */
export interface ErrorPlace {
  readonly node: Node;
  readonly path: Path;
  readonly entry: Entry | undefined;
}

/** Where an error belongs, and what to say. */
export function placeError(
  error: UserSchemaError,
  { tree, fences }: Article,
): { range: Range; message: Message; at: ErrorPlace } | undefined {
  if (!tree || !fences) return undefined;
  const found = follow(tree, error.instancePath.split('/').slice(1).map(unescapePointer));
  const key = found.entry?.key.value ?? '';
  const text = message(WORDS[error.keyword] ?? 'user-schema.other', { key, ...words(error) });
  const extra = error.params['additionalProperty'];
  if (typeof extra === 'string' && found.node.kind === 'map') {
    const range = entryOf(found.node, extra)?.key.range;
    if (range) return { range, message: text, at: found };
  }
  const isMissing = error.keyword === 'required';
  const range = found.entry
    ? isMissing
      ? found.entry.key.range
      : found.node.range
    : (fences.close ?? fences.open);
  return { range, message: text, at: found };
}

const WORDS: Readonly<Record<string, MessageCode | undefined>> = {
  required: 'user-schema.required',
  additionalProperties: 'user-schema.extra',
  enum: 'user-schema.enum',
  const: 'user-schema.enum',
  type: 'user-schema.type',
  format: 'user-schema.format',
  pattern: 'user-schema.pattern',
  minLength: 'user-schema.min-length',
  maxLength: 'user-schema.max-length',
  minItems: 'user-schema.min-items',
  maxItems: 'user-schema.max-items',
  minimum: 'user-schema.minimum',
  maximum: 'user-schema.maximum',
  uniqueItems: 'user-schema.unique',
};

function words({ params, message: text }: UserSchemaError): Record<string, string> {
  const list = (value: unknown): string =>
    Array.isArray(value) ? value.map(String).join(', ') : isScalar(value) ? String(value) : '';
  return {
    missing: list(params['missingProperty']),
    extra: list(params['additionalProperty']),
    allowed: list(params['allowedValues'] ?? params['allowedValue'] ?? params['type']),
    format: list(params['format']),
    pattern: list(params['pattern']),
    limit: list(params['limit']),
    text,
  };
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function follow(tree: MapNode, steps: readonly string[]): ErrorPlace {
  let node: Node = tree;
  const path: (string | number)[] = [];
  let entry: Entry | undefined;
  for (const step of steps) {
    if (node.kind === 'map') {
      const next = entryOf(node, step);
      if (!next) break;
      entry = next;
      node = next.value;
      path.push(next.key.value);
    } else if (node.kind === 'list') {
      const item: Node | undefined = node.items[Number(step)];
      if (!item) break;
      node = item;
      path.push(Number(step));
    }
  }
  return { node, path, entry };
}

const unescapePointer = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
