import {
  defaultMarkup,
  type DelimiterPair,
  type ExtensionOptions,
  type HighlightOptions,
  type MarkupOptions,
  type ParserOptions,
  type TypographerOptions,
} from './options.ts';
import { featuresOf, type Features } from '../hugo/behaviour.ts';

/** A table of a configuration, keys in lower case. */
type Table = ReadonlyMap<string, unknown>;

function tableOf(value: unknown): Table {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
}

function at(table: Table, ...path: readonly string[]): Table {
  return path.reduce((inner, key) => tableOf(inner.get(key.toLowerCase())), table);
}

/** As Hugo's weakly typed decoding reads booleans; what it cannot read is left at the default. */
function flag(table: Table, key: string, otherwise: boolean): boolean {
  const value = table.get(key.toLowerCase());
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return otherwise;
  if (/^(?:1|t|true)$/i.test(value)) return true;
  return /^(?:|0|f|false)$/i.test(value) ? false : otherwise;
}

function text(table: Table, key: string, otherwise: string): string {
  const value = table.get(key.toLowerCase());
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherwise;
}

function number(table: Table, key: string, otherwise: number): number {
  const value = table.get(key.toLowerCase());
  const read = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? Math.trunc(read) : otherwise;
}

/** `extensions.typographer` was a boolean before Hugo 0.112 and is a table since; `false` still works. */
function typographer(extensions: Table): TypographerOptions {
  const value = extensions.get('typographer');
  const defaults = defaultMarkup.extensions.typographer;
  if (typeof value === 'boolean') return { ...defaults, disable: !value };
  const table = tableOf(value);
  const read = (key: keyof TypographerOptions): string => text(table, key, String(defaults[key]));
  return {
    disable: flag(table, 'disable', defaults.disable),
    leftSingleQuote: read('leftSingleQuote'),
    rightSingleQuote: read('rightSingleQuote'),
    leftDoubleQuote: read('leftDoubleQuote'),
    rightDoubleQuote: read('rightDoubleQuote'),
    enDash: read('enDash'),
    emDash: read('emDash'),
    ellipsis: read('ellipsis'),
    leftAngleQuote: read('leftAngleQuote'),
    rightAngleQuote: read('rightAngleQuote'),
    apostrophe: read('apostrophe'),
  };
}

/** `extensions.footnote` was a boolean before Hugo 0.151 and is a table since. */
function footnote(extensions: Table): ExtensionOptions['footnote'] {
  const value = extensions.get('footnote');
  const defaults = defaultMarkup.extensions.footnote;
  if (typeof value === 'boolean') return { ...defaults, enable: value };
  const table = tableOf(value);
  return {
    enable: flag(table, 'enable', defaults.enable),
    enableAutoIDPrefix: flag(table, 'enableAutoIDPrefix', defaults.enableAutoIDPrefix),
    backlinkHTML: text(table, 'backlinkHTML', defaults.backlinkHTML),
  };
}

function pairs(value: unknown): DelimiterPair[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): DelimiterPair[] => {
    if (!Array.isArray(entry)) return [];
    const [open, close] = entry as unknown[];
    return typeof open === 'string' && typeof close === 'string' ? [[open, close]] : [];
  });
}

function extensionOptions(extensions: Table, features: Features): ExtensionOptions {
  const defaults = defaultMarkup.extensions;
  const cjk = at(extensions, 'cjk');
  const passthrough = at(extensions, 'passthrough');
  const delimiters = at(passthrough, 'delimiters');
  const extra = (name: string): boolean =>
    features.extrasSettings && flag(at(extensions, 'extras', name), 'enable', false);
  return {
    typographer: typographer(extensions),
    footnote: footnote(extensions),
    definitionList: flag(extensions, 'definitionList', defaults.definitionList),
    table: flag(extensions, 'table', defaults.table),
    strikethrough: flag(extensions, 'strikethrough', defaults.strikethrough),
    linkify: flag(extensions, 'linkify', defaults.linkify),
    linkifyProtocol: text(extensions, 'linkifyProtocol', defaults.linkifyProtocol),
    taskList: flag(extensions, 'taskList', defaults.taskList),
    cjk: {
      enable: features.cjkSettings && flag(cjk, 'enable', defaults.cjk.enable),
      eastAsianLineBreaks: flag(cjk, 'eastAsianLineBreaks', defaults.cjk.eastAsianLineBreaks),
      eastAsianLineBreaksStyle: text(cjk, 'eastAsianLineBreaksStyle', defaults.cjk.eastAsianLineBreaksStyle),
      escapedSpace: flag(cjk, 'escapedSpace', defaults.cjk.escapedSpace),
    },
    extras: {
      delete: extra('delete'),
      insert: extra('insert'),
      mark: extra('mark'),
      subscript: extra('subscript'),
      superscript: extra('superscript'),
    },
    passthrough: {
      enable: features.passthroughSettings && flag(passthrough, 'enable', defaults.passthrough.enable),
      block: pairs(delimiters.get('block')),
      inline: pairs(delimiters.get('inline')),
    },
  };
}

