import type { RendererRule, Token } from 'markdown-it';
import type { Attribute } from '../engine/block.ts';
import type { MarkupOptions } from '../options.ts';
import { metaFlag, metaNumber, metaText } from '../tokens.ts';
import type { Features } from '../../hugo/behaviour.ts';
import { attributesHtml, scalarText } from './attributes.ts';
import { escapeHtml } from './escape.ts';

type TokenHtml = (token: Token) => string;

const OMITTED = '<!-- raw HTML omitted -->\n';

function open(token: Token, extra = ''): string {
  return `<${token.tag}${extra}${attributesHtml(token.attrs)}>`;
}

function htmlBlock(options: MarkupOptions, features: Features, token: Token): string {
  if (options.renderer.unsafe) return token.content.replaceAll('\0', '\uFFFD');
  if (features.silentComments && token.content.startsWith('<!--')) return '';
  return metaFlag(token, 'closure') ? OMITTED + OMITTED : OMITTED;
}

function listOpen(token: Token): string {
  const first = token.meta?.['first'];
  const start = typeof first === 'number' && first !== 1 ? ` start="${String(first)}"` : '';
  return `${open(token, start)}\n`;
}

function alignmentStyle(token: Token, space: string): string {
  const alignment = metaText(token, 'alignment');
  return alignment === '' ? '' : ` style="text-align:${space}${alignment}"`;
}

const plainStyle: TokenHtml = token => alignmentStyle(token, '');

function alignAttribute(token: Token): string {
  const alignment = metaText(token, 'alignment');
  return alignment === '' ? '' : ` align="${alignment}"`;
}

/** Tables as Hugo's embedded template prints them (render-table.html). */
const templateTable: Readonly<Record<string, TokenHtml>> = {
  table_open: token => `<table${tableAttributes(token)}>\n`,
  table_close: () => '\t</tbody>\n</table>\n',
  thead_open: () => '\t<thead>\n\t\t\t<tr>\n',
  thead_close: () => '\t\t\t</tr>\n\t</thead>\n\t<tbody>\n',
  tr_open: () => '\t\t\t<tr>\n',
  tr_close: () => '\t\t\t</tr>\n',
  th_open: token => `\t\t\t\t\t<th${alignmentStyle(token, ' ')}>`,
  th_close: () => '</th>\n',
  td_open: token => `\t\t\t\t\t<td${alignmentStyle(token, ' ')}>`,
  td_close: () => '</td>\n',
};

/** The template ranges over a map, so in order of names; what is false or empty is left out. */
function tableAttributes(token: Token): string {
  const raw = (token.meta?.['raw'] as readonly Attribute[] | undefined) ?? [];
  const last = new Map(raw.map(({ name, value }) => [name.toLowerCase(), value]));
  return [...last]
    .filter(([name, value]) => !name.startsWith('on') && value !== '' && value !== false && value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeHtml(scalarText(value))}"`)
    .join('');
}

/** Tables as goldmark prints them; `cell`: how a cell is aligned. */
const plainTable = (cell: TokenHtml): Readonly<Record<string, TokenHtml>> => ({
  table_open: token => `${open(token)}\n`,
  table_close: () => '</table>\n',
  thead_open: () => '<thead>\n<tr>\n',
  thead_close: token => `</tr>\n</thead>\n${metaFlag(token, 'isLast') ? '' : '<tbody>\n'}`,
  tr_open: () => '<tr>\n',
  tr_close: token => `</tr>\n${metaFlag(token, 'isLast') ? '</tbody>\n' : ''}`,
  th_open: token => `<th${cell(token)}>`,
  th_close: () => '</th>\n',
  td_open: token => `<td${cell(token)}>`,
  td_close: () => '</td>\n',
});

function blockHtml(options: MarkupOptions, features: Features): Readonly<Record<string, TokenHtml>> {
  const { xhtml } = options.renderer;
  const end = xhtml ? ' />' : '>';
  const close: TokenHtml = token => `</${token.tag}>\n`;
  return {
    paragraph_open: token => (token.hidden ? '' : open(token)),
    paragraph_close: token => {
      if (!token.hidden) return '</p>\n';
      return metaFlag(token, 'isLast') || metaFlag(token, 'empty') ? '' : '\n';
    },
    heading_open: token => open(token),
    heading_close: close,
    blockquote_open: token => open(token) + (metaFlag(token, 'styled') ? '' : '\n'),
    blockquote_close: close,
    bullet_list_open: listOpen,
    bullet_list_close: close,
    ordered_list_open: listOpen,
    ordered_list_close: close,
    list_item_open: token => open(token) + (metaFlag(token, 'holdsBlock') ? '\n' : ''),
    list_item_close: close,
    hr: token => `<hr${attributesHtml(token.attrs)}${end}\n`,
    code_block: token => `<pre><code>${escapeHtml(token.content)}</code></pre>\n`,
    html_block: token => htmlBlock(options, features, token),
    passthrough_block: token => token.content + (features.barePassthrough ? '' : '\n'),
    dl_open: token => `${open(token)}\n`,
    dl_close: close,
    dt_open: token => open(token),
    dt_close: close,
    dd_open: token => open(token) + (metaFlag(token, 'tight') ? '' : '\n'),
    dd_close: close,
    footnote_block_open: token =>
      `<div class="footnotes" role="doc-endnotes"${attributesHtml(token.attrs)}>\n<hr${end}\n<ol>\n`,
    footnote_block_close: () => '</ol>\n</div>\n',
    footnote_open: token =>
      `<li id="fn:${String(metaNumber(token, 'number'))}"${attributesHtml(token.attrs)}>\n`,
    footnote_close: () => '</li>\n',
    ...(features.tableTemplate ? templateTable : plainTable(xhtml ? alignAttribute : plainStyle)),
  };
}

export function blockRules(options: MarkupOptions, features: Features): Record<string, RendererRule> {
  const rules: Record<string, RendererRule> = {};
  for (const [type, html] of Object.entries(blockHtml(options, features))) {
    rules[type] = (tokens, index) => {
      const token = tokens[index];
      return token ? html(token) : '';
    };
  }
  return rules;
}
