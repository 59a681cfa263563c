import type { Mount, SiteConfig } from './config-types.ts';
import { joinPath } from './config-paths.ts';
import { globMatches } from './page-glob.ts';
import type { ContentPlace, NotAPage, PageKind } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import { lower } from './url-path.ts';
import type { HugoVersion } from './version.ts';

/** Extensions of content (media/config.go, markup). */
const CONTENT = /^(?:md|markdown|mdown|html?|adoc|asciidoc|ad|org|pandoc|pdc|rst)$/;
const MARKDOWN = /^(?:md|markdown|mdown)$/;

/**
 * Where a file stands in the site, by its path and the configuration, or why it is no page.
 *
 * @param path from the root of the site
 */
export function placeOf(
  path: string,
  config: SiteConfig,
  hugo?: HugoVersion,
): { readonly place: ContentPlace } | { readonly reason: NotAPage } {
  const places = placesOf(config);
  const found = inContent(path, places);
  if (!found) return { reason: 'outside-content' };
  const file = found.file;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = lower(name.slice(dot + 1));
  if (dot === -1 || !CONTENT.test(extension)) return { reason: 'not-content' };
  if (isIgnored(path, name, places)) return { reason: 'ignored' };
  const parsed = parseName(name.slice(0, dot), places, hugo);
  const language = parsed.language ?? found.languages[0] ?? config.defaultContentLanguage;
  if (places.disabled.has(language)) return { reason: 'language-disabled' };
  const folder = file.slice(0, file.length - name.length);
  const place = placeFrom(folder, parsed.base, places, doesNow(hugo, 'normalisedPaths'));
  return { place: { ...place, path, file, language, isMarkdown: MARKDOWN.test(extension) } };
}

interface InContent {
  readonly file: string;
  readonly languages: readonly string[];
}

/** What places are found with; made once for a configuration. */
interface Places {
  readonly mounts: readonly Mount[];
  readonly codes: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly ignored: readonly RegExp[];
  /** `/tags`, `/categories`. */
  readonly taxonomies: readonly string[];
}

const known = new WeakMap<SiteConfig, Places>();

function placesOf(config: SiteConfig): Places {
  const found = known.get(config);
  if (found) return found;
  const made: Places = {
    mounts: config.mounts
      .filter(({ component }) => component === 'content')
      .sort((a, b) => b.source.length - a.source.length),
    codes: new Set(config.languages.map(({ code }) => code)),
    disabled: new Set(config.languages.filter(({ disabled }) => disabled).map(({ code }) => code)),
    ignored: config.ignoreFiles.flatMap(pattern => patternOf(pattern) ?? []),
    taxonomies: Object.values(config.taxonomies).map(plural => `/${normalise(plural)}`),
  };
  known.set(config, made);
  return made;
}

/** The mount that has the file; of nested ones the innermost. */
function inContent(path: string, { mounts }: Places): InContent | undefined {
  for (const mount of mounts) {
    const file = fileIn(mount, path);
    if (file !== undefined) return { file, languages: mount.languages };
  }
  return undefined;
}

function fileIn({ source, target, files }: Mount, path: string): string | undefined {
  if (path === source) return target;
  if (source !== '' && !path.startsWith(`${source}/`)) return undefined;
  const below = source === '' ? path : path.slice(source.length + 1);
  return isTaken(below, files) ? joinPath(target, below) : undefined;
}

/** Excluding globs win; with including ones only those files are taken. */
export function isTaken(file: string, globs: readonly string[]): boolean {
  const [excluding, including] = [globs.filter(isNegative), globs.filter(glob => !isNegative(glob))];
  const matches = (glob: string): boolean => globMatches(glob.replace(/^\//, ''), file);
  if (excluding.some(glob => matches(glob.replace(/^!\s*/, '')))) return false;
  return including.length === 0 || including.some(matches);
}

const isNegative = (glob: string): boolean => glob.startsWith('!');

/** Files that start with `.` or `#`, end with `~` or editors' leftovers, and `ignoreFiles` (source/sourceSpec.go). */
function isIgnored(path: string, name: string, { ignored }: Places): boolean {
  if (/^[.#]|~$|\.swp$/.test(name)) return true;
  return ignored.some(pattern => pattern.test(`/${path}`));
}

function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Takes the language out of a file name without its extension: `a.zh` → a, zh. */
function parseName(
  name: string,
  { codes }: Places,
  hugo: HugoVersion | undefined,
): { readonly base: string; readonly language: string | undefined } {
  const parts = name.split('.');
  const anywhere = doesNow(hugo, 'languageAnywhereInName');
  for (let i = parts.length - 1; i > 0; i--) {
    const language = doesNow(hugo, 'normalisedPaths') ? lower(parts[i] ?? '') : (parts[i] ?? '');
    if (codes.has(language)) return { base: parts.slice(0, i).join('.'), language };
    if (!anywhere) break;
  }
  return { base: name, language: undefined };
}

type Derived = Omit<ContentPlace, 'path' | 'file' | 'language' | 'isMarkdown'>;

function placeFrom(folder: string, base: string, places: Places, normalised: boolean): Derived {
  const bundle = bundleOf(normalised ? lower(base) : base);
  const spelled = `/${folder}${bundle === 'none' ? base : ''}`.replace(/(?<=.)\/$/, '');
  const logicalPath = normalise(spelled);
  const parts = folder.split('/').filter(part => part !== '');
  const inSection = parts.length > (bundle === 'leaf' ? 1 : 0);
  const spelledSection = inSection ? (parts[0] ?? '') : '';
  return {
    kind: normalised && logicalPath === '/' ? 'home' : kindOf(bundle, logicalPath, places),
    bundle,
    logicalPath,
    spelledPath: spelled,
    baseName: base,
    section: normalised ? normalise(spelledSection) : spelledSection,
    spelledSection,
  };
}

function bundleOf(base: string): ContentPlace['bundle'] {
  if (base === '_index') return 'branch';
  return base === 'index' ? 'leaf' : 'none';
}

/** Lower case, `-` for each space (common/paths/pathparser.go). */
export const normalise = (path: string): string => lower(path).replaceAll(' ', '-');

function kindOf(bundle: ContentPlace['bundle'], path: string, { taxonomies }: Places): PageKind {
  if (bundle !== 'branch') return 'page';
  if (path === '/') return 'home';
  if (taxonomies.includes(path)) return 'taxonomy';
  return taxonomies.some(root => path.startsWith(`${root}/`)) ? 'term' : 'section';
}
