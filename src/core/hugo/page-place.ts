import type { Mount, SiteConfig } from './config-types.ts';
import { joinPath } from './config-paths.ts';
import { globMatches } from './page-glob.ts';
import type { ContentPlace, NotAPage, PageKind } from './page-types.ts';
import { pageDoes } from './page-versions.ts';
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
  const found = inContent(path, config);
  if (!found) return { reason: 'outside-content' };
  const file = found.file;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = lower(name.slice(dot + 1));
  if (dot === -1 || !CONTENT.test(extension)) return { reason: 'not-content' };
  if (isIgnored(path, name, config)) return { reason: 'ignored' };
  const parsed = parseName(name.slice(0, dot), config, hugo);
  const language = parsed.language ?? found.languages[0] ?? config.defaultContentLanguage;
  if (config.languages.some(({ code, disabled }) => code === language && disabled))
    return { reason: 'language-disabled' };
  const folder = file.slice(0, file.length - name.length);
  const place = placeFrom(folder, parsed.base, config, pageDoes(hugo, 'normalisedPaths'));
  return { place: { ...place, file, language, isMarkdown: MARKDOWN.test(extension) } };
}

interface InContent {
  readonly file: string;
  readonly languages: readonly string[];
}

/** The mount that has the file; of nested ones the innermost. */
function inContent(path: string, { mounts }: SiteConfig): InContent | undefined {
  const candidates = mounts
    .filter(mount => mount.component === 'content')
    .flatMap(mount => {
      const file = fileIn(mount, path);
      return file === undefined ? [] : [{ mount, file }];
    });
  const best = candidates.sort((a, b) => b.mount.source.length - a.mount.source.length)[0];
  return best && { file: best.file, languages: best.mount.languages };
}

function fileIn({ source, target, files }: Mount, path: string): string | undefined {
  if (path === source) return target;
  if (source !== '' && !path.startsWith(`${source}/`)) return undefined;
  const below = source === '' ? path : path.slice(source.length + 1);
  return isTaken(below, files) ? joinPath(target, below) : undefined;
}

/** Excluding globs win; with including ones only those files are taken. */
function isTaken(file: string, globs: readonly string[]): boolean {
  const [excluding, including] = [globs.filter(isNegative), globs.filter(glob => !isNegative(glob))];
  const matches = (glob: string): boolean => globMatches(glob.replace(/^\//, ''), file);
  if (excluding.some(glob => matches(glob.replace(/^!\s*/, '')))) return false;
  return including.length === 0 || including.some(matches);
}

const isNegative = (glob: string): boolean => glob.startsWith('!');

/** Files that start with `.` or `#`, end with `~` or editors' leftovers, and `ignoreFiles` (source/sourceSpec.go). */
function isIgnored(path: string, name: string, config: SiteConfig): boolean {
  if (/^[.#]|~$|\.swp$/.test(name)) return true;
  return config.ignoreFiles.some(pattern => patternOf(pattern)?.test(`/${path}`) ?? false);
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
  { languages }: SiteConfig,
  hugo: HugoVersion | undefined,
): { readonly base: string; readonly language: string | undefined } {
  const parts = name.split('.');
  const codes = new Set(languages.map(({ code }) => code));
  const anywhere = pageDoes(hugo, 'languageAnywhereInName');
  for (let i = parts.length - 1; i > 0; i--) {
    const language = pageDoes(hugo, 'normalisedPaths') ? lower(parts[i] ?? '') : (parts[i] ?? '');
    if (codes.has(language)) return { base: parts.slice(0, i).join('.'), language };
    if (!anywhere) break;
  }
  return { base: name, language: undefined };
}

type Derived = Omit<ContentPlace, 'file' | 'language' | 'isMarkdown'>;

function placeFrom(folder: string, base: string, config: SiteConfig, normalised: boolean): Derived {
  const bundle = bundleOf(normalised ? lower(base) : base);
  const spelled = `/${folder}${bundle === 'none' ? base : ''}`.replace(/(?<=.)\/$/, '');
  const logicalPath = normalise(spelled);
  const parts = folder.split('/').filter(part => part !== '');
  const inSection = parts.length > (bundle === 'leaf' ? 1 : 0);
  const spelledSection = inSection ? (parts[0] ?? '') : '';
  return {
    kind: normalised && logicalPath === '/' ? 'home' : kindOf(bundle, logicalPath, config),
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

function kindOf(bundle: ContentPlace['bundle'], path: string, config: SiteConfig): PageKind {
  if (bundle !== 'branch') return 'page';
  if (path === '/') return 'home';
  for (const plural of Object.values(config.taxonomies)) {
    const root = `/${normalise(plural)}`;
    if (path === root) return 'taxonomy';
    if (path.startsWith(`${root}/`)) return 'term';
  }
  return 'section';
}
