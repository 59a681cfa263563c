/**
 * What of rendering depends on the version of Hugo: feature → first version that has it. Nothing else in
 * `render` asks for a version. Sources: the goldmark version in Hugo's go.mod at each release, Hugo's history.
 */
const since = {
  /** `~x~` strikes through (goldmark 1.7.2). */
  singleTilde: '0.128.0',
  /** Symbols (`+`, `℃`, `😀`) count as punctuation beside `*` and `_` (goldmark 1.7.0, CommonMark 0.31). */
  symbolsArePunctuation: '0.123.0',
  /** HTML comments may hold `--`, tags may end on the next line (goldmark 1.7.0, CommonMark 0.31). */
  anyComment: '0.123.0',
  /** Spans around links that hold brackets close right (goldmark 1.7.4). */
  nestedBottoms: '0.128.0',
  /** HTML comments leave no placeholder. */
  silentComments: '0.142.0',
  /** Heading ids come from the text, not from the Markdown. */
  plainHeadingIds: '0.144.0',
  /** Tables go through an embedded template. */
  tableTemplate: '0.134.0',
  /** A row of nothing but `---` starts no table (goldmark 1.7.16). */
  delimiterRowNeedsMore: '0.154.3',
  /** `x^-1^` (hugo-goldmark-extensions extras 0.5.0). */
  signedSuperscript: '0.149.0',
  /** Block passthroughs end without a line feed, and keep empty paragraphs beside them. */
  barePassthrough: '0.132.0',
  /** Block passthroughs in tight lists are blocks (hugo-goldmark-extensions passthrough 0.4.0). */
  tightPassthrough: '0.156.0',
  /** Titles in the table of contents hold no links. */
  sanitisedToc: '0.149.0',
  /** Alternative texts are unescaped; before, only line feeds were kept, and before that not even those. */
  resolvedAlt: '0.139.0',
  altLineFeeds: '0.112.6',
  /** The language of plain code is escaped. */
  escapedLanguage: '0.163.3',
  /** Blanks before a closing `###` go (goldmark 1.7.14). */
  trimmedHeadings: '0.154.3',
  /** Link reference definitions leave a block of their own (goldmark 1.8.0). */
  referenceBlocks: '0.160.0',
  /** HTML blocks end with their line (goldmark 1.7.12). */
  htmlEndsWithLine: '0.148.0',
  /** Whether a blank line stands before an inner block is asked at its own level (goldmark 1.7.11). */
  blankAtOwnLevel: '0.148.0',
  /** A tab behind `>` is as wide as it is, and counts in fences (goldmark 1.7.5). */
  measuredTabs: '0.139.0',
  /** East Asian line breaks: CJK punctuation is wide (goldmark 1.5.6), the style of CSS (1.6.0). */
  widePunctuation: '0.118.0',
  cssLineBreaks: '0.120.0',
  /** The first line of a list item may stay empty (goldmark 1.7.5). */
  emptyFirstLine: '0.139.0',
  /** Only the start of a list item can be a task (goldmark 1.6.0). */
  leadingTaskOnly: '0.120.0',
  /** `javascript:` is refused in any case (goldmark 1.5.5). */
  anyCaseSchemes: '0.116.0',
  /** `<javascript:x>` is refused, and what entities hide (goldmark 1.7.17). */
  safeAutolinks: '0.159.0',
  /** Settings of `markup`: the CJK extension, passthroughs, extras, ids of terms, the class around code. */
  cjkSettings: '0.118.0',
  passthroughSettings: '0.122.0',
  extrasSettings: '0.126.0',
  termIdSettings: '0.144.0',
  wrapperClassSetting: '0.140.2',
  /** Emoji are a part of Markdown; before, they were put into its text, code too. */
  emojiInMarkdown: '0.120.0',
  /** Words that stand for shortcodes carry the number of the page. */
  numberedShortcodes: '0.117.0',
  /** Attributes of fences stand in the last `{` before the first `}`; before, from the first `{` on. */
  boundedFenceAttributes: '0.112.0',
  /** `{a="<b>"}` of fences is escaped. */
  escapedFenceAttributes: '0.166.0',
  /** `plainify` gives HTML, which templates do not escape again. */
  plainifyGivesHtml: '0.132.0',
  /** `figure`: `loading`; the address is parsed. */
  figureLoading: '0.112.0',
  figureParsesAddress: '0.124.0',
  /** `gist` without `type`. */
  gistWithoutType: '0.121.0',
  /** `youtube` takes options; its frame is escaped as usual; nothing stands before it; it may fill the screen. */
  youtubeOptions: '0.125.0',
  youtubeEscapes: '0.140.0',
  youtubeAtLineStart: '0.143.0',
  framesFillScreen: '0.146.0',
  /** The lexers found in these versions; those between were not tried. */
  lexersOf0131: '0.131.0',
  lexersOf0169: '0.169.0',
} as const;

export type Feature = keyof typeof since;
export type Features = Readonly<Record<Feature, boolean>>;

function numbersOf(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}

/** Whether `version` is `first` or later; a version that cannot be read is. */
function isAtLeast(version: string, first: string): boolean {
  const have = numbersOf(version);
  for (const [index, wanted] of numbersOf(first).entries()) {
    const number = have[index] ?? 0;
    if (number !== wanted) return number > wanted || Number.isNaN(number);
  }
  return true;
}

/** The features of a version of Hugo; without one, of the newest. */
export function featuresOf(version: string | undefined): Features {
  const entries = Object.entries(since).map(([feature, first]) => [
    feature,
    version === undefined || isAtLeast(version, first),
  ]);
  return Object.fromEntries(entries) as Features;
}
