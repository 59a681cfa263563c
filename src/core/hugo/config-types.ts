import type { Range, ValueMap } from '../article/tree.ts';
import type { SyntaxFault } from '../article/syntax.ts';

/** A site's configuration. Plain data; paths are relative to the site's root, `/` between the parts. */
export interface SiteConfig extends SiteSettings {
  /** Settings above are those of the site as a whole; `languages` has those of each language. */
  readonly languages: readonly Language[];
  readonly defaultContentLanguage: string;
  readonly defaultContentLanguageInSubdir: boolean;
  /** Languages have hosts of their own. */
  readonly isMultihost: boolean;
  readonly environment: string;
  /** What `theme` names, first wins. */
  readonly themes: readonly string[];
  /** Themes and modules that lie on disk, in Hugo's order; the site itself is not among them. */
  readonly modules: readonly SiteModule[];
  /** Every folder that Hugo reads, the site's own first. */
  readonly mounts: readonly Mount[];
  /** Of the site's own `module.hugoVersion`. */
  readonly hugoVersion: VersionBounds;
}

/** Settings that each language may have otherwise. */
export interface SiteSettings {
  readonly baseURL: string;
  readonly title: string;
  /** BCP 47 tag: `locale`, before 0.158 `languageCode`. */
  readonly locale: string | undefined;
  /** IANA name; Hugo takes UTC if there is none. */
  readonly timeZone: string | undefined;
  /** Keys are lower case. */
  readonly params: ValueMap;
  /** The root table `author` as written, keys lower case; Hugo gives it to templates before 0.156. */
  readonly author: ValueMap;
  /** Plural name by singular: `{ tag: 'tags' }`. */
  readonly taxonomies: Readonly<Record<string, string>>;
  /** `markup` as written, keys lower case. */
  readonly markup: ValueMap;
  /** The first that matches a page decides. */
  readonly permalinks: readonly PermalinkRule[];
  readonly uglyURLs: boolean | Readonly<Record<string, boolean>>;
  /** Site-wide cascade, raw: a map or a list of maps. */
  readonly cascade: readonly ValueMap[];
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  readonly sectionPagesMenu: string;
  readonly frontMatterDates: FrontMatterDates;
  /** Output format names by page kind, without Hugo's defaults. */
  readonly outputs: Readonly<Record<string, readonly string[]>>;
  /** Names of the formats that the configuration defines or changes. */
  readonly outputFormats: readonly string[];
  readonly disableKinds: readonly string[];
  readonly mainSections: readonly string[] | undefined;
  readonly ignoreFiles: readonly string[];
  readonly pagination: { readonly pagerSize: number; readonly path: string };
  /** `refLinksErrorLevel` is `warning`: a `ref` to a page that is missing does not break the build. */
  readonly refsOnlyWarn: boolean;
  readonly disqusShortname: string | undefined;
  readonly summaryLength: number;
  readonly folders: Folders;
  readonly switches: Switches;
}

export interface Switches {
  readonly enableEmoji: boolean;
  readonly hasCJKLanguage: boolean;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  readonly removePathAccents: boolean;
  readonly disablePathToLower: boolean;
  readonly canonifyURLs: boolean;
  readonly relativeURLs: boolean;
  readonly pluralizeListTitles: boolean;
  readonly capitalizeListTitles: boolean;
  readonly enableGitInfo: boolean;
  readonly disableAliases: boolean;
}

/** Where the site's own files lie, where no mount says otherwise. */
export interface Folders {
  readonly content: string;
  readonly static: readonly string[];
  readonly assets: string;
  readonly archetypes: string;
  readonly layouts: string;
  readonly data: string;
  readonly i18n: string;
  readonly themes: string;
}

export interface Language {
  /** The key of the configuration, lower case: `zh-cn`. */
  readonly code: string;
  /** What editors call it: `label`, before 0.158 `languageName`; empty if there is none. */
  readonly name: string;
  readonly weight: number;
  readonly disabled: boolean;
  readonly settings: SiteSettings;
}

export interface PermalinkRule {
  /** Kind of the pages, a glob. */
  readonly kind: string;
  /** Glob of their logical paths; `undefined` matches all. */
  readonly path: string | undefined;
  /** The first part of the path that the rule is for, in the forms of the configuration that name one. */
  readonly section: string | undefined;
  readonly lang: string | undefined;
  readonly environment: string | undefined;
  readonly pattern: string;
}

export interface MenuEntry {
  readonly identifier: string;
  readonly name: string;
  readonly url: string;
  readonly pageRef: string;
  readonly weight: number;
  readonly parent: string;
}

/** Where each date of a page comes from, first found wins: keys in lower case, `:filename`, `:git`, `:filemodtime`. */
export interface FrontMatterDates {
  readonly date: readonly string[];
  readonly lastmod: readonly string[];
  readonly publishDate: readonly string[];
  readonly expiryDate: readonly string[];
}

export interface SiteModule {
  /** As the configuration names it. */
  readonly path: string;
  readonly folder: string;
  /** What it says of the Hugo versions that it works with. */
  readonly hugoVersion: VersionBounds;
}

/** A folder that Hugo reads as part of a component. */
export interface Mount {
  readonly component: Component;
  /** Below the component, without `/` at the ends; empty for the component itself. */
  readonly target: string;
  /** The folder or file on disk: from the site's root, or absolute. */
  readonly source: string;
  /** Codes of the languages that its files are in; empty: their names say it. */
  readonly languages: readonly string[];
  /** Globs of the files it takes, seen from `source`; `! ` in front excludes. Empty: all. */
  readonly files: readonly string[];
  /** Path of the theme or module that it belongs to; `undefined`: the site itself. */
  readonly module: string | undefined;
}

export type Component = 'archetypes' | 'assets' | 'content' | 'data' | 'i18n' | 'layouts' | 'static';

export interface VersionBounds {
  readonly min: string | undefined;
  readonly max: string | undefined;
}

/** One error in one configuration file. `range`: UTF-16 offsets of that file. */
export interface ConfigFault {
  readonly path: string;
  readonly range: Range;
  readonly rule: SyntaxFault['rule'] | 'settings';
  readonly message: SyntaxFault['message'];
}

export interface ConfigReading {
  readonly config: SiteConfig;
  readonly faults: readonly ConfigFault[];
  /** Every file that took part; a change of one asks for another reading. */
  readonly files: readonly string[];
  /** What the configuration names and the disk does not have. */
  readonly missingModules: readonly string[];
}
