/**
 * The one tree that YAML, TOML and JSON front matter become. Nothing after the readers asks which of the
 * three it came from. All offsets are UTF-16 code units from the start of the article, zero-based, end exclusive.
 */

/** Half-open range of UTF-16 offsets in the article. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How a scalar or a collection is written; edits keep it. */
export type Style =
  | 'plain'
  | 'single'
  | 'double'
  | 'literal'
  | 'folded'
  | 'multiline-single'
  | 'multiline-double'
  | 'block'
  | 'flow'
  | 'table';

interface NodeBase {
  /** The value as written, quotes and brackets included, comments behind it not. */
  readonly range: Range;
  readonly style: Style;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  readonly value: string;
}

/** `value` loses digits beyond what a double holds; the source text does not. */
export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** A native TOML date; `value` is its source text. YAML and JSON dates are strings, as they are for Hugo. */
export interface DateNode extends NodeBase {
  readonly kind: 'date';
  readonly value: string;
}

/** `null`, `~`, or nothing at all; then the range is empty and lies behind the `:`. */
export interface NullNode extends NodeBase {
  readonly kind: 'null';
  readonly value: null;
}

export type ScalarNode = StringNode | NumberNode | BooleanNode | DateNode | NullNode;
export type Node = MapNode | ListNode | ScalarNode;

/** One key with its value. `range` spans both. */
export interface Entry {
  readonly key: KeyNode;
  readonly value: Node;
  readonly range: Range;
}

/** The key as written; `value` is it without quotes. */
export interface KeyNode {
  readonly value: string;
  readonly range: Range;
  readonly style: Style;
}

/** Plain JavaScript value of a node. Maps have no prototype, so `__proto__` is a key like any other. */
export type Value = null | boolean | number | string | readonly Value[] | ValueMap;
export interface ValueMap {
  readonly [key: string]: Value;
}

/** The value of a node; of keys written twice the last one counts, as for Hugo. */
export function valueOf(node: Node): Value {
  switch (node.kind) {
    case 'map': {
      const map = Object.create(null) as Record<string, Value>;
      for (const entry of node.entries) map[entry.key.value] = valueOf(entry.value);
      return map;
    }
    case 'list':
      return node.items.map(valueOf);
    default:
      return node.value;
  }
}

/** The entry of a key, whatever its case, as Hugo reads its own and the theme's keys. The last one counts. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  const wanted = key.toLowerCase();
  // A plain loop: rules ask this so often that calls of a function would show.
  for (let i = map.entries.length - 1; i >= 0; i--) {
    const entry = map.entries[i];
    const value = entry?.key.value;
    if (value === key || (value?.length === wanted.length && value.toLowerCase() === wanted)) return entry;
  }
  return undefined;
}
