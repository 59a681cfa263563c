import { parseVersion } from './version.ts';
import type { HugoVersion } from './version.ts';

/**
 * What Hugo does, by version: `since` is the first that does it, `until` the first that no longer does.
 * Sources: facts and commits named in the comments; no condition on a version stands anywhere else.
 */
const BEHAVIOUR = {
  /** A date that cannot be read breaks the build; before, the page silently had none (ab03588db). */
  badDateBreaksBuild: { since: '0.136.0' },
  /** yes, no, on, off are booleans: gopkg.in/yaml.v2; goccy/go-yaml takes them for text (a3d954846). */
  yaml11Booleans: { until: '0.152.0' },
  /** A key that is there twice breaks the build (a3d954846). */
  duplicateKeysBreakBuild: { since: '0.152.0' },
  /** build, sitemap, params, cascade, … that are no map break the build (f31a6db79). */
  mapsAreRequired: { since: '0.123.0' },
  /** `sites` of the front matter is read (264022a75). */
  sitesAreRead: { since: '0.153.0' },
  /** Templates' functions such as urlize and relURL refuse lists and maps (spf13/cast 1.6). */
  castsAreChecked: { since: '0.121.0' },
  /** A list with lists or maps in it is no list of texts (spf13/cast 1.8). */
  textListsAreChecked: { since: '0.147.7' },
  /** `params` in the front matter is the parameters' own map, `kind` a kind of page (f31a6db79). */
  paramsMap: { since: '0.123.0' },
  /** `kind` and `path` in the front matter count (f31a6db79, 264022a75). */
  kindIsRead: { since: '0.123.0', until: '0.153.0' },
  /** Dates without seconds, trailing commas and line ends in inline tables, \\x41 (go-toml 2.3, TOML 1.1). */
  toml10: { until: '0.161.0' },
  /** Seconds up to 60 in TOML (go-toml before 2.3 took them). */
  toml11: { since: '0.161.0' },
  /** The settings of `sitemap` are decoded strictly. */
  sitemapIsDecoded: { since: '0.123.0' },
  /** The weight of a menu entry has to be a number. */
  menuWeightIsChecked: { since: '0.123.0' },
  /** `markup` with a name that Hugo does not know breaks the build. */
  unknownMarkupBreaksBuild: { since: '0.123.0' },
  /** `markup: html` and `org` are denied by default (security.allowContent). */
  htmlContentIsDenied: { since: '0.162.0' },
  /** `:year` and its like in `url` (566fe7ba1). */
  tokensInUrl: { since: '0.131.0' },
  /** An address with a scheme other than http in `url`: seen in 0.131.0, not in 0.111.3 and 0.169.0. */
  schemeInUrlBreaksBuild: { since: '0.123.0', until: '0.153.0' },
  /** `params:` with nothing behind it: seen in 0.131.0, not in 0.111.3 and 0.169.0. */
  emptyParamsBreakBuild: { since: '0.123.0', until: '0.153.0' },
  /** `_build` was deprecated in 0.145; 15 versions later such keys break the build (common/hugo/hugo.go). */
  oldBuildKeyBreaksBuild: { since: '0.160.0' },
  /** `lang` in the target of a cascade was deprecated in 0.150; 15 versions later it breaks the build (run on 0.169). */
  cascadeLanguageBreaksBuild: { since: '0.165.0' },
  /** The target of a cascade is a map with a known kind. */
  cascadeTargets: { since: '0.123.0' },
  /** Templates do not go through a number (text/template of Go before 1.24, fd8b0fbf8). */
  numbersAreNoLists: { until: '0.144.0' },
  /** Partials are found whatever their case, and with `.html` twice (the templates' new file lookup). */
  exactPartialNames: { until: '0.146.0' },
  /** Unix time in milliseconds as a date breaks the build. */
  millisecondDateBreaksBuild: { since: '0.123.0', until: '0.152.0' },
  /** One tilde strikes through as two do (goldmark 1.7.2). */
  singleTildeStrikes: { since: '0.128.0' },
  /** Behind two byte order marks front matter is text: not in 0.131.0, and in 0.169.0; where it changed is not known. */
  twoBomsHideFrontMatter: { since: '0.132.0' },
  /** A file that starts with `<` and not with a comment around front matter breaks the build (676e6875d). */
  htmlStartBreaksBuild: { until: '0.123.0' },
  /** A term that ends with `/` stops the build: “key must not end with '/'” (7285e7409, until 264022a75). */
  slashTermBreaksBuild: { since: '0.123.0', until: '0.153.0' },
  /** The term `..` stops the build: “missing taxonomy” (7285e7409). */
  parentTermBreaksBuild: { until: '0.123.0' },
  /** A term with spaces at its ends has a page of its own, with hyphens in their place (7285e7409). */
  spacesKeptInTerms: { since: '0.123.0' },
  /** gopkg.in/yaml.v2 reads YAML: what it alone refuses, bytes that are no UTF-8 among it (a3d954846). */
  yamlV2: { until: '0.152.0' },
  /** goccy/go-yaml reads YAML: what it alone refuses (a3d954846). */
  goccyYaml: { since: '0.152.0' },
  /** `youtube` without an id breaks the build; before, it printed an empty frame (8a0ea12d8). */
  youtubeNeedsId: { since: '0.125.0' },
  /** `vimeo` without an id breaks the build (b9add1c70). */
  vimeoNeedsId: { since: '0.146.0' },
  /** `instagram` without an id breaks the build (d0788b96a). */
  instagramNeedsId: { since: '0.123.0' },
  /** `tweet` takes named parameters only (d0788b96a). */
  tweetNeedsNames: { since: '0.123.0' },
  /** `highlight` without a language breaks the build (tpl/transform, Highlight). */
  highlightNeedsLanguage: { until: '0.162.0' },
  /** A wrong option of `highlight` breaks the build; before, the code was left out. */
  highlightOptionBreaksBuild: { since: '0.121.0' },
  /** Templates of shortcodes are found whatever the case of the name (83cfdd78c). */
  exactShortcodeNames: { until: '0.146.0' },

  // Pages, their places and their addresses.

  /** Paths are normalised before anything else looks at them: lower case, `-` for spaces (7285e7409). */
  normalisedPaths: { since: '0.123.0' },
  /** A language may stand anywhere between the dots of a file name, not just before the extension (83cfdd78c). */
  languageAnywhereInName: { since: '0.146.0' },
  /** `[permalinks.page]` and its like, for sections and taxonomies too (cc14c6a52). */
  permalinksByKind: { since: '0.115.0' },
  /** Permalink rules are globs of the page's path, the first that matches counts (0.161). */
  permalinkGlobs: { since: '0.161.0' },
  /** `\:` in a pattern is a colon (6e1c5b61b). */
  escapedColons: { since: '0.136.0' },
  /** `url` of list pages is taken as it is, too (e4ad0c527). */
  listUrlsKept: { since: '0.136.1' },
  /** With ugly URLs home, sections and taxonomies keep their index file, and it shows in the link (b8ba33ca9). */
  uglyListIndex: { since: '0.148.0' },
  /** A table `uglyURLs` by section does nothing (until v0.136.0~10). */
  uglySectionsIgnored: { since: '0.112.0', until: '0.136.0' },
  /** URLs are joined without taking double slashes out; permalinks are cleaned before (264022a75). */
  urlsJoinedRaw: { since: '0.153.0' },
  /** A time behind the date in a file name counts: `2006-01-02-15-04-05-…`. */
  timeInFileName: { since: '0.148.0' },
  /** A cascade that is one map may have a target; `target` and `params` are keywords (241b21b0f). */
  cascadeKeywords: { since: '0.112.0' },
  /** A section whose own page is not published takes all below it along (until f31a6db79; run on 0.111 and 0.131). */
  sectionsWithhold: { until: '0.123.0' },
  /** Keys in the items of a cascade count in any case; before, in a list, those in lower case only (241b21b0f). */
  cascadeListsFolded: { since: '0.112.0' },
  /** A date that was taken from another key counts as written for the dates after it (f31a6db79). */
  derivedDatesCount: { since: '0.123.0' },
  /** The slug of a list page stands in the URLs of all below it (run on 0.169; 0.165 has it not). */
  sectionSlugs: { since: '0.166.0' },
  /** Slashes in titles become `-` in permalinks (run on 0.169; 0.165 has it not). */
  titlesWithoutSlashes: { since: '0.166.0' },
  /** List pages in other languages cascade to the languages that their targets name (264022a75). */
  cascadeAcrossLanguages: { since: '0.153.0' },
  /** A `baseURL` gets a slash at its end (the configuration was written anew in 0.112). */
  baseUrlClosed: { since: '0.112.0' },
  /** `pageRef` of a menu finds a page in another language where there is none in its own (run on 0.131, not on the others). */
  pageRefAcrossLanguages: { since: '0.123.0', until: '0.153.0' },
  /** `relURL` leaves URLs of all schemes alone; before, those that start with `http`. */
  relUrlKnowsSchemes: { since: '0.112.0' },
  /** Titles of term pages begin with capital letters unless the term has a page of its own (f31a6db79). */
  termTitlesCapitalised: { since: '0.123.0' },
  /** The automatic summary is HTML and ends with a paragraph (v0.134.0); before, text that ends with a sentence. */
  summaryOfParagraphs: { since: '0.134.0' },
  /** `lang` in the front matter moves the page to another language (f31a6db79, 264022a75). */
  langInFrontMatter: { since: '0.123.0', until: '0.153.0' },
  /** Aliases stand below the folder of their language, if it has one (run on 0.131 and 0.169; between, both are right). */
  aliasesAtRoot: { until: '0.169.0' },
  aliasesInLanguage: { since: '0.132.0' },

  // Markdown: the goldmark version in Hugo's go.mod at each release, and Hugo's own history.

  /** Symbols (`+`, `℃`, `😀`) count as punctuation beside `*` and `_` (goldmark 1.7.0, CommonMark 0.31). */
  symbolsArePunctuation: { since: '0.123.0' },
  /** HTML comments may hold `--`, tags may end on the next line (goldmark 1.7.0, CommonMark 0.31). */
  anyComment: { since: '0.123.0' },
  /** Spans around links that hold brackets close right (goldmark 1.7.4). */
  nestedBottoms: { since: '0.128.0' },
  /** HTML comments leave no placeholder. */
  silentComments: { since: '0.142.0' },
  /** Heading ids come from the text, not from the Markdown. */
  plainHeadingIds: { since: '0.144.0' },
  /** Tables go through an embedded template. */
  tableTemplate: { since: '0.134.0' },
  /** A row of nothing but `---` starts no table (goldmark 1.7.16). */
  delimiterRowNeedsMore: { since: '0.154.3' },
  /** `x^-1^` (hugo-goldmark-extensions extras 0.5.0). */
  signedSuperscript: { since: '0.149.0' },
  /** Block passthroughs end without a line feed, and keep empty paragraphs beside them. */
  barePassthrough: { since: '0.132.0' },
  /** Block passthroughs in tight lists are blocks (hugo-goldmark-extensions passthrough 0.4.0). */
  tightPassthrough: { since: '0.156.0' },
  /** Titles in the table of contents hold no links. */
  sanitisedToc: { since: '0.149.0' },
  /** Alternative texts are unescaped; before, only line feeds were kept, and before that not even those. */
  resolvedAlt: { since: '0.139.0' },
  altLineFeeds: { since: '0.112.6' },
  /** The language of plain code is escaped. */
  escapedLanguage: { since: '0.163.3' },
  /** Blanks before a closing `###` go (goldmark 1.7.14). */
  trimmedHeadings: { since: '0.154.3' },
  /** Link reference definitions leave a block of their own (goldmark 1.8.0). */
  referenceBlocks: { since: '0.160.0' },
  /** HTML blocks end with their line (goldmark 1.7.12). */
  htmlEndsWithLine: { since: '0.148.0' },
  /** Whether a blank line stands before an inner block is asked at its own level (goldmark 1.7.11). */
  blankAtOwnLevel: { since: '0.148.0' },
  /** A tab behind `>` is as wide as it is, and counts in fences (goldmark 1.7.5). */
  measuredTabs: { since: '0.139.0' },
  /** East Asian line breaks: CJK punctuation is wide (goldmark 1.5.6), the style of CSS (1.6.0). */
  widePunctuation: { since: '0.118.0' },
  cssLineBreaks: { since: '0.120.0' },
  /** The first line of a list item may stay empty (goldmark 1.7.5). */
  emptyFirstLine: { since: '0.139.0' },
  /** Only the start of a list item can be a task (goldmark 1.6.0). */
  leadingTaskOnly: { since: '0.120.0' },
  /** `javascript:` is refused in any case (goldmark 1.5.5). */
  anyCaseSchemes: { since: '0.116.0' },
  /** `<javascript:x>` is refused, and what entities hide (goldmark 1.7.17). */
  safeAutolinks: { since: '0.159.0' },
  /** Settings of `markup`: the CJK extension, passthroughs, extras, ids of terms, the class around code. */
  cjkSettings: { since: '0.118.0' },
  passthroughSettings: { since: '0.122.0' },
  extrasSettings: { since: '0.126.0' },
  termIdSettings: { since: '0.144.0' },
  wrapperClassSetting: { since: '0.140.2' },
  /** Emoji are a part of Markdown; before, they were put into its text, code too. */
  emojiInMarkdown: { since: '0.120.0' },
  /** Words that stand for shortcodes carry the number of the page. */
  numberedShortcodes: { since: '0.117.0' },
  /** Attributes of fences stand in the last `{` before the first `}`; before, from the first `{` on. */
  boundedFenceAttributes: { since: '0.112.0' },
  /** `{a="<b>"}` of fences is escaped. */
  escapedFenceAttributes: { since: '0.166.0' },
  /** `plainify` gives HTML, which templates do not escape again. */
  plainifyGivesHtml: { since: '0.132.0' },
  /** `figure`: `loading`; the address is parsed. */
  figureLoading: { since: '0.112.0' },
  figureParsesAddress: { since: '0.124.0' },
  /** `gist` without `type`. */
  gistWithoutType: { since: '0.121.0' },
  /** `youtube` takes options; its frame is escaped as usual; nothing stands before it; it may fill the screen. */
  youtubeOptions: { since: '0.125.0' },
  youtubeEscapes: { since: '0.140.0' },
  youtubeAtLineStart: { since: '0.143.0' },
  framesFillScreen: { since: '0.146.0' },
  /** The lexers found in these versions; those between were not tried. */
  lexersOf0131: { since: '0.131.0' },
  lexersOf0169: { since: '0.169.0' },
} as const satisfies Record<string, Span>;

