import { decode } from '../article/encoding.ts';
import type { SiteFacts } from '../check/facts.ts';
import { readConfig } from '../hugo/config.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import { gatherOffers } from '../hugo/mounts-offers.ts';
import type { Offers } from '../hugo/mounts-offers.ts';
import { siteVersion } from '../hugo/site-version.ts';
import type { Files } from '../ports.ts';
import { RULES } from '../rules/index.ts';
import { readSettingsFile, SETTINGS_FILE } from './settings-file.ts';

const RULE_IDS = RULES.map(({ id }) => id);

const CONFIG_FILE = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/;

/** The nearest folder above a file, or the folder itself, that has a Hugo configuration. */
export async function findSite(folder: string, files: Files): Promise<string | undefined> {
  for (let at = folder; ; at = parentOf(at)) {
    if (await hasConfiguration(at, files)) return at;
    if (parentOf(at) === at) return undefined;
  }
}

async function hasConfiguration(folder: string, files: Files): Promise<boolean> {
  const entries = (await files.list(folder)) ?? [];
  if (entries.some(({ name, isFolder }) => !isFolder && name.startsWith('hugo.') && CONFIG_FILE.test(name)))
    return true;
  // `config.*` and `config/` are common names; a site has `content` beside them, or another folder and `themes`.
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('content') && !names.has('themes')) return false;
  if (entries.some(({ name, isFolder }) => !isFolder && CONFIG_FILE.test(name))) return true;
  return names.has('config') && (await files.list(`${folder}/config/_default`)) !== undefined;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return path;
  return path.slice(0, slash) || '/';
}

/** Reads what is to be known of the site at `root`. */
export async function gatherSite(root: string, files: Files): Promise<SiteFacts> {
  const { config, faults, missingModules } = await readConfig(root, files);
  const [offers, hugo, bytes] = await Promise.all([
    gatherOffers(root, files, config),
    siteVersion(root, files, config),
    files.read(`${root}/${SETTINGS_FILE}`),
  ]);
  const house = readSettingsFile(bytes ? decode(bytes).text : '', RULE_IDS);
  return {
    config,
    offers,
    isMainroad: isMainroad(config, offers),
    isWhole: missingModules.every(name => /mainroad/i.test(name)),
    contentFolders: contentFolders(config),
    taxonomies: Object.values(config.taxonomies).map(name => name.toLowerCase()),
    hugo,
    settings: house.settings,
    faults: [...faults, ...house.faults],
  };
}

function isMainroad(config: SiteConfig, offers: Offers): boolean {
  const names = [...config.themes, ...config.modules.map(({ path }) => path)];
  if (names.length > 0) return names.some(name => /mainroad/i.test(name));
  // A theme can be named on the command line; without one, templates of the site's own make the pages.
  return offers.layouts.length === 0;
}

/** The site's own folders; articles of themes are not the editor's. */
function contentFolders(config: SiteConfig): string[] {
  const own = config.mounts.filter(
    ({ component, module }) => component === 'content' && module === undefined,
  );
  const folders = own.map(({ source }) => source.replace(/\/+$/, ''));
  return [...new Set(folders.length > 0 ? folders : [config.folders.content])];
}
