import type { Article } from '../article/article.ts';
import { entryOf, valueOf } from '../article/tree.ts';
import type { Entry, MapNode, Node, Range, Value } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';

/** An error of a user's schema, as ajv tells it. */
export interface UserSchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** ajv's own words, English. */
  readonly message: string;
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

/** Where an error belongs, and what to say. */
export function placeError(
  error: UserSchemaError,
  { tree, fences }: Article,
): { range: Range; message: Message } | undefined {
  if (!tree || !fences) return undefined;
  const found = follow(tree, error.instancePath.split('/').slice(1).map(unescapePointer));
  const key = found.entry?.key.value ?? '';
  const text = message(WORDS[error.keyword] ?? 'user-schema.other', { key, ...words(error) });
  const extra = error.params['additionalProperty'];
  if (typeof extra === 'string' && found.node.kind === 'map') {
    const range = entryOf(found.node, extra)?.key.range;
    if (range) return { range, message: text };
  }
  const isMissing = error.keyword === 'required';
  const range = found.entry
    ? isMissing
      ? found.entry.key.range
      : found.node.range
    : (fences.close ?? fences.open);
  return { range, message: text };
}

const WORDS: Readonly<
  Record<
    string,
    'user-schema.required' | 'user-schema.extra' | 'user-schema.enum' | 'user-schema.type' | undefined
  >
> = {
  required: 'user-schema.required',
  additionalProperties: 'user-schema.extra',
  enum: 'user-schema.enum',
  type: 'user-schema.type',
};

function words({ params, message: text }: UserSchemaError): Record<string, string> {
  const list = (value: unknown): string =>
    Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : '';
  return {
    missing: list(params['missingProperty']),
    extra: list(params['additionalProperty']),
    allowed: list(params['allowedValues'] ?? params['type']),
    text,
  };
}

function follow(tree: MapNode, steps: readonly string[]): { node: Node; entry: Entry | undefined } {
  let node: Node = tree;
  let entry: Entry | undefined;
  for (const step of steps) {
    if (node.kind === 'map') {
      const next = entryOf(node, step);
      if (!next) break;
      entry = next;
      node = next.value;
    } else if (node.kind === 'list') {
      const item: Node | undefined = node.items[Number(step)];
      if (!item) break;
      node = item;
    }
  }
  return { node, entry };
}

const unescapePointer = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
