import { FAILSAFE_SCHEMA, Type, load } from 'js-yaml';
import { parse as parseToml, TomlDate } from 'smol-toml';
import { parseArticle } from './article.ts';
import { decode } from './encoding.ts';
import { findFences } from './fences.ts';
import type { Fences } from './fences.ts';
import type { Entry, MapNode, Node, Range } from './tree.ts';

/** What the fast reader makes of the head of a file. */
export interface Head {
  readonly fences: Fences | undefined;
  /** The values, without places: every range is empty. `undefined`: nothing there, or hand over to `parseArticle`. */
  readonly tree: MapNode | undefined;
  /** False: only the tolerant reader can tell. */
  readonly isSure: boolean;
}

/**
 * Reads front matter for its values only, some ten times as fast as `parseArticle`. Where libraries and Hugo may
 * differ, and on any error, it is not sure. A property holds both readers to the same values.
 *
 * @param text the file, or as much of its start as holds the front matter
 */
export function readHead(text: string): Head {
  const fences = findFences(text);
  if (!fences) return { fences, tree: undefined, isSure: true };
  const unsure: Head = { fences, tree: undefined, isSure: false };
  const content = text.slice(fences.content.start, fences.content.end);
  if (fences.fault || content.length > MAX_FAST || UNSURE[fences.format].test(content)) return unsure;
  try {
    const tree = nodeOf(ENGINES[fences.format](content));
    return tree?.kind === 'map' ? { fences, tree, isSure: true } : unsure;
  } catch (error) {
    // Each library has an error class of its own; all of them mean the same here.
    if (error instanceof Error) return unsure;
    throw error;
  }
}

/** The front matter in the start of a file, by whichever reader is sure of it; `undefined` if there is none. */
export function treeOf(bytes: Uint8Array): MapNode | undefined {
  const { text } = decode(bytes);
  const head = readHead(text);
  return head.isSure ? head.tree : parseArticle(text).tree;
}

/** Longer front matter is rare enough to be left to the reader with the caps. */
const MAX_FAST = 32 * 1024;

/**
 * The scalars of the YAML 1.2 core schema (section 10.3.2), as the tolerant reader's library has them; js-yaml's own
 * core schema takes more for numbers.
 */
const scalar = (name: string, pattern: RegExp, construct: (text: string) => unknown): Type =>
  new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: unknown) => pattern.test(String(text)),
    construct,
  });

const CORE = FAILSAFE_SCHEMA.extend({
  implicit: [
    // js-yaml asks for a value that is not there with null.
    scalar('null', /^(?:~|null|Null|NULL|)$/, () => null),
    scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, text => /^t/i.test(text)),
    scalar('int', /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/, Number),
    scalar('float', /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/, Number),
  ],
});

const ENGINES = {
  yaml: (content: string): unknown => load(content, { schema: CORE }) ?? {},
  toml: (content: string): unknown => parseToml(content),
  json: (content: string): unknown => JSON.parse(content),
};

/**
 * What the libraries read otherwise than Hugo or than each other: anchors, tags, merge keys, control characters,
 * tabs, special spaces, lone CR, many blank lines, quoted texts over several lines, dashes with nothing behind them,
 * texts behind | and > with Windows line ends. JSON as a whole: its tolerant
 * reader is as fast, and JSON.parse loses keys that are there twice.
 */
const UNSURE = {
  yaml: /[\u0000-\u0008\t\u000b-\u000c\u000e-\u001f\u007f-\u00a0\u3000\ufeff\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064]|(?:^|[\s[{,:-])[&*!?]|<<|__proto__|\r(?!\n)|(?:\n[ \r]*){50}|\.(?:inf|nan)|\n(?:\.\.\.|%)|[:\-[,{] *(?:"(?:[^"\\\n]|\\.)*\n|'[^'\n]*\n)|["'\]}]#|[[{,] *:|(?:[-+.]?\d[^\s"':]*|true|false|null|~) *:(?:\s|$)|(?:^|\n) *-[ ]*(?:#.*)?\r?\n|[:-] +[|>][-+\d]{0,3} *\r\n|[:\-[,] *(?:y|n|yes|no|on|off|0b[01]+|[-+]?\d[\d.]*_[\d_.]*) *(?:[,\]#\r\n]|$)|[:-] *[[{](?!.*[\]}] *(?:#.*)?\r?\n)/i,
  toml: /__proto__|\r(?!\n)|[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f]|\b(?:inf|nan)\b/i,
  json: /^/,
} as const;

const NOWHERE: Range = { start: 0, end: 0 };

const mapOf = (entries: readonly Entry[]): MapNode => ({
  kind: 'map',
  style: 'block',
  range: NOWHERE,
  entries,
});

/** The tree of a value. Styles are not known; texts count as unquoted, which no rule takes for better than quoted. */
function nodeOf(value: unknown): Node | undefined {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', style: 'plain', range: NOWHERE, value };
    case 'number':
      return { kind: 'number', style: 'plain', range: NOWHERE, value };
    case 'boolean':
      return { kind: 'boolean', style: 'plain', range: NOWHERE, value };
    case 'object':
      return value === null ? { kind: 'null', style: 'plain', range: NOWHERE, value } : collectionOf(value);
    default:
      return undefined;
  }
}

function collectionOf(value: object): Node | undefined {
  if (value instanceof TomlDate)
    return { kind: 'date', style: 'plain', range: NOWHERE, value: value.toISOString() };
  if (Array.isArray(value)) {
    const items = value.map(nodeOf);
    return items.every(item => item !== undefined)
      ? { kind: 'list', style: 'flow', range: NOWHERE, items }
      : undefined;
  }
  const entries: Entry[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const node = nodeOf(inner);
    if (!node) return undefined;
    entries.push({ key: { value: key, range: NOWHERE, style: 'plain' }, value: node, range: NOWHERE });
  }
  return mapOf(entries);
}
