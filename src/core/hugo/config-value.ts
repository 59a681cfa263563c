import type { Value, ValueMap } from '../article/tree.ts';

/** Values of a configuration as Hugo converts them (spf13/cast, mapstructure's weak decoding). Keys are lower case. */

export const EMPTY: ValueMap = Object.freeze(Object.create(null) as Record<string, Value>);

export const isMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map without prototype, so that `__proto__` is a key like any other. */
export function mapFrom(entries: Iterable<readonly [string, Value]>): ValueMap {
  const map = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) map[key] = value;
  return map;
}

/** Keys in lower case, in maps of maps too, but not in lists, as Hugo does it (common/hmaps/params.go). */
export function lowerKeys(map: ValueMap): ValueMap {
  return mapFrom(
    Object.entries(map).map(([key, value]) => [key.toLowerCase(), isMap(value) ? lowerKeys(value) : value]),
  );
}

/** The value at a path of keys: `at(map, 'services', 'disqus')`. */
export function at(map: ValueMap, ...keys: readonly string[]): Value | undefined {
  let value: Value | undefined = map;
  for (const key of keys) {
    if (!isMap(value)) return undefined;
    value = value[key];
  }
  return value;
}

export function mapAt(map: ValueMap, ...keys: readonly string[]): ValueMap {
  const value = at(map, ...keys);
  return isMap(value) ? value : EMPTY;
}

export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `undefined` for what is no switch. `yes` and `on` are ones in YAML before Hugo 0.152, and break the build after. */
export function flagOf(value: Value | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return undefined;
  if (/^(?:1|t|T|true|TRUE|True|yes|on)$/.test(value)) return true;
  return /^(?:0|f|F|false|FALSE|False|no|off)$/.test(value) ? false : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}

/** A list of texts; a text alone is a list of one. */
export function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(item => textOf(item) ?? []);
  const text = textOf(value);
  return text === undefined ? undefined : [text];
}

/** The maps of a list, or one map alone, with keys in lower case. */
export function mapsOf(value: Value | undefined): readonly ValueMap[] {
  if (isMap(value)) return [value];
  if (!Array.isArray(value)) return [];
  return (value as readonly Value[]).filter(isMap).map(lowerKeys);
}
