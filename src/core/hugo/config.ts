import type { Files } from '../ports.ts';
import type { ValueMap } from '../article/tree.ts';
import { gatherConfig } from './config-files.ts';
import { defaultLanguage, languagesIn, withLanguages } from './config-languages.ts';
import { mergeModule, withStrategies, withoutStrategies } from './config-merge.ts';
import { themesOf } from './config-modules.ts';
import { joined } from './config-read.ts';
import type { ConfigSources, ModuleSource } from './config-sources.ts';
import { settingsOf } from './config-settings.ts';
import type { ConfigReading, SiteConfig, SiteModule, VersionBounds } from './config-types.ts';
import { at, flagOf, mapAt, textOf } from './config-value.ts';
import { effectiveMounts } from './mounts.ts';

/**
 * Reads the configuration of the site at `root`. What is broken is reported and left out; a site without any
 * configuration has Hugo's defaults.
 */
export async function readConfig(
  root: string,
  files: Files,
  environment = 'production',
): Promise<ConfigReading> {
  return configOf(await gatherConfig(root, files, environment));
}

/** One configuration out of all files that take part. Pure. */
export function configOf(sources: ConfigSources): ConfigReading {
  const own = joined(sources.site);
  const parts = [...sources.site, ...sources.modules.flatMap(partsOf)];
  const site = sources.modules.reduce<ValueMap>(
    (all, module) => mergeModule(all, joined(module.parts)),
    withLanguages(withStrategies(own)),
  );
  const base = settingsOf(withoutStrategies(site));
  const languages = languagesIn(withLanguages(site), base);
  const { environment, modules } = sources;
  const config: SiteConfig = {
    ...base,
    languages,
    defaultContentLanguage: defaultLanguage(site, languages),
    defaultContentLanguageInSubdir: flagOf(site['defaultcontentlanguageinsubdir']) ?? false,
    isMultihost: languages.some(({ code }) => at(site, 'languages', code, 'baseurl') !== undefined),
    environment,
    themes: themesOf(own),
    modules: modules.map(moduleOf),
    mounts: effectiveMounts({
      site: own,
      modules,
      present: new Set(sources.folders),
      folders: base.folders,
      languages,
    }),
    hugoVersion: boundsOf(mapAt(own, 'module', 'hugoversion')),
  };
  return {
    config,
    faults: parts.flatMap(({ faults }) => faults),
    files: parts.map(({ path }) => path),
    missingModules: sources.missingModules,
  };
}

const partsOf = ({ parts, themeToml }: ModuleSource): ModuleSource['parts'] =>
  themeToml ? [...parts, themeToml] : parts;

function moduleOf({ asked, folder, parts, themeToml }: ModuleSource): SiteModule {
  const bounds = boundsOf(mapAt(joined(parts), 'module', 'hugoversion'));
  const oldMin = themeToml && textOf(themeToml.value['min_version']);
  return { path: asked.path, folder, hugoVersion: { ...bounds, min: bounds.min ?? oldMin } };
}

function boundsOf(map: ValueMap): VersionBounds {
  const text = (key: string): string | undefined => {
    const given = textOf(map[key]);
    return given === '' ? undefined : given;
  };
  return { min: text('min'), max: text('max') };
}
