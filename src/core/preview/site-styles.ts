import { joinPath } from '../hugo/config-paths.ts';
import type { Component, SiteConfig } from '../hugo/config-types.ts';
import { textsOf } from '../hugo/config-value.ts';

/** A style sheet of the site or its theme, as it lies on disk. */
export interface SiteStyle {
  /** From the root of the site. */
  readonly path: string;
  /** `theme`: what Mainroad's pages load first; `custom`: named by `[Params] customCSS`; `other`: found in a folder `css`. */
  readonly role: 'theme' | 'custom' | 'other';
  /** Hugo may run it as a template: good only if `isPlainStyle` says so. */
  readonly mayBeTemplate: boolean;
}

/**
 * The style sheets of a site in the order in which pages load them. Mainroad's are `assets/css/style.css`, of the site
 * before the theme, and what `customCSS` names in `static`; of other themes it is not known which of theirs they load.
 *
 * @param paths files of the site and its themes, from the root of the site
 */
export function siteStyles(
  paths: readonly string[],
  config: SiteConfig,
  isMainroad: boolean,
): readonly SiteStyle[] {
  const assets = filesOf('assets', paths, config);
  const statics = filesOf('static', paths, config);
  if (!isMainroad) {
    const inAssets = stylesIn(assets).map(path => ({ path, role: 'other' as const, mayBeTemplate: true }));
    const inStatic = stylesIn(statics).map(path => ({ path, role: 'other' as const, mayBeTemplate: false }));
    return [...inAssets, ...inStatic];
  }
  const main = assets.get('css/style.css');
  const custom = (textsOf(config.params['customcss']) ?? []).flatMap(
    name => statics.get(joinPath(name.replace(/[?#].*$/s, '').replace(/^\/+/, ''))) ?? [],
  );
  return [
    ...(main === undefined ? [] : [{ path: main, role: 'theme' as const, mayBeTemplate: true }]),
    ...custom.map(path => ({ path, role: 'custom' as const, mayBeTemplate: false })),
  ];
}

/** Whether a style sheet can be used as it is: there is no template action in it. */
export const isPlainStyle = (css: string): boolean => !css.includes('{{');

/** Files by their path below a component; of several with the same the first mount has it. */
function filesOf(
  component: Component,
  paths: readonly string[],
  config: SiteConfig,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const mount of config.mounts.filter(mount => mount.component === component)) {
    for (const path of paths) {
      if (!path.endsWith('.css') || !path.startsWith(`${mount.source}/`)) continue;
      const below = joinPath(mount.target, path.slice(mount.source.length + 1));
      if (!found.has(below)) found.set(below, path);
    }
  }
  return found;
}

const stylesIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].filter(([below]) => below.startsWith('css/')).map(([, path]) => path);
