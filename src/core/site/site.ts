import type { SiteFacts } from '../check/facts.ts';
import type { Files, FolderEntry } from '../ports.ts';

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
  // `config.*` and `config/` are common names; a site has `content` beside them.
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('content')) return false;
  if (entries.some(({ name, isFolder }) => !isFolder && CONFIG_FILE.test(name))) return true;
  return names.has('config') && (await files.list(`${folder}/config/_default`)) !== undefined;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return path;
  return path.slice(0, slash) || '/';
}

/** Reads what rules want to know of a site. */
export async function gatherSite(root: string, files: Files): Promise<SiteFacts> {
  const roots = [root, ...(await themeFolders(root, files))];
  const names = async (folder: string): Promise<string[]> => {
    const lists = await Promise.all(roots.map(base => files.list(`${base}/${folder}`)));
    return lists.flatMap(list => list ?? []).flatMap(templateName);
  };
  const widgets = [
    ...(await names('layouts/partials/widgets')),
    ...(await names('layouts/_partials/widgets')),
  ];
  const shortcodes = [...(await names('layouts/shortcodes')), ...(await names('layouts/_shortcodes'))];
  return {
    isMainroad: true,
    widgets: sorted([...MAINROAD_WIDGETS, ...widgets]),
    shortcodes: sorted(shortcodes),
    contentFolders: ['content'],
  };
}

async function themeFolders(root: string, files: Files): Promise<string[]> {
  const entries = (await files.list(`${root}/themes`)) ?? [];
  return entries.filter(({ isFolder }) => isFolder).map(({ name }) => `${root}/themes/${name}`);
}

const templateName = ({ name, isFolder }: FolderEntry): string[] =>
  !isFolder && name.endsWith('.html') ? [name.slice(0, -'.html'.length)] : [];

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Mainroad's own (its layouts/partials/widgets, 13e04b3), for sites whose theme is not on disk. */
const MAINROAD_WIDGETS = [
  'categories',
  'ddg-search',
  'languages',
  'recent',
  'search',
  'sidemenu',
  'social',
  'taglist',
];
