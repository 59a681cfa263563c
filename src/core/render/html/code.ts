import type { Token } from 'markdown-it';
import { languageOf } from '../blocks/fence.ts';
import type { Attribute, AttributeValue } from '../engine/block.ts';
import { Reader } from '../engine/reader.ts';
import { linesOf } from '../engine/segment.ts';
import { readAttributes } from '../extensions/attributes.ts';
import type { HighlightOptions } from '../options.ts';
import type { Features } from '../../hugo/behaviour.ts';
import { scalarText } from './attributes.ts';
import { escapeGo, escapeHtml, writeText } from './escape.ts';
import { highlightedHtml, type LineHighlighter, type LineSettings } from './highlight.ts';
import { isHighlighted } from './languages.ts';

/** Fenced code (Hugo markup/goldmark/codeblocks, markup/highlight). */
export interface CodePrinter {
  readonly options: HighlightOptions;
  readonly features: Features;
  readonly highlight: LineHighlighter | undefined;
}

/** Attributes that steer highlighting rather than appear in the HTML. */
const settings = new Set(
  'anchorlinenos guesssyntax hl_lines hl_inline lineanchors linenos linenostart linenumbersintable noclasses style tabwidth'.split(
    ' ',
  ),
);

/** The `{…}` of an info string. */
function fenceAttributes(info: string, { boundedFenceAttributes }: Features): readonly Attribute[] {
  const open = info.indexOf('{');
  const close = info.indexOf('}', open);
  if (open < 0 || close < 0) return [];
  const text = boundedFenceAttributes
    ? info.slice(info.lastIndexOf('{', close), close + 1)
    : info.slice(open);
  return readAttributes(new Reader(text, linesOf(text))) ?? [];
}

function languageAttributes(language: string, escape: boolean): string {
  const escaped = escape ? escapeGo(language) : language;
  return language === '' ? '' : ` class="language-${escaped}" data-lang="${escaped}"`;
}

function flag(value: AttributeValue | undefined, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== 'false' && value !== '0';
  return typeof value === 'number' ? value !== 0 : otherwise;
}

function lineRanges(value: AttributeValue | undefined, configured: string): [first: number, last: number][] {
  const texts =
    typeof value === 'object' && Array.isArray(value)
      ? value.map(entry => scalarText(entry as AttributeValue))
      : (typeof value === 'string' ? value : configured).split(/\s+/);
  return texts.flatMap((text): [number, number][] => {
    const [first = NaN, last = first] = text.split('-').map(Number);
    return text === '' || Number.isNaN(first) || Number.isNaN(last) ? [] : [[first, last]];
  });
}

/** The settings of one block: those of the configuration, changed by its attributes. */
function lineSettings(options: HighlightOptions, attributes: readonly Attribute[]): LineSettings {
  const get = (name: string): AttributeValue | undefined =>
    attributes.findLast(attribute => attribute.name.toLowerCase() === name)?.value;
  const numbers = get('linenos') ?? options.lineNos;
  const place = numbers === 'inline' || numbers === 'table' ? numbers === 'table' : undefined;
  const start = Number(get('linenostart') ?? options.lineNoStart);
  const anchor = get('lineanchors');
  return {
    numbers: flag(numbers, false),
    inTable: place ?? flag(get('linenumbersintable'), options.lineNumbersInTable),
    firstNumber: Number.isFinite(start) ? start : 1,
    highlighted: lineRanges(get('hl_lines'), options.hlLines),
    classes: !flag(get('noclasses'), options.noClasses),
    style: scalarText(get('style') ?? options.style),
    tabWidth: Number(get('tabwidth') ?? options.tabWidth),
    anchors: flag(get('anchorlinenos'), options.anchorLineNos),
    anchorPrefix: typeof anchor === 'string' ? anchor : options.lineAnchors,
    inline: flag(get('hl_inline'), options.hlInline),
    guess: flag(get('guesssyntax'), options.guessSyntax),
  };
}

function wrapperAttributes(attributes: readonly Attribute[], wrapperClass: string, escape: boolean): string {
  const kept = attributes.filter(({ name }) => !settings.has(name.toLowerCase()) && !/^on/i.test(name));
  const own = kept.find(({ name }) => name === 'class');
  const print = (value: AttributeValue): string =>
    escape && typeof value === 'string' ? escapeHtml(value) : scalarText(value);
  const classes = own ? `${wrapperClass} ${print(own.value)}` : wrapperClass;
  const others = kept.filter(({ name }) => name.toLowerCase() !== 'class');
  return (
    ` class="${classes}"` +
    others.map(({ name, value }) => ` ${name.toLowerCase()}="${print(value)}"`).join('')
  );
}

/** One code block. `ordinal` counts the fences of the body, for the anchors of lines; a shortcode has none. */
export function codeHtml(
  printer: CodePrinter,
  code: { readonly text: string; readonly language: string },
  attributes: readonly Attribute[],
  ordinal?: number,
): string {
  const { options, features, highlight } = printer;
  const line = lineSettings(options, attributes);
  const given = code.language !== '' && isHighlighted(code.language, features);
  const known = given || line.guess;
  const language = given || !line.guess ? code.language : 'fallback';
  if (!known && line.inline) {
    const name = features.escapedLanguage ? escapeGo(language) : language;
    return `<code class="code-inline language-${name}">${escapeGo(code.text)}</code>`;
  }
  if (!known) {
    const attributesHtml = languageAttributes(language, features.escapedLanguage);
    return `<pre tabindex="0"><code${attributesHtml}>${escapeGo(code.text)}</code></pre>`;
  }
  const inner = highlightedHtml({
    text: code.text,
    language,
    attributes: languageAttributes(language, true),
    settings:
      ordinal !== undefined && line.anchorPrefix === ''
        ? { ...line, anchorPrefix: `hl-${String(ordinal)}` }
        : line,
    highlight,
  });
  if (line.inline) return inner;
  return `<div${wrapperAttributes(attributes, options.wrapperClass, features.escapedFenceAttributes)}>${inner}</div>`;
}

/** A fence token, as Hugo prints it. */
export function fenceHtml(printer: CodePrinter, token: Token, ordinal: number): string {
  const word = languageOf(token.info);
  if (!printer.options.codeFences) {
    const attribute = word === '' ? '' : ` class="language-${writeText(word, false)}"`;
    return `<pre><code${attribute}>${escapeHtml(token.content)}</code></pre>\n`;
  }
  const language = word.split('{')[0] ?? '';
  const text = token.content.replace(/[\r\n]+$/, '');
  const code = { text: text === '' ? '' : `${text}\n`, language };
  const attributes = fenceAttributes(token.info, printer.features);
  return language === DIAGRAM
    ? diagramHtml(code.text, attributes)
    : codeHtml(printer, code, attributes, ordinal);
}

/** Hugo's own render hook draws it (tpl/tplimpl/embedded/templates/_markup/render-codeblock-goat.html). */
const DIAGRAM = 'goat';

/** The box of a diagram. What Hugo draws from the characters stands in it as they are. */
function diagramHtml(text: string, attributes: readonly Attribute[]): string {
  const own = attributes.find(({ name }) => name === 'class');
  const classes = `goat svg-container ${own ? scalarText(own.value) : ''}`;
  return `<div class="${escapeGo(classes)}"><pre tabindex="0"><code class="language-goat" data-lang="goat">${escapeGo(text)}</code></pre></div>`;
}
