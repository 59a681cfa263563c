import type { Value, ValueMap } from '../article/tree.ts';
import { joinPath, isAbsolute, within } from './config-paths.ts';
import { at, flagOf, mapsOf, textOf, textsOf } from './config-value.ts';

/** A theme or module that a configuration asks for (modules/config.go). */
export interface ModuleImport {
  readonly path: string;
  readonly ignoreConfig: boolean;
  readonly ignoreImports: boolean;
  readonly noMounts: boolean;
  /** Instead of the mounts of its own configuration. */
  readonly mounts: readonly ValueMap[];
}

/** What a configuration imports, `module.imports` before `theme`; what is switched off is not among it. */
export function importsOf(
  config: ValueMap,
  replacements: ReadonlyMap<string, string> = replacementsOf(config),
): readonly ModuleImport[] {
  const imports = mapsOf(at(config, 'module', 'imports')).flatMap((item): ModuleImport[] => {
    const path = textOf(item['path']);
    if (path === undefined || path === '' || flagOf(item['disable']) === true) return [];
    return [
      {
        path: replacements.get(path) ?? path,
        ignoreConfig: flagOf(item['ignoreconfig']) ?? false,
        ignoreImports: flagOf(item['ignoreimports']) ?? false,
        noMounts: flagOf(item['nomounts']) ?? false,
        mounts: mapsOf(item['mounts']),
      },
    ];
  });
  return [...imports, ...themesOf(config).map(themeImport)];
}

const themeImport = (path: string): ModuleImport => ({
  path,
  ignoreConfig: false,
  ignoreImports: false,
  noMounts: false,
  mounts: [],
});

export const themesOf = (config: ValueMap): readonly string[] =>
  (textsOf(config['theme']) ?? []).filter(name => name !== '');

/** `module.replacements`: `github.com/a/b -> ../b`, a list or one text with commas. */
export function replacementsOf(config: ValueMap): ReadonlyMap<string, string> {
  const given: Value | undefined = at(config, 'module', 'replacements');
  const pairs = (textsOf(given) ?? []).flatMap(text => text.split(','));
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [from, to] = pair.split('->').map(part => part.trim());
      return from !== undefined && to !== undefined ? [[from, to]] : [];
    }),
  );
}

/** Folders where a module may lie, the first that exists counts. `vendored`: names in `_vendor/modules.txt`. */
export function foldersOf(path: string, themesDir: string, vendored: ReadonlySet<string>): readonly string[] {
  const theme = isAbsolute(path) ? path : within(themesDir, path);
  return vendored.has(path) ? [joinPath('_vendor', path), theme] : [theme];
}

/** Names in `_vendor/modules.txt`, lines of `# github.com/a/b v1.0.0`. */
export function vendoredIn(text: string): ReadonlySet<string> {
  const names = text.split(/\r?\n/).map(line => line.replace(/^[#\s]+/, '').split(/\s+/)[0] ?? '');
  return new Set(names.filter(name => name !== ''));
}
