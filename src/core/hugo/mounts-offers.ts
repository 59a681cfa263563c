import type { Files } from '../ports.ts';
import { joinPath, onDisk } from './config-paths.ts';
import type { Mount, SiteConfig } from './config-types.ts';
import { gatherBare } from './referrer-policy.ts';
import type { Bare } from './referrer-policy.ts';

/** What a site and its themes offer to an article. Names sorted, each once. */
export interface Offers {
  /** For `widgets` in the front matter. */
  readonly widgets: readonly string[];
  /** Without Hugo's own; `a/b` for one in a folder. */
  readonly shortcodes: readonly string[];
  /** For `hugo new -k`: `default`, `post`, folders included. */
  readonly archetypes: readonly string[];
  /** What `layout` in the front matter may name. */
  readonly layouts: readonly string[];
  /** Templates that the site has itself, not by a theme: `partials/post_tags.html`. */
  readonly ownTemplates?: readonly string[];
  /** Render hooks: `image`, `link`, `codeblock-mermaid`. */
  readonly renderHooks: readonly string[];
  /** Images that browsers ask for without Referer. */
  readonly bareImages?: readonly Bare[];
}

/**
 * Reads the names out of the folders of the site, its themes and modules. Without a configured theme every folder
 * in `themes` counts: a theme may be named on the command line only.
 */
export async function gatherOffers(root: string, files: Files, config: SiteConfig): Promise<Offers> {
  const mounts = [...config.mounts, ...(await unnamedThemes(root, files, config))];
  const below = async (
    component: 'layouts' | 'archetypes',
    ...folders: readonly string[]
  ): Promise<string[]> => {
    const of = mounts.filter(mount => mount.component === component);
    const lists = folders.flatMap(folder => of.map(mount => namesIn({ root, files }, mount, folder)));
    return (await Promise.all(lists)).flat();
  };
  const [widgets, shortcodes, archetypes, templates] = await Promise.all([
    below('layouts', 'partials/widgets', '_partials/widgets'),
    below('layouts', 'shortcodes', '_shortcodes'),
    below('archetypes', ''),
    Promise.all(
      mounts
        .filter(({ component }) => component === 'layouts')
        .map(async mount => ({ mount, names: await namesIn({ root, files }, mount, '') })),
    ),
  ]);
  const layouts = templates.flatMap(({ names }) => names);
  const ownTemplates = templates.flatMap(({ mount, names }) => (mount.module === undefined ? names : []));
  const bareImages = await gatherBare(
    root,
    files,
    templates.flatMap(({ mount: { source, target }, names }) =>
      target === '' ? names.map(path => ({ source, path })) : [],
    ),
  );
  const named = [...config.themes, ...config.modules.map(({ path }) => path)];
  const mainroad = named.some(path => /mainroad/i.test(path));
  const codes = new Set(config.languages.map(({ code }) => code));
  return {
    widgets: sorted([
      ...widgets.filter(name => name.endsWith('.html')).map(name => name.slice(0, -'.html'.length)),
      ...(mainroad || widgets.length === 0 ? MAINROAD_WIDGETS : []),
    ]),
    shortcodes: sorted(shortcodes.flatMap(path => shortcodeName(path, codes))),
    archetypes: sorted(archetypes.map(archetypeName)),
    layouts: sorted(layouts.flatMap(layoutName)),
    ownTemplates: sorted(ownTemplates),
    renderHooks: sorted(layouts.flatMap(hookName)),
    bareImages,
  };
}

interface Disk {
  readonly root: string;
  readonly files: Files;
}

/** Folders deeper than this are not looked into: links can be loops. */
const MAX_DEPTH = 12;

/** Paths of the files that a mount brings to a folder of its component, seen from that folder. */
async function namesIn(disk: Disk, mount: Mount, folder: string): Promise<string[]> {
  const { target, source } = mount;
  if (folder === target) return filesBelow(disk, source, '');
  if (target === '' || folder.startsWith(`${target}/`)) {
    const rest = target === '' ? folder : folder.slice(target.length + 1);
    return filesBelow(disk, joinPath(source, rest), '');
  }
  const inside =
    folder === '' ? target : target.startsWith(`${folder}/`) ? target.slice(folder.length + 1) : '';
  return inside === '' ? [] : filesBelow(disk, source, `${inside}/`);
}

async function filesBelow(disk: Disk, folder: string, prefix: string): Promise<string[]> {
  const entries = await disk.files.list(onDisk(disk.root, folder));
  if (prefix.split('/').length > MAX_DEPTH) return [];
  const found = (entries ?? [])
    .filter(({ name }) => !name.startsWith('.'))
    .map(({ name, isFolder }) =>
      isFolder
        ? filesBelow(disk, joinPath(folder, name), `${prefix}${name}/`)
        : Promise.resolve([prefix + name]),
    );
  return (await Promise.all(found)).flat();
}

async function unnamedThemes(root: string, files: Files, config: SiteConfig): Promise<readonly Mount[]> {
  if (config.modules.length > 0) return [];
  const folder = config.folders.themes;
  const themes = ((await files.list(onDisk(root, folder))) ?? []).filter(({ isFolder }) => isFolder);
  return themes.flatMap(({ name }) =>
    (['layouts', 'archetypes'] as const).map(component => ({
      component,
      target: '',
      source: joinPath(folder, name, component),
      languages: [],
      files: [],
      module: name,
    })),
  );
}

/** What may stand between a template's name and its extension: output formats, kinds, languages. */
const FORMATS = new Set([
  'html',
  'amp',
  'rss',
  'json',
  'xml',
  'calendar',
  'csv',
  'txt',
  'md',
  'markdown',
  'plain',
]);

/** `figure.html`, `nested/box.amp.html`, `n.zh.html` → the name in `{{< … >}}`; inline ones have no file. */
function shortcodeName(path: string, languages: ReadonlySet<string>): string[] {
  const slash = path.lastIndexOf('/') + 1;
  const [name = '', ...suffixes] = path.slice(slash).split('.');
  if (name === '' || suffixes.length === 0) return [];
  const own = suffixes.slice(0, -1).findIndex(suffix => FORMATS.has(suffix) || languages.has(suffix));
  const kept = own === -1 ? suffixes.slice(0, -1) : suffixes.slice(0, own);
  return [path.slice(0, slash) + [name, ...kept].join('.')];
}

/** `post.md` → post; a folder is an archetype for bundles. */
function archetypeName(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path.replace(/\.[^.]+$/, '') : path.slice(0, slash);
}

/** Names that choose themselves by the page's kind; `layout` has no use for them. */
const USUAL = new Set([
  'baseof',
  'list',
  'home',
  'index',
  'section',
  'taxonomy',
  'term',
  'terms',
  'all',
  '404',
  'rss',
]);
const NO_PAGES = /(?:^|\/)(?:_?partials|_?shortcodes|_markup|_internal)\//;

function layoutName(path: string): string[] {
  if (NO_PAGES.test(path)) return [];
  const name = path.slice(path.lastIndexOf('/') + 1).split('.')[0] ?? '';
  const isTemplate = path.endsWith('.html') && !USUAL.has(name) && !/\bbaseof\b/.test(path);
  return isTemplate && name !== '' ? [name] : [];
}

function hookName(path: string): string[] {
  const name = /(?:^|\/)_markup\/render-([\w-]+)\./.exec(path)?.[1];
  return name === undefined ? [] : [name];
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

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
