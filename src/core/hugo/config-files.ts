import { decode } from '../article/encoding.ts';
import type { Files } from '../ports.ts';
import { mountSources } from './mounts.ts';
import { foldersOf, importsOf, replacementsOf, vendoredIn } from './config-modules.ts';
import { onDisk, joinPath } from './config-paths.ts';
import { CONFIG_EXTENSIONS, extensionOf, joined, keysOf, readPart } from './config-read.ts';
import type { ConfigPart } from './config-read.ts';
import type { ConfigSources, ModuleSource } from './config-sources.ts';
import { textOf } from './config-value.ts';
import type { ValueMap } from '../article/tree.ts';

/** Modules that import each other without end stop here. */
const MAX_MODULES = 200;
const MAX_DEPTH = 20;

interface Gathering {
  readonly root: string;
  readonly files: Files;
  readonly environment: string;
}

/** Reads every file of the configuration of the site at `root`, those of its themes and modules included. */
export async function gatherConfig(root: string, files: Files, environment: string): Promise<ConfigSources> {
  const gathering = { root, files, environment };
  const site = await partsIn('', gathering);
  const config = joined(site);
  const themesDir = textOf(config['themesdir']) ?? 'themes';
  const vendor = await textAt('_vendor/modules.txt', gathering);
  const finder = new ModuleFinder(gathering, themesDir, vendoredIn(vendor ?? ''));
  await finder.follow(config, 0);
  const sources = { environment, site, modules: finder.modules, missingModules: finder.missing };
  const asked = mountSources(config, finder.modules);
  const there = await Promise.all(asked.map(folder => exists(folder, gathering)));
  return { ...sources, folders: asked.filter((_, index) => there[index]) };
}

/** Lives while the imports are followed: what was seen, so that none is read twice. */
class ModuleFinder {
  readonly modules: ModuleSource[] = [];
  readonly missing: string[] = [];
  private readonly seen = new Set<string>();
  private readonly gathering: Gathering;
  private readonly themesDir: string;
  private readonly vendored: ReadonlySet<string>;
  private replacements: ReadonlyMap<string, string> | undefined;

  constructor(gathering: Gathering, themesDir: string, vendored: ReadonlySet<string>) {
    this.gathering = gathering;
    this.themesDir = themesDir;
    this.vendored = vendored;
  }

  async follow(config: ValueMap, depth: number): Promise<void> {
    this.replacements ??= replacementsOf(config);
    for (const asked of importsOf(config, this.replacements)) {
      const known = asked.path.toLowerCase().replace(/\/v\d+$/, '');
      if (this.seen.has(known) || this.modules.length >= MAX_MODULES || depth > MAX_DEPTH) continue;
      this.seen.add(known);
      const folder = await this.folderOf(asked.path);
      if (folder === undefined) {
        this.missing.push(asked.path);
        continue;
      }
      const parts = asked.ignoreConfig ? [] : await partsIn(folder, this.gathering);
      const theme = await textAt(joinPath(folder, 'theme.toml'), this.gathering);
      const themeToml = theme === undefined ? undefined : readPart(joinPath(folder, 'theme.toml'), theme);
      this.modules.push({ asked, folder, parts, themeToml });
      if (!asked.ignoreImports) await this.follow(joined(parts), depth + 1);
    }
  }

  private async folderOf(path: string): Promise<string | undefined> {
    for (const folder of foldersOf(path, this.themesDir, this.vendored)) {
      if (await holdsAnything(folder, this.gathering)) return folder;
    }
    return undefined;
  }
}

/** `hugo.toml` or `config.*` in a folder, then what `config/` has for the environment. */
async function partsIn(folder: string, gathering: Gathering): Promise<ConfigPart[]> {
  const entries = (await gathering.files.list(onDisk(gathering.root, folder))) ?? [];
  const names = new Set(entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name));
  const main = ['hugo', 'config']
    .flatMap(base => CONFIG_EXTENSIONS.map(extension => `${base}.${extension}`))
    .find(name => names.has(name));
  const parts = main === undefined ? [] : await partAt(joinPath(folder, main), [], gathering);
  if (!entries.some(({ name, isFolder }) => isFolder && name === 'config')) return parts;
  const config = joinPath(folder, 'config');
  for (const each of ['_default', gathering.environment]) {
    for (const path of await filesBelow(joinPath(config, each), gathering, 0)) {
      parts.push(...(await partAt(path, keysOf(path), gathering)));
    }
  }
  return parts;
}

async function filesBelow(folder: string, gathering: Gathering, depth: number): Promise<string[]> {
  const entries = (await gathering.files.list(onDisk(gathering.root, folder))) ?? [];
  const found: string[] = [];
  for (const { name, isFolder } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = joinPath(folder, name);
    if (!isFolder) found.push(...(extensionOf(name) ? [path] : []));
    else if (depth < MAX_DEPTH) found.push(...(await filesBelow(path, gathering, depth + 1)));
  }
  return found;
}

async function partAt(path: string, keys: readonly string[], gathering: Gathering): Promise<ConfigPart[]> {
  const text = await textAt(path, gathering);
  return text === undefined ? [] : [readPart(path, text, keys)];
}

async function textAt(path: string, { root, files }: Gathering): Promise<string | undefined> {
  const bytes = await files.read(onDisk(root, path));
  return bytes && decode(bytes).text;
}

/** An empty folder is where Git leaves place for a submodule that was not fetched. */
async function holdsAnything(folder: string, { root, files }: Gathering): Promise<boolean> {
  return ((await files.list(onDisk(root, folder)))?.length ?? 0) > 0;
}

async function exists(folder: string, { root, files }: Gathering): Promise<boolean> {
  return (await files.list(onDisk(root, folder))) !== undefined;
}
