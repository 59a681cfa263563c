import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import { bodyTokens, markupOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { remember } from '../remember.ts';
import { resolveDestination } from '../render/html/escape.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { htmlReferences } from './references-html.ts';
import { shortcodeReferences } from './references-shortcode.ts';
import type { Reference } from './reference.ts';

/** Where references are read: tokens and their source, which starts at `base` of the article. */
interface Source {
  readonly text: string;
  readonly base: number;
  readonly isHtmlPrinted: boolean;
  readonly linkifyProtocol: string;
  /** Places of destinations in definitions, once looked for. */
  readonly definitions: Map<string, number>;
}

/** Images and links of a body: Markdown, raw HTML if the site prints it, and Hugo's own shortcodes. */
export function bodyReferences(article: Article, facts: Facts): Reference[] {
  const { renderer, extensions } = markupOf(facts);
  const source: Source = {
    text: article.text.slice(article.body.start),
    base: article.body.start,
    isHtmlPrinted: renderer.unsafe,
    linkifyProtocol: extensions.linkifyProtocol,
    definitions: new Map(),
  };
  const tokens = bodyTokens(article, facts);
  const inner = tokens.length === 0 ? [] : shortcodeReferences(source.text, source.base);
  return [...tokens.flatMap(token => ofToken(token, source)), ...inner];
}

function ofToken(token: Token, source: Source): Reference[] {
  if (token.type === 'html_block' || token.type === 'html_inline') return ofHtml(token, source);
  if (token.type === 'autolink') return ofAutolink(token, source);
  const own = token.type === 'image' ? ofTarget(token, token, source) : [];
  const children = token.children ?? [];
  return [
    ...own,
    ...children.flatMap((child, i) =>
      child.type === 'link_open'
        ? ofTarget(child, children.find((other, j) => j > i && other.type === 'link_close') ?? child, source)
        : ofToken(child, source),
    ),
  ];
}

/** An image, or a link from its `link_open` to its `link_close`. */
function ofTarget(open: Token, close: Token, source: Source): Reference[] {
  const destination: unknown = open.meta?.['destination'];
  const whole = rangeOf(open);
  const end = rangeOf(close)?.end;
  if (typeof destination !== 'string' || !whole || end === undefined) return [];
  const isImage = open.type === 'image';
  const kind = isImage ? 'image' : 'link';
  const alt = isImage ? { alt: open.content } : {};
  const behind = isImage ? whole.start + 2 + open.content.length : (rangeOf(close)?.start ?? whole.end);
  const inline = source.text.startsWith('](', behind);
  const at = inline ? placeAfter(source.text, behind + 2, destination) : definitionOf(source, destination);
  const url = resolveDestination(destination);
  const range = at === undefined ? { start: whole.start, end } : { start: at, end: at + destination.length };
  const isVerbatim = at !== undefined && url === destination && url !== '';
  const form = inline ? 'markdown' : 'definition';
  return [{ kind, form, url, range: shifted(range, source), isVerbatim, ...alt }];
}

/** Behind `](`: white space and `<` may stand before the destination. */
function placeAfter(text: string, from: number, destination: string): number | undefined {
  let at = from;
  while (/[\s<>]/.test(text.charAt(at)) && !text.startsWith(destination, at)) at++;
  return text.startsWith(destination, at) ? at : undefined;
}

/** The place of a destination in `[label]: destination`. */
function definitionOf({ text, definitions }: Source, destination: string): number | undefined {
  const at = remember(definitions, destination, () => findDefinition(text, destination));
  return at === -1 ? undefined : at;
}

function findDefinition(text: string, destination: string): number {
  if (destination === '') return -1;
  for (
    let at = text.indexOf(destination);
    at !== -1;
    at = text.indexOf(destination, at + destination.length)
  ) {
    if (/\]:[ \t]*(?:\r?\n[ \t>]*)?<?$/.test(text.slice(Math.max(0, at - 40), at))) return at;
  }
  return -1;
}

function ofAutolink(token: Token, source: Source): Reference[] {
  const range = rangeOf(token);
  if (!range || token.meta?.['email'] === true) return [];
  const text = token.content;
  const at = source.text.indexOf(text, range.start);
  const place = at === -1 || at > range.end ? range : { start: at, end: at + text.length };
  const isBare = token.meta?.['bareHost'] === true;
  const url = isBare ? `${source.linkifyProtocol}://${text}` : text;
  return [{ kind: 'link', form: 'autolink', url, range: shifted(place, source), isVerbatim: false }];
}

function ofHtml(token: Token, source: Source): Reference[] {
  const range = rangeOf(token);
  if (!range || !source.isHtmlPrinted) return [];
  const html = source.text.slice(range.start, range.end);
  return htmlReferences(html).map(({ kind, url, range: { start, end } }) => ({
    kind,
    form: 'html',
    url,
    range: shifted({ start: range.start + start, end: range.start + end }, source),
    isVerbatim: html.slice(start, end) === url && url !== '',
  }));
}

const shifted = ({ start, end }: Range, { base }: Source): Range => ({
  start: base + start,
  end: base + end,
});
