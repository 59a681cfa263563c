import type { ModuleImport } from './config-modules.ts';
import type { ConfigPart } from './config-read.ts';

/** All files that make up a configuration, read: what `configOf` makes one of. Plain data. */
export interface ConfigSources {
  readonly environment: string;
  /** The site's own files, the later overrides. */
  readonly site: readonly ConfigPart[];
  /** In Hugo's order: each followed by those that it imports. */
  readonly modules: readonly ModuleSource[];
  readonly missingModules: readonly string[];
  /** Which of the folders that are mounted or could be are on disk; from the site's root. */
  readonly folders: readonly string[];
}

export interface ModuleSource {
  readonly asked: ModuleImport;
  readonly folder: string;
  readonly parts: readonly ConfigPart[];
  /** The old `theme.toml`, of which `min_version` counts. */
  readonly themeToml: ConfigPart | undefined;
}
