import { readJson } from '../article/json.ts';
import { LimitExceeded } from '../article/syntax.ts';
import type { Reading } from '../article/syntax.ts';
import { readToml } from '../article/toml.ts';
import { valueOf } from '../article/tree.ts';
import type { MapNode, Value, ValueMap } from '../article/tree.ts';
import { readYaml } from '../article/yaml.ts';
import { message } from '../messages.ts';
import { override } from './config-merge.ts';
import type { ConfigFault } from './config-types.ts';
import { EMPTY, isMap, lowerKeys, mapFrom } from './config-value.ts';

/** One configuration file, read. */
export interface ConfigPart {
  /** From the site's root. */
  readonly path: string;
  /** Its values under the keys that its name stands for, keys lower case. */
  readonly value: ValueMap;
  readonly faults: readonly ConfigFault[];
}

export const CONFIG_EXTENSIONS = ['toml', 'yaml', 'yml', 'json'] as const;
const READERS = { toml: readToml, yaml: readYaml, yml: readYaml, json: readJson } as const;
type Extension = keyof typeof READERS;

/** Configurations larger than this many UTF-16 units are not read. */
const MAX_LENGTH = 1024 * 1024;

/**
 * Reads a configuration file, as far as it can be read; never throws.
 *
 * @param keys where the file stands in the configuration: none for `hugo.toml`, see `keysOf` for `config/`
 */
export function readPart(path: string, text: string, keys: readonly string[] = []): ConfigPart {
  const { tree, faults } = readTree(path, text);
  const given = tree ? valueOf(tree) : EMPTY;
  let value = isMap(given) ? lowerKeys(given) : EMPTY;
  // A file may repeat its own name as its only key (Hugo 0.162); before, that key came to stand twice.
  const name = nameOf(path);
  const only = keys.length > 0 && Object.keys(value).length === 1 ? value[name] : undefined;
  let under: Value = only ?? value;
  for (const key of keys.toReversed()) under = mapFrom([[key, under]]);
  value = isMap(under) ? under : EMPTY;
  return { path, value: renameMenu(value), faults };
}

/** The same with the places of its values. */
export function readTree(
  path: string,
  text: string,
): { readonly tree: MapNode | undefined; readonly faults: readonly ConfigFault[] } {
  const { tree, faults } = readText(extensionOf(path) ?? 'toml', text);
  return {
    tree,
    faults: faults.map(({ rule, range, message: said }) => ({ path, rule, range, message: said })),
  };
}

function readText(extension: Extension, text: string): Reading {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const content = text.slice(start);
  const limit = (code: 'front-matter-limit.size' | 'front-matter-limit.depth'): Reading => ({
    tree: undefined,
    comments: [],
    faults: [{ rule: 'front-matter-limit', message: message(code), range: { start: 0, end: 1 } }],
  });
  if (text.length > MAX_LENGTH) return limit('front-matter-limit.size');
  if (content.trim() === '') return { tree: undefined, faults: [], comments: [] };
  try {
    return READERS[extension](content, start);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    return limit('front-matter-limit.depth');
  }
}

/** Parts as one map, the later overrides. */
export const joined = (parts: readonly ConfigPart[]): ValueMap =>
  parts.reduce<ValueMap>((all, part) => override(all, part.value), EMPTY);

/** `menu` is the old name of `menus`, at the top and in each language. */
function renameMenu(value: ValueMap): ValueMap {
  const entries = Object.entries(renameKey(value)).map(([key, below]): [string, Value] => {
    if (key !== 'languages' || !isMap(below)) return [key, below];
    const languages = Object.entries(below).map(([code, language]): [string, Value] => [
      code,
      isMap(language) ? renameKey(language) : language,
    ]);
    return [key, mapFrom(languages)];
  });
  return mapFrom(entries);
}

function renameKey(map: ValueMap): ValueMap {
  if (map['menu'] === undefined) return map;
  return mapFrom(Object.entries(map).map(([key, value]) => [key === 'menu' ? 'menus' : key, value]));
}

/** The extension of a configuration file, if Hugo takes it for one. */
export function extensionOf(path: string): Extension | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  return CONFIG_EXTENSIONS.find(known => known === extension);
}

/**
 * What the name of a file below `config/` stands for (config/configLoader.go): `params.toml` → params,
 * `menus.zh.toml` → languages.zh.menus, `languages.yaml` → languages, `hugo.toml` and `config.toml` → the root.
 */
export function keysOf(path: string): readonly string[] {
  const name = nameOf(path);
  const lang = baseOf(path)
    .slice(name.length + 1)
    .toLowerCase();
  if (lang === '') return name === 'hugo' || name === 'config' ? [] : [name];
  if (name === 'menu' || name === 'menus') return ['languages', lang, 'menus'];
  return name === 'params' ? ['languages', lang, 'params'] : ['languages', lang];
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** `params` for `config/_default/params.zh.toml`. */
function nameOf(path: string): string {
  const base = baseOf(path);
  const dot = base.lastIndexOf('.');
  return (dot <= 0 ? base : base.slice(0, dot)).toLowerCase();
}
