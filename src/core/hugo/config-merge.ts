import type { Value, ValueMap } from '../article/tree.ts';
import { isMap, mapFrom } from './config-value.ts';

/**
 * How configurations become one, by Hugo's rules (common/hmaps/params.go, config/defaultConfigProvider.go). Nothing
 * here changes its arguments; keys are lower case.
 */

const MERGE = '_merge';
type Strategy = 'none' | 'shallow' | 'deep';

/** Files of the site itself: the later one overrides key by key, maps go into each other. */
export function override(base: ValueMap, over: ValueMap): ValueMap {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(key, isMap(below) && isMap(value) ? override(below, value) : value);
  }
  return mapFrom(merged);
}

/**
 * The site's configuration with `_merge` in each map, where the user has not set it: `params` are merged deep,
 * `menus`, `outputFormats` and `mediaTypes` get new keys, nothing else takes anything from a theme.
 */
export function withStrategies(site: ValueMap): ValueMap {
  return annotate(site, []);
}

function annotate(map: ValueMap, path: readonly string[], parent?: Strategy): ValueMap {
  const own = ownStrategy(map);
  const strategy = own ?? defaultStrategy(path, parent);
  const entries = Object.entries(map).map(([key, value]): [string, Value] =>
    isMap(value) && key !== MERGE ? [key, annotate(value, [...path, key], strategy)] : [key, value],
  );
  if (strategy !== undefined) entries.push([MERGE, strategy]);
  return mapFrom(entries);
}

/** `undefined` for the root, which has none unless the user sets one. */
function defaultStrategy(path: readonly string[], parent: Strategy | undefined): Strategy | undefined {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  if (key === 'params') return 'deep';
  const top = path.length === 1;
  if (top && (key === 'outputformats' || key === 'mediatypes')) return 'shallow';
  if (key === 'menus' && (top || (path.length === 3 && path[0] === 'languages'))) return 'shallow';
  return parent ?? 'none';
}

function ownStrategy(map: ValueMap): Strategy | undefined {
  const value = map[MERGE];
  if (value === undefined) return undefined;
  return value === 'none' || value === 'shallow' ? value : 'deep';
}

/** Takes the configuration of a theme or module into the site's, which `withStrategies` has prepared. */
export function mergeModule(site: ValueMap, module: ValueMap): ValueMap {
  const root = ownStrategy(site);
  if (root === 'none') return site;
  const merged = new Map(Object.entries(site));
  for (const [key, value] of Object.entries(module)) {
    if (!isMap(value)) continue;
    const below = merged.get(key);
    if (isMap(below)) merged.set(key, mergeUnder(below, value));
    else if (below === undefined) {
      const strategy = defaultStrategy([key], root) ?? 'none';
      const taken = mergeUnder(mapFrom([[MERGE, strategy]]), value);
      if (Object.keys(taken).length > 1) merged.set(key, taken);
    }
  }
  return mergeUnder(mapFrom(merged), module, root ?? 'shallow');
}

/** Adds what the site has to a map of a language; Hugo hands the map's own strategy down, so only `deep` does anything. */
export const mergeRoot = (language: ValueMap, site: ValueMap): ValueMap =>
  mergeUnder(language, site, ownStrategy(language) ?? 'shallow');

/** Adds to `base` the keys of `more` that it lacks, as far as its strategy lets it. */
function mergeUnder(base: ValueMap, more: ValueMap, given?: Strategy): ValueMap {
  const strategy = ownStrategy(base) ?? given ?? 'shallow';
  const takesKeys = strategy !== 'none' && given !== 'shallow';
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(more)) {
    if (key === MERGE) continue;
    const below = merged.get(key);
    if (below === undefined) {
      if (takesKeys) merged.set(key, value);
    } else if (isMap(below)) {
      if (isMap(value)) merged.set(key, mergeUnder(below, value, strategy));
      else if (takesInstead(below)) merged.set(key, value);
    }
  }
  return mapFrom(merged);
}

/** A map that holds nothing but a strategy set by the user gives way to a value that is no map. */
function takesInstead(map: ValueMap): boolean {
  return Object.keys(map).every(key => key === MERGE) && (ownStrategy(map) ?? 'none') !== 'none';
}

/** The map without what only steers the merging. */
export function withoutStrategies(map: ValueMap): ValueMap {
  return mapFrom(
    Object.entries(map)
      .filter(([key]) => key !== MERGE)
      .map(([key, value]) => [key, isMap(value) ? withoutStrategies(value) : value]),
  );
}
