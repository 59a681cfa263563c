import { parseVersion } from './version.ts';
import type { HugoVersion } from './version.ts';

/**
 * What of a page's place and URL depends on the version of Hugo, in the form of `behaviour.ts`. Found in Hugo's
 * history and run on 0.111.3, 0.131.0 and 0.169.0.
 */
const PAGE_BEHAVIOUR = {
  /** Paths are normalised before anything else looks at them: lower case, `-` for spaces (7285e7409). */
  normalisedPaths: { since: '0.123.0' },
  /** A language may stand anywhere between the dots of a file name, not just before the extension (83cfdd78c). */
  languageAnywhereInName: { since: '0.146.0' },
  /** `[permalinks.page]` and its like, for sections and taxonomies too (cc14c6a52). */
  permalinksByKind: { since: '0.115.0' },
  /** Permalink rules are globs of the page's path, the first that matches counts (0.161). */
  permalinkGlobs: { since: '0.161.0' },
  /** Tokens in `url` (566fe7ba1). */
  tokensInUrl: { since: '0.131.0' },
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
  /** `params` in the front matter is the parameters' own map (f31a6db79). */
  paramsMap: { since: '0.123.0' },
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
} as const satisfies Record<string, { since?: string; until?: string }>;

export type PageBehaviour = keyof typeof PAGE_BEHAVIOUR;

const ranges = new Map(
  Object.entries(PAGE_BEHAVIOUR).map(([behaviour, range]: [string, { since?: string; until?: string }]) => [
    behaviour,
    { since: parseVersion(range.since ?? '') ?? 0, until: parseVersion(range.until ?? '') ?? Infinity },
  ]),
);

/** Does this version of Hugo do it? Without a version the answer is the newest's. */
export function pageDoes(version: HugoVersion | undefined, behaviour: PageBehaviour): boolean {
  const range = ranges.get(behaviour);
  if (range === undefined) return false;
  if (version === undefined) return range.until === Infinity;
  return version >= range.since && version < range.until;
}
