import { decodeHtml } from '../html/escape.ts';
import { codeHtml, type CodePrinter } from '../html/code.ts';
import type { Attribute } from '../engine/block.ts';
import { argument, argumentOr, attribute, flagArgument, templateText, templateUrl } from './arguments.ts';
import type { ShortcodeHost } from './host.ts';
import { deindent } from './indentation.ts';
import type { ShortcodeTag } from './lexer.ts';
import { vimeo } from './vimeo.ts';
import { youtube } from './youtube.ts';

/** Hugo's own shortcodes (Hugo tpl/tplimpl/embedded/templates/_shortcodes). */
export interface EmbeddedContext {
  readonly host: ShortcodeHost;
  readonly code: CodePrinter;
  /** Renders Markdown; inline: without the `<p>` of a lone paragraph. */
  readonly markdown: (text: string, inline: boolean) => string;
  /** A box for what cannot be shown here. */
  readonly placeholder: (note: string) => string;
}

export interface EmbeddedCall {
  readonly tag: ShortcodeTag;
  readonly inner: string;
  /** The blanks before it. */
  readonly indentation: string;
}

type Embedded = (call: EmbeddedCall, context: EmbeddedContext) => string;

function parsedUrl(url: string): string {
  return url.replace(/[^A-Za-z0-9\-._~!#$&'()*+,/:;=?@[\]%]/gu, char => encodeURIComponent(char));
}

/** `plainify` (Hugo tpl/template.go, StripHTML). */
function withoutTags(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const text = html.replace(/\n/g, ' ').replace(/<\/p>|<br>|<br \/>/g, '\n');
  return text.replace(/<[^>]*(?:>|$)/g, '').replace(/(\s)\s+/g, '$1');
}

function captionText(caption: string, { markdown, code }: EmbeddedContext): string {
  const plain = withoutTags(markdown(caption, true));
  return templateText(code.features.plainifyGivesHtml ? decodeHtml(plain) : plain);
}

function figureImage({ tag }: EmbeddedCall, context: EmbeddedContext): string {
  const { host, code } = context;
  const get = (name: string): string => argument(tag, name);
  const { figureLoading, figureParsesAddress } = code.features;
  const address = get('src');
  const source = figureParsesAddress ? (host.resource?.(address) ?? parsedUrl(address)) : address;
  const caption = get('caption');
  const text = get('alt') === '' ? captionText(caption, context) : templateText(get('alt'));
  const alt = get('alt') !== '' || caption !== '' ? `\n\t\t\talt="${text}"` : '';
  return (
    `<img src="${templateUrl(source)}"${alt}` +
    attribute('width', get('width')) +
    attribute('height', get('height')) +
    (figureLoading ? `${attribute('loading', get('loading'))}>` : '/>')
  );
}

function figureCaption({ tag }: EmbeddedCall, { markdown }: EmbeddedContext): string {
  const get = (name: string): string => argument(tag, name);
  const [title, caption, credit, link] = ['title', 'caption', 'attr', 'attrlink'].map(get);
  if (!title && !caption && !credit) return '';
  const heading = title ? `<h4>${templateText(title)}</h4>` : '';
  const open = link ? `\n\t\t\t\t\t\t<a href="${templateUrl(link)}">` : '';
  const text = markdown(caption ?? '', true) + open + markdown(credit ?? '', true) + (link ? '</a>' : '');
  return `<figcaption>\n\t\t\t${heading}${caption || credit ? `<p>${text}</p>` : ''}\n\t\t</figcaption>`;
}

const figure: Embedded = (call, context) => {
  const get = (name: string): string => argument(call.tag, name);
  const link = get('link');
  const open = link
    ? `<a href="${templateUrl(link)}"${attribute('target', get('target'))}${attribute('rel', get('rel'))}>`
    : '';
  const image = `${open}${figureImage(call, context)}${link ? '</a>' : ''}`;
  return `<figure${attribute('class', get('class'))}>${image}${figureCaption(call, context)}\n</figure>\n`;
};

const details: Embedded = ({ tag, inner }, { markdown }) => {
  const get = (name: string): string => argument(tag, name);
  const attributes =
    attribute('class', get('class')) +
    attribute('name', get('name')) +
    (flagArgument(tag, 'open', false) ? ' open' : '') +
    attribute('title', get('title'));
  const summary = markdown(get('summary') || 'Details', true);
  return `\n<details${attributes}>\n\t<summary>${summary}</summary>\n\t${markdown(inner, false)}</details>\n`;
};

/** `linenos=table,hl_lines=1 3-4` */
function highlightAttributes(text: string): Attribute[] {
  return text.split(',').flatMap(part => {
    const [name = '', value] = part.split('=');
    return name.trim() === '' || value === undefined ? [] : [{ name: name.trim(), value: value.trim() }];
  });
}

const highlight: Embedded = ({ tag, inner, indentation }, { code }) => {
  const text = deindent(inner, indentation).replace(/^[\r\n]+|[\r\n]+$/g, '');
  return codeHtml(code, { text, language: argument(tag, 0) }, highlightAttributes(argument(tag, 1)));
};

function reference(absolute: boolean): Embedded {
  return ({ tag }, { host, placeholder }) => {
    const path = argumentOr(tag, 'path', 0);
    return host.ref?.(path, absolute) ?? placeholder(path);
  };
}

const param: Embedded = ({ tag }, { host, placeholder }) => {
  const name = argument(tag, 0);
  const value = host.param?.(name);
  return value === undefined ? placeholder(name) : templateText(value);
};

const gist: Embedded = ({ tag }, { code }) => {
  const file = argument(tag, 2);
  const query = file === '' ? '' : `?file=${encodeURIComponent(file)}`;
  const type = code.features.gistWithoutType ? '' : ' type="application/javascript"';
  return `<script${type} src="https://gist.github.com/${templateUrl(`${argument(tag, 0)}/${argument(tag, 1)}`)}.js${query}"></script>\n`;
};

/** Hugo prints a drawing of a post that a script replaces; here a link stands for it. */
const instagram: Embedded = ({ tag }) => {
  const url = templateUrl(`https://www.instagram.com/p/${argument(tag, 0)}`);
  return (
    `<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="${url}"` +
    ` data-instgrm-version="14"><a href="${url}" target="_blank">View this post on Instagram</a></blockquote>\n`
  );
};

/** What only a build or a request could fill. */
const notHere: Embedded = ({ tag }, { placeholder }) =>
  placeholder(tag.parameters.map(({ value }) => String(value)).join(' '));

const table: Readonly<Record<string, Embedded>> = {
  comment: () => '',
  details,
  figure,
  gist,
  highlight,
  instagram,
  param,
  qr: notHere,
  ref: reference(true),
  relref: reference(false),
  tweet: notHere,
  twitter: notHere,
  vimeo: ({ tag }, { code }) => vimeo(tag, code.features),
  x: notHere,
  youtube: ({ tag }, { code }) => youtube(tag, code.features),
};

const withInner = new Set(['comment', 'details', 'highlight', 'qr']);

export const embeddedShortcodes: ReadonlySet<string> = new Set(Object.keys(table));

/** Whether an embedded shortcode uses its inner text; undefined for others. */
export function embeddedTakesInner(name: string): boolean | undefined {
  return embeddedShortcodes.has(name) ? withInner.has(name) : undefined;
}

export function renderEmbedded(call: EmbeddedCall, context: EmbeddedContext): string | undefined {
  return Object.hasOwn(table, call.tag.name) ? table[call.tag.name]?.(call, context) : undefined;
}
