import type { Value, ValueMap } from '../article/tree.ts';
import type { MenuEntry } from './config-types.ts';
import { isMap, mapsOf, numberOf, textOf } from './config-value.ts';

/** Menus by name, entries in Hugo's order: weight, 0 last, then name, then identifier (navigation/menu.go). */
export function menusOf(value: Value | undefined): Readonly<Record<string, readonly MenuEntry[]>> {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, entries]) => [name, mapsOf(entries).map(entryOf).sort(compareEntries)]),
  );
}

function entryOf(map: ValueMap): MenuEntry {
  const text = (key: string): string => textOf(map[key]) ?? '';
  return {
    identifier: text('identifier'),
    name: text('name'),
    url: text('url'),
    pageRef: text('pageref'),
    weight: numberOf(map['weight']) ?? 0,
    parent: text('parent'),
  };
}

function compareEntries(a: MenuEntry, b: MenuEntry): number {
  if (a.weight !== b.weight) return (a.weight || Infinity) - (b.weight || Infinity);
  return compare(a.name, b.name) || compare(a.identifier, b.identifier);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
