import type { RendererRule, Token } from 'markdown-it';
import type { MarkupOptions } from '../options.ts';
import type { Features } from '../../hugo/behaviour.ts';
import { metaFlag, metaNumber, metaText } from '../tokens.ts';
import { emojiCode } from '../extensions/emoji-names.ts';
import { attributesHtml } from './attributes.ts';
import { escapeHtml, writeText } from './escape.ts';
import { escapeUrl, isDangerousUrl } from './url.ts';

type TokenHtml = (token: Token) => string;

/** What printing an inline token takes. */
interface Printer {
  readonly options: MarkupOptions;
  readonly features: Features;
  readonly text: (text: string) => string;
  readonly lineBreak: string;
  readonly footnotePrefix: string;
}

/** The address of a link or image, as written in `destination`. */
function targetUrl({ options, features }: Printer, destination: string): string {
  const url = escapeUrl(destination, true);
  const judged = features.safeAutolinks ? url : destination;
  const refused = !options.renderer.unsafe && isDangerousUrl(judged, features.anyCaseSchemes);
  return refused ? '' : escapeHtml(url);
}

function titleHtml({ text }: Printer, token: Token): string {
  const title = token.meta?.['title'];
  return typeof title === 'string' ? ` title="${text(title)}"` : '';
}

function linkOpen(printer: Printer, token: Token): string {
  const url = targetUrl(printer, metaText(token, 'destination'));
  return `<a href="${url}"${titleHtml(printer, token)}>`;
}

/** The text of an image's content, for `alt`. */
function altText(printer: Printer, tokens: readonly Token[]): string {
  return tokens
    .map(token => {
      switch (token.type) {
        case 'text':
          return printer.text(token.content);
        case 'string':
          return token.content;
        case 'code_inline':
          return escapeHtml(token.content);
        case 'softbreak':
          return printer.options.renderer.hardWraps ? printer.lineBreak : '\n';
        case 'hardbreak':
          return printer.lineBreak;
        default:
          return altText(printer, token.children ?? []);
      }
    })
    .join('');
}

/** The same in older versions, where the source text was taken as it is. */
function oldAltText({ features }: Printer, tokens: readonly Token[]): string {
  const plain = (inner: readonly Token[]): string =>
    inner
      .map(token => {
        if (token.type === 'string') return features.altLineFeeds ? token.content : escapeHtml(token.content);
        if (token.type === 'softbreak') return features.altLineFeeds ? '\n' : '';
        if (token.type === 'html_inline' || token.type === 'emoji') return '';
        return token.children ? plain(token.children) : escapeHtml(token.content);
      })
      .join('');
  return plain(tokens);
}

function image(printer: Printer, token: Token): string {
  const url = targetUrl(printer, metaText(token, 'destination'));
  const alt = (printer.features.resolvedAlt ? altText : oldAltText)(printer, token.children ?? []);
  const end = printer.options.renderer.xhtml ? ' />' : '>';
  return `<img src="${url}" alt="${alt}"${titleHtml(printer, token)}${attributesHtml(token.attrs)}${end}`;
}

function autolink(printer: Printer, token: Token): string {
  const text = token.content;
  const protocol = metaFlag(token, 'bareHost') ? `${printer.options.extensions.linkifyProtocol}://` : '';
  const url = escapeUrl(protocol + text, false);
  const mail = metaFlag(token, 'email') && !/^mailto:/i.test(url) ? 'mailto:' : '';
  const { safeAutolinks, anyCaseSchemes } = printer.features;
  const refused = safeAutolinks && !printer.options.renderer.unsafe && isDangerousUrl(url, anyCaseSchemes);
  return `<a href="${mail}${refused ? '' : escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

function rawHtml({ options, features }: Printer, token: Token): string {
  if (options.renderer.unsafe) return token.content;
  const silent = features.silentComments && token.content.startsWith('<!--');
  return silent ? '' : '<!-- raw HTML omitted -->';
}

function footnoteId({ footnotePrefix }: Printer, token: Token): string {
  const reference = metaNumber(token, 'reference');
  return `${footnotePrefix}fnref${reference > 0 ? String(reference) : ''}:${String(metaNumber(token, 'number'))}`;
}

function footnoteReference(printer: Printer, token: Token): string {
  const number = String(metaNumber(token, 'number'));
  return (
    `<sup id="${footnoteId(printer, token)}"><a href="#${printer.footnotePrefix}fn:${number}"` +
    ` class="footnote-ref" role="doc-noteref">${number}</a></sup>`
  );
}

/** `^^` is the number of a note, `%%` how often it is referred to. */
function noteTemplate(template: string, token: Token): string {
  return template.replace(/\^\^|%%/g, mark =>
    String(metaNumber(token, mark === '^^' ? 'number' : 'references')),
  );
}

function footnoteAnchor(printer: Printer, token: Token): string {
  const { backlinkHTML } = printer.options.extensions.footnote;
  return (
    `&#160;<a href="#${footnoteId(printer, token)}" class="footnote-backref" role="doc-backlink">` +
    `${noteTemplate(backlinkHTML, token)}</a>`
  );
}

function emojiHtml(token: Token): string {
  const codes = Array.from(emojiCode(token.content) ?? '', char => char.codePointAt(0) ?? 0);
  return codes.map(code => (code === 0x200d ? '&zwj;' : `&#x${code.toString(16)};`)).join('');
}

/** How a line that ends in the text is printed. */
function softBreak({ options, lineBreak }: Printer, token: Token): string {
  if (options.renderer.hardWraps) return lineBreak;
  return token.hidden ? '' : '\n';
}

export function inlineRules(options: MarkupOptions, features: Features): Record<string, RendererRule> {
  const { cjk } = options.extensions;
  const escapedSpace = cjk.enable && cjk.escapedSpace;
  const printer: Printer = {
    options,
    features,
    text: text => writeText(text, escapedSpace),
    lineBreak: options.renderer.xhtml ? '<br />\n' : '<br>\n',
    footnotePrefix: '',
  };
  const end = options.renderer.xhtml ? ' />' : '>';
  const htmlOf: Readonly<Record<string, TokenHtml>> = {
    text: token => printer.text(token.content),
    string: token => token.content,
    softbreak: token => softBreak(printer, token),
    hardbreak: () => printer.lineBreak,
    code_inline: token => `<code>${escapeHtml(token.content)}</code>`,
    html_inline: token => rawHtml(printer, token),
    link_open: token => linkOpen(printer, token),
    link_close: () => '</a>',
    image: token => image(printer, token),
    autolink: token => autolink(printer, token),
    footnote_ref: token => footnoteReference(printer, token),
    footnote_anchor: token => footnoteAnchor(printer, token),
    task_checkbox: token =>
      `<input ${metaFlag(token, 'checked') ? 'checked="" ' : ''}disabled="" type="checkbox"${end} `,
    emoji: emojiHtml,
    passthrough_inline: token => token.content,
  };
  const rules: Record<string, RendererRule> = {};
  for (const [type, html] of Object.entries(htmlOf)) {
    rules[type] = (tokens, index) => {
      const token = tokens[index];
      return token ? html(token) : '';
    };
  }
  for (const tag of ['em', 'strong', 'del', 'ins', 'mark', 'sub', 'sup']) {
    rules[`${tag}_open`] = () => `<${tag}>`;
    rules[`${tag}_close`] = () => `</${tag}>`;
  }
  return rules;
}
