/**
 * The part of a Hugo configuration that decides how Markdown becomes HTML: `markup.goldmark`, `markup.highlight`,
 * `markup.tableOfContents`, and `enableEmoji`. Names and defaults are Hugo's
 * (markup/goldmark/goldmark_config/config.go, markup/highlight/config.go, markup/tableofcontents).
 */
export interface MarkupOptions {
  /** Version of Hugo, `0.131.0`; undefined: the newest. */
  readonly hugoVersion: string | undefined;
  readonly enableEmoji: boolean;
  readonly extensions: ExtensionOptions;
  readonly parser: ParserOptions;
  readonly renderer: RendererOptions;
  readonly highlight: HighlightOptions;
  readonly tableOfContents: TableOfContentsOptions;
}

export interface ExtensionOptions {
  readonly typographer: TypographerOptions;
  readonly footnote: FootnoteOptions;
  readonly definitionList: boolean;
  readonly table: boolean;
  readonly strikethrough: boolean;
  readonly linkify: boolean;
  readonly linkifyProtocol: string;
  readonly taskList: boolean;
  readonly cjk: CjkOptions;
  readonly extras: ExtrasOptions;
  readonly passthrough: PassthroughOptions;
}

/** The substitutes are HTML. */
export interface TypographerOptions {
  readonly disable: boolean;
  readonly leftSingleQuote: string;
  readonly rightSingleQuote: string;
  readonly leftDoubleQuote: string;
  readonly rightDoubleQuote: string;
  readonly enDash: string;
  readonly emDash: string;
  readonly ellipsis: string;
  readonly leftAngleQuote: string;
  readonly rightAngleQuote: string;
  readonly apostrophe: string;
}

export interface FootnoteOptions {
  readonly enable: boolean;
  readonly enableAutoIDPrefix: boolean;
  readonly backlinkHTML: string;
}

export interface CjkOptions {
  readonly enable: boolean;
  readonly eastAsianLineBreaks: boolean;
  /** `simple` or `css3draft`; anything else is `simple`. */
  readonly eastAsianLineBreaksStyle: string;
  readonly escapedSpace: boolean;
}

export interface ExtrasOptions {
  readonly delete: boolean;
  readonly insert: boolean;
  readonly mark: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
}

export type DelimiterPair = readonly [open: string, close: string];

export interface PassthroughOptions {
  readonly enable: boolean;
  readonly block: readonly DelimiterPair[];
  readonly inline: readonly DelimiterPair[];
}

export interface ParserOptions {
  readonly autoHeadingID: boolean;
  readonly autoDefinitionTermID: boolean;
  /** `github`, `github-ascii` or `blackfriday`. */
  readonly autoIDType: string;
  readonly wrapStandAloneImageWithinParagraph: boolean;
  readonly attributeTitle: boolean;
  readonly attributeBlock: boolean;
}

export interface RendererOptions {
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  readonly unsafe: boolean;
}

export interface HighlightOptions {
  readonly codeFences: boolean;
  readonly noClasses: boolean;
  readonly guessSyntax: boolean;
  readonly style: string;
  /** `inline` and `table` say where the numbers stand. */
  readonly lineNos: boolean | 'inline' | 'table';
  readonly lineNumbersInTable: boolean;
  readonly lineNoStart: number;
  readonly anchorLineNos: boolean;
  readonly lineAnchors: string;
  readonly hlLines: string;
  readonly hlInline: boolean;
  readonly tabWidth: number;
  readonly wrapperClass: string;
}

export interface TableOfContentsOptions {
  readonly startLevel: number;
  /** -1: no end. */
  readonly endLevel: number;
  readonly ordered: boolean;
}

export const defaultMarkup: MarkupOptions = {
  hugoVersion: undefined,
  enableEmoji: false,
  extensions: {
    typographer: {
      disable: false,
      leftSingleQuote: '&lsquo;',
      rightSingleQuote: '&rsquo;',
      leftDoubleQuote: '&ldquo;',
      rightDoubleQuote: '&rdquo;',
      enDash: '&ndash;',
      emDash: '&mdash;',
      ellipsis: '&hellip;',
      leftAngleQuote: '&laquo;',
      rightAngleQuote: '&raquo;',
      apostrophe: '&rsquo;',
    },
    footnote: { enable: true, enableAutoIDPrefix: false, backlinkHTML: '&#x21a9;&#xfe0e;' },
    definitionList: true,
    table: true,
    strikethrough: true,
    linkify: true,
    linkifyProtocol: 'https',
    taskList: true,
    cjk: {
      enable: false,
      eastAsianLineBreaks: false,
      eastAsianLineBreaksStyle: 'simple',
      escapedSpace: false,
    },
    extras: { delete: false, insert: false, mark: false, subscript: false, superscript: false },
    passthrough: { enable: false, block: [], inline: [] },
  },
  parser: {
    autoHeadingID: true,
    autoDefinitionTermID: false,
    autoIDType: 'github',
    wrapStandAloneImageWithinParagraph: true,
    attributeTitle: true,
    attributeBlock: false,
  },
  renderer: { hardWraps: false, xhtml: false, unsafe: false },
  highlight: {
    codeFences: true,
    noClasses: true,
    guessSyntax: false,
    style: 'monokai',
    lineNos: false,
    lineNumbersInTable: true,
    lineNoStart: 1,
    anchorLineNos: false,
    lineAnchors: '',
    hlLines: '',
    hlInline: false,
    tabWidth: 4,
    wrapperClass: 'highlight',
  },
  tableOfContents: { startLevel: 2, endLevel: 3, ordered: false },
};
