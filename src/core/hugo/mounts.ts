import type { ValueMap } from '../article/tree.ts';
import type { ModuleSource } from './config-sources.ts';
import { cleanPath, isAbsolute, joinPath, within } from './config-paths.ts';
import { joined } from './config-read.ts';
import type { Component, Folders, Language, Mount } from './config-types.ts';
import { at, mapsOf, textOf, textsOf } from './config-value.ts';

/** Folders of a site that mean something to Hugo. */
const COMPONENTS: readonly Component[] = [
  'archetypes',
  'assets',
  'content',
  'data',
  'i18n',
  'layouts',
  'static',
];

/** All folders that can be mounted, so that the reader can look which of them are there. */
export function mountSources(site: ValueMap, modules: readonly ModuleSource[]): readonly string[] {
  const own = mapsOf(at(site, 'module', 'mounts')).map(mount => sourceIn('', mount));
  const theirs = modules.flatMap(({ asked, folder, parts }) => [
    ...COMPONENTS.map(component => joinPath(folder, component)),
    ...[...asked.mounts, ...mapsOf(at(joined(parts), 'module', 'mounts'))].map(mount =>
      sourceIn(folder, mount),
    ),
  ]);
  return [...new Set([...own, ...theirs])].filter(source => source !== '');
}

const sourceIn = (folder: string, mount: ValueMap): string =>
  within(folder, cleanPath(textOf(mount['source']) ?? ''));

/** What `effectiveMounts` joins. */
export interface MountInput {
  readonly site: ValueMap;
  readonly modules: readonly ModuleSource[];
  /** Folders that are on disk, of those that `mountSources` names. */
  readonly present: ReadonlySet<string>;
  readonly folders: Folders;
  readonly languages: readonly Language[];
}

/** All mounts, those of the site first (modules/collect.go, modules/config.go). */
export function effectiveMounts(input: MountInput): readonly Mount[] {
  const { site, modules, present } = input;
  const isThere = ({ source }: Mount): boolean => present.has(source);
  const own = mountsOf(mapsOf(at(site, 'module', 'mounts')), '').filter(isThere);
  const configured = new Set(own.map(({ component }) => component));
  const usual = COMPONENTS.filter(component => !configured.has(component)).flatMap(component =>
    usualMounts(component, input),
  );
  const theirs = modules.flatMap(({ asked, folder, parts }) => {
    if (asked.noMounts) return [];
    const given = asked.mounts.length > 0 ? asked.mounts : mapsOf(at(joined(parts), 'module', 'mounts'));
    const mounts =
      given.length > 0
        ? mountsOf(given, folder)
        : COMPONENTS.map(component => plain(component, joinPath(folder, component)));
    return mounts.filter(isThere).map(mount => ({ ...mount, module: asked.path }));
  });
  return [...withoutDoubles([...own, ...usual]), ...theirs];
}

function mountsOf(given: readonly ValueMap[], folder: string): readonly Mount[] {
  return given.flatMap((mount): Mount[] => {
    const target = cleanPath(textOf(mount['target']) ?? '');
    const [first = '', ...rest] = target.split('/');
    const component = COMPONENTS.find(known => known === first);
    const source = sourceIn(folder, mount);
    if (component === undefined || textOf(mount['source']) === undefined) return [];
    if (folder !== '' && (isAbsolute(source) || !source.startsWith(`${folder}/`))) return [];
    return [
      {
        ...plain(component, source),
        target: rest.join('/'),
        languages: languagesOf(mount),
        files: [
          ...(textsOf(mount['files']) ?? []),
          ...(textsOf(mount['includefiles']) ?? []),
          ...(textsOf(mount['excludefiles']) ?? []).map(glob => `! ${glob}`),
        ],
      },
    ];
  });
}

/** `lang`, and since 0.153 `sites.matrix.languages`. */
function languagesOf(mount: ValueMap): readonly string[] {
  const lang = textOf(mount['lang']);
  const matrix = textsOf(at(mount, 'sites', 'matrix', 'languages')) ?? [];
  return [...new Set([...matrix, ...(lang === undefined || lang === '' ? [] : [lang])])];
}

/** Where a component lies when no mount says it; content and static folders may be those of a language. */
function usualMounts(component: Component, { folders, languages }: MountInput): readonly Mount[] {
  if (component === 'static') return folders.static.map(folder => plain(component, within('', folder)));
  if (component !== 'content') return [plain(component, within('', folders[component]))];
  return languages
    .filter(({ disabled }) => !disabled)
    .map(({ code, settings }) => {
      const folder = settings.folders.content;
      const mount = plain(component, within('', folder));
      return folder === folders.content ? mount : { ...mount, languages: [code] };
    });
}

const plain = (component: Component, source: string): Mount => ({
  component,
  target: '',
  source,
  languages: [],
  files: [],
  module: undefined,
});

function withoutDoubles(mounts: readonly Mount[]): readonly Mount[] {
  const keyed = new Map(mounts.map(mount => [JSON.stringify(mount), mount]));
  return [...keyed.values()];
}