/** `autoHeadingIDType` is the name of `autoIDType` before Hugo 0.144, and wins where both stand. */
function parserOptions(parser: Table, features: Features): ParserOptions {
  const defaults = defaultMarkup.parser;
  const attribute = at(parser, 'attribute');
  return {
    autoHeadingID: flag(parser, 'autoHeadingID', defaults.autoHeadingID),
    autoDefinitionTermID:
      features.termIdSettings && flag(parser, 'autoDefinitionTermID', defaults.autoDefinitionTermID),
    autoIDType: text(
      parser,
      'autoHeadingIDType',
      features.termIdSettings ? text(parser, 'autoIDType', defaults.autoIDType) : defaults.autoIDType,
    ),
    wrapStandAloneImageWithinParagraph: flag(
      parser,
      'wrapStandAloneImageWithinParagraph',
      defaults.wrapStandAloneImageWithinParagraph,
    ),
    attributeTitle: flag(attribute, 'title', defaults.attributeTitle),
    attributeBlock: flag(attribute, 'block', defaults.attributeBlock),
  };
}

function lineNumbers(highlight: Table): HighlightOptions['lineNos'] {
  const value = highlight.get('linenos');
  if (value === 'inline' || value === 'table') return value;
  return flag(highlight, 'lineNos', defaultMarkup.highlight.lineNos === true);
}

function highlightOptions(highlight: Table, { wrapperClassSetting }: Features): HighlightOptions {
  const defaults = defaultMarkup.highlight;
  return {
    codeFences: flag(highlight, 'codeFences', defaults.codeFences),
    noClasses: flag(highlight, 'noClasses', defaults.noClasses),
    guessSyntax: flag(highlight, 'guessSyntax', defaults.guessSyntax),
    style: text(highlight, 'style', defaults.style),
    lineNos: lineNumbers(highlight),
    lineNumbersInTable: flag(highlight, 'lineNumbersInTable', defaults.lineNumbersInTable),
    lineNoStart: number(highlight, 'lineNoStart', defaults.lineNoStart),
    anchorLineNos: flag(highlight, 'anchorLineNos', defaults.anchorLineNos),
    lineAnchors: text(highlight, 'lineAnchors', defaults.lineAnchors),
    hlLines: text(highlight, 'hl_Lines', defaults.hlLines),
    hlInline: flag(highlight, 'hl_inline', defaults.hlInline),
    tabWidth: number(highlight, 'tabWidth', defaults.tabWidth),
    wrapperClass: wrapperClassSetting
      ? text(highlight, 'wrapperClass', defaults.wrapperClass)
      : defaults.wrapperClass,
  };
}

/**
 * The markup options of a parsed Hugo configuration (TOML, YAML or JSON; keys in any case). What it does not set,
 * or sets to something Hugo cannot read, has Hugo's default.
 */
export function markupOptions(config: unknown, hugoVersion?: string): MarkupOptions {
  const root = tableOf(config);
  const markup = at(root, 'markup');
  const goldmark = at(markup, 'goldmark');
  const renderer = at(goldmark, 'renderer');
  const contents = at(markup, 'tableOfContents');
  const { tableOfContents } = defaultMarkup;
  const features = featuresOf(hugoVersion);
  return {
    hugoVersion,
    enableEmoji: flag(root, 'enableEmoji', defaultMarkup.enableEmoji),
    extensions: extensionOptions(at(goldmark, 'extensions'), features),
    parser: parserOptions(at(goldmark, 'parser'), features),
    renderer: {
      hardWraps: flag(renderer, 'hardWraps', false),
      xhtml: flag(renderer, 'xhtml', false),
      unsafe: flag(renderer, 'unsafe', false),
    },
    highlight: highlightOptions(at(markup, 'highlight'), features),
    tableOfContents: {
      startLevel: number(contents, 'startLevel', tableOfContents.startLevel),
      endLevel: number(contents, 'endLevel', tableOfContents.endLevel),
      ordered: flag(contents, 'ordered', tableOfContents.ordered),
    },
  };
}