/** Hugo's own shortcodes that some versions have not (tpl/tplimpl/embedded/templates/_shortcodes). */
const SHORTCODES: Readonly<Record<string, Span | undefined>> = {
  comment: { since: '0.137.1' },
  details: { since: '0.140.0' },
  qr: { since: '0.141.0' },
  x: { since: '0.141.0' },
  gist: { until: '0.156.0' },
  tweet: { until: '0.156.0' },
  twitter: { until: '0.156.0' },
};

/** The span of versions that have a shortcode of Hugo's own, if this version is outside; `unknown` may be. */
export function shortcodeSpan(version: HugoVersion | undefined, name: string): Span | undefined {
  const span = Object.hasOwn(SHORTCODES, name) ? SHORTCODES[name] : undefined;
  if (!span || version === undefined) return span;
  return isWithin(version, boundsOf(span)) ? undefined : span;
}

export type Behaviour = keyof typeof BEHAVIOUR;

/** From when on, and from when on no longer. */
interface Span {
  readonly since?: string;
  readonly until?: string;
}

const isWithin = (version: HugoVersion, { since, until }: ReturnType<typeof boundsOf>): boolean =>
  version >= since && version < until;

const boundsOf = ({ since, until }: Span): { readonly since: HugoVersion; readonly until: HugoVersion } => ({
  since: parseVersion(since ?? '') ?? 0,
  until: parseVersion(until ?? '') ?? Infinity,
});

const bounds = new Map(
  Object.entries<Span>(BEHAVIOUR).map(([behaviour, span]) => [behaviour, boundsOf(span)]),
);

/** Does this version of Hugo do it? `unknown` version: true if any version from 0.111 to the newest does. */
export function does(version: HugoVersion | undefined, behaviour: Behaviour): boolean {
  const span = bounds.get(behaviour);
  return version === undefined || (span !== undefined && isWithin(version, span));
}

/** Does this version of Hugo do it? Without a version the answer is the newest's. */
export const doesNow = (version: HugoVersion | undefined, behaviour: Behaviour): boolean =>
  does(version ?? NEWEST, behaviour);

const NEWEST: HugoVersion = Number.MAX_SAFE_INTEGER;

/** What a version does, all at once. */
export type Features = Readonly<Record<Behaviour, boolean>>;

/** The features of a version of Hugo, as it prints it; of the newest without one, or if it cannot be read. */
export function featuresOf(version: string | undefined): Features {
  const known = parseVersion(version ?? '');
  const entries = Object.keys(BEHAVIOUR).map(key => [key, doesNow(known, key as Behaviour)]);
  return Object.fromEntries(entries) as Features;
}
