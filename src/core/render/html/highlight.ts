import { codeStyle } from './code-styles.ts';
import { escapeGo } from './escape.ts';

/**
 * Colours code: HTML of each line, without its line feed, or undefined for a language it does not know.
 * Spans must be closed at the end of each line.
 */
export type LineHighlighter = (code: string, language: string) => readonly string[] | undefined;

export interface LineSettings {
  readonly numbers: boolean;
  readonly inTable: boolean;
  readonly firstNumber: number;
  /** Ranges of lines, counted from 1, both ends included. */
  readonly highlighted: readonly (readonly [first: number, last: number])[];
  readonly classes: boolean;
  readonly style: string;
  readonly tabWidth: number;
  readonly anchors: boolean;
  readonly anchorPrefix: string;
  readonly inline: boolean;
  /** Code of no known language is plain text of a language of its own; what Chroma recognises is not. */
  readonly guess: boolean;
}

export interface HighlightedCode {
  readonly text: string;
  readonly language: string;
  /** Attributes of `<code>`, as HTML. */
  readonly attributes: string;
  readonly settings: LineSettings;
  readonly highlight: LineHighlighter | undefined;
}

const tableStyle = 'border-spacing:0;padding:0;margin:0;border:0;';
const cellStyle = 'vertical-align:top;padding:0;margin:0;border:0;';
const numberStyle = (style: string): string =>
  'white-space:pre;-webkit-user-select:none;user-select:none;margin-right:0.4em;padding:0 0.4em 0 0.4em' +
  coloured(';color', codeStyle(style).number);

const markStyle = (style: string): string => coloured('background-color', codeStyle(style).line);

/** A declaration of a colour, where the style has one. */
const coloured = (property: string, colour: string | undefined, end = ''): string =>
  colour === undefined ? '' : `${property}:${colour}${end}`;

function blockStyle({ style, tabWidth, numbers, highlighted }: LineSettings): string {
  const { text, background } = codeStyle(style);
  const own = coloured('color', text, ';') + coloured('background-color', background, ';');
  const width = String(tabWidth);
  const tabs = `-moz-tab-size:${width};-o-tab-size:${width};tab-size:${width};-webkit-text-size-adjust:none;`;
  return own + tabs + (numbers || highlighted.length > 0 ? 'display:grid;' : '');
}

function marked(settings: LineSettings, index: number): boolean {
  return settings.highlighted.some(([first, last]) => first <= index + 1 && index + 1 <= last);
}

function lineNumber(settings: LineSettings, index: number, last: number): string {
  const number = String(settings.firstNumber + index);
  const text = number.padStart(String(settings.firstNumber + last).length);
  if (!settings.anchors) return text;
  const style = settings.classes
    ? 'class="lnlinks"'
    : 'style="outline:none;text-decoration:none;color:inherit"';
  return `<a ${style} href="#${lineId(settings, index)}">${text}</a>`;
}

function lineId({ anchorPrefix, firstNumber }: LineSettings, index: number): string {
  return `${anchorPrefix === '' ? '' : `${anchorPrefix}-`}${String(firstNumber + index)}`;
}

function numberId(settings: LineSettings, index: number): string {
  return settings.anchors ? ` id="${lineId(settings, index)}"` : '';
}

function numberColumn(settings: LineSettings, count: number): string {
  let html = '';
  const { style } = settings;
  const attribute = settings.classes ? 'class="lnt"' : `style="${numberStyle(style)}"`;
  const mark = settings.classes ? 'class="hl"' : `style="${markStyle(style)}"`;
  for (let index = 0; index < count; index++) {
    const number = lineNumber(settings, index, count - 1);
    const line = `<span ${attribute}${numberId(settings, index)}>${number}\n</span>`;
    html += marked(settings, index) ? `<span ${mark}>${line}</span>` : line;
  }
  return html;
}

function inlineNumber(settings: LineSettings, index: number, last: number): string {
  if (!settings.numbers || settings.inTable) return '';
  const attribute = settings.classes ? 'class="ln"' : `style="${numberStyle(settings.style)}"`;
  return `<span ${attribute}${numberId(settings, index)}>${lineNumber(settings, index, last)}</span>`;
}

function codeLine(settings: LineSettings, html: string, [index, last]: readonly [number, number]): string {
  const number = inlineNumber(settings, index, last);
  const mark = marked(settings, index);
  if (settings.classes) {
    return `<span class="line${mark ? ' hl' : ''}">${number}<span class="cl">${html}</span></span>`;
  }
  const style = `display:flex;${mark ? ` ${markStyle(settings.style)}` : ''}`;
  return `<span style="${style}">${number}<span>${html}</span></span>`;
}

function linesOf({ text, language, highlight }: HighlightedCode): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const last = lines.pop();
  const html = highlight?.(text, language) ?? lines.map(escapeGo);
  const closed = html.slice(0, lines.length).map(line => `${line}\n`);
  return last === undefined || last === '' ? closed : [...closed, escapeGo(last)];
}

/** The parts inside of `<div class="highlight">`, as Chroma prints them. */
export function highlightedHtml(code: HighlightedCode): string {
  const { settings, attributes } = code;
  const lines = linesOf(code);
  const style = settings.classes ? ' class="chroma"' : ` style="${blockStyle(settings)}"`;
  const pre = (content: string): string =>
    settings.inline ? content : `<pre tabindex="0"${style}><code${content}</code></pre>`;
  const body = lines.map((line, index) => codeLine(settings, line, [index, lines.length - 1])).join('');
  const main = settings.inline
    ? `<code class="code-inline language-${escapeGo(code.language)}">${lines.join('')}</code>`
    : pre(`${attributes}>${body}`);
  if (!settings.numbers || !settings.inTable) return main;
  const numbers = pre(`${settings.inline ? '' : '>'}${numberColumn(settings, lines.length)}`);
  const [table, cell, last] = settings.classes
    ? [' class="lntable"', ' class="lntd"', ' class="lntd"']
    : [` style="${tableStyle}"`, ` style="${cellStyle}"`, ` style="${cellStyle};width:100%"`];
  return (
    `<div${style}>\n<table${table}><tr><td${cell}>\n${numbers}</td>\n` +
    `<td${last}>\n${main}</td></tr></table>\n</div>\n`
  );
}
