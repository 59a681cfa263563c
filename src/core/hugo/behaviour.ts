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
} as const satisfies Record<string, { since?: string; until?: string }>;

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
