import type { SiteConfig } from '../hugo/config-types.ts';
import type { SiteIndex } from '../index/site-index.ts';

/** Where articles of a language lie, and how their names say it. */
export interface LanguagePlace {
  /** The content folder, from the root of the site. */
  readonly folder: string;
  /** Between name and extension: `.en`, or nothing. */
  readonly suffix: string;
}

/** Where an article of a language lies by the configuration: in the folder of the language, else told by its name. */
export function placeForLanguage(config: SiteConfig, language: string, index: SiteIndex): LanguagePlace {
  const own = config.mounts.filter(
    ({ component, module, target }) => component === 'content' && module === undefined && target === '',
  );
  const ofLanguage = own.find(({ languages }) => languages.includes(language));
  if (ofLanguage) return { folder: ofLanguage.source, suffix: '' };
  const folder = own.find(({ languages }) => languages.length === 0)?.source ?? config.folders.content;
  const isPlain = language === config.defaultContentLanguage && !areSuffixed(language, index);
  return { folder, suffix: isPlain ? '' : `.${language}` };
}

/** Whether articles of the default language carry it in their names, though they need not. */
function areSuffixed(language: string, index: SiteIndex): boolean {
  let [suffixed, all] = [0, 0];
  for (const [path] of index.entries()) {
    all++;
    if (languageInName(path, [language]) !== undefined) suffixed++;
  }
  return suffixed * 3 > all;
}

/** The language that a file's name carries: `a.en.md`. */
export function languageInName(path: string, codes: readonly string[]): string | undefined {
  const code = /\.([^./]+)\.[^./]+$/.exec(path)?.[1]?.toLowerCase();
  return code !== undefined && codes.includes(code) ? code : undefined;
}

/** A folder that has articles. */
export interface Section {
  /** Below the content folder; empty for its top. */
  readonly path: string;
  /** Articles directly in it, bundles included. */
  readonly count: number;
  /** How many of them are bundles. */
  readonly bundles: number;
}

/** The folders of articles below a content folder, the most used first; lists (`_index`) are no articles. */
export function sectionsOf(paths: Iterable<string>, folder: string): Section[] {
  const found = new Map<string, { count: number; bundles: number }>();
  for (const path of paths) {
    const at = articleAt(path, folder);
    if (!at) continue;
    const section = found.get(at.section) ?? { count: 0, bundles: 0 };
    if (!at.isList) section.count++;
    if (at.isBundle) section.bundles++;
    found.set(at.section, section);
  }
  return Array.from(found, ([path, { count, bundles }]) => ({ path, count, bundles })).sort(
    (a, b) => b.count - a.count || (a.path < b.path ? -1 : 1),
  );
}

/** The section and the name of an article's file or bundle. */
export interface ArticlePlace {
  readonly section: string;
  readonly name: string;
  readonly isBundle: boolean;
  readonly isList: boolean;
}

/** @returns `undefined` for a path that is not below the folder */
export function articleAt(path: string, folder: string): ArticlePlace | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const parts = path.slice(folder.length + 1).split('/');
  const base = (parts.pop() ?? '').replace(/\..*$/, '');
  const isBundle = base === 'index' && parts.length > 0;
  const name = isBundle ? (parts.pop() ?? '') : base;
  return { section: parts.join('/'), name, isBundle, isList: base === '_index' };
}

/** The path of a new article from the root of the site. */
export const newPath = (
  { folder, suffix }: LanguagePlace,
  { section, name, isBundle }: Omit<ArticlePlace, 'isList'>,
): string => [folder, section, isBundle ? `${name}/index` : name].filter(Boolean).join('/') + `${suffix}.md`;
