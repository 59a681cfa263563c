import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import { bodyOf } from '../check/body.ts';
import type { BodyPart } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { remember } from '../remember.ts';
import { resolveDestination } from '../render/html/escape.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { htmlReferences } from './references-html.ts';
import { shortcodeReferences } from './references-shortcode.ts';
import type { Reference } from './reference.ts';

/** A reference with places that count from the start of its part of the body. */
interface PartReference {
  readonly reference: Reference;
  /** As its definition has it, which stands somewhere in the body. */
  readonly defined?: string;
}

const known = new WeakMap<BodyPart, readonly PartReference[]>();

/** Images and links of a body: Markdown, raw HTML if the site prints it, and Hugo's own shortcodes. */
export function bodyReferences(article: Article, facts: Facts): Reference[] {
  const { source, start: base, parts } = bodyOf(article, facts);
  const definitions = new Map<string, number>();
  const found = parts.flatMap(({ start, part }) =>
    referencesOf(part).map(({ reference, defined }): Reference => {
      const at =
        defined === undefined ? -1 : remember(definitions, defined, () => findDefinition(source, defined));
      if (defined === undefined || at === -1) return { ...reference, range: shifted(reference.range, start) };
      const range = { start: base + at, end: base + at + defined.length };
      return { ...reference, range, isVerbatim: reference.url === defined };
    }),
  );
  return [...found, ...shortcodeReferences(source, base)];
}

/** Of a part that an edit has left alone they are not looked for again. */
export function referencesOf(part: BodyPart): readonly PartReference[] {
  const before = known.get(part);
  if (before) return before;
  const found = part.tokens.flatMap(token => ofToken(token, part)).map(placed);
  known.set(part, found);
  return found;
}

interface Found extends Reference {
  readonly defined?: string;
}

function placed({ defined, ...reference }: Found): PartReference {
  return defined === undefined ? { reference } : { reference, defined };
}

function ofToken(token: Token, part: BodyPart): Found[] {
  if (token.type === 'html_block' || token.type === 'html_inline') return ofHtml(token, part);
  if (token.type === 'autolink') return ofAutolink(token, part);
  const own = token.type === 'image' ? ofTarget(token, token, part) : [];
  const children = token.children ?? [];
  return [
    ...own,
    ...children.flatMap((child, i) =>
      child.type === 'link_open'
        ? ofTarget(child, children.find((other, j) => j > i && other.type === 'link_close') ?? child, part)
        : ofToken(child, part),
    ),
  ];
}

/** An image, or a link from its `link_open` to its `link_close`. */
function ofTarget(open: Token, close: Token, { source }: BodyPart): Found[] {
  const destination: unknown = open.meta?.['destination'];
  const whole = rangeOf(open);
  const end = rangeOf(close)?.end;
  if (typeof destination !== 'string' || !whole || end === undefined) return [];
  const isImage = open.type === 'image';
  const behind = isImage ? whole.start + 2 + open.content.length : (rangeOf(close)?.start ?? whole.end);
  const url = resolveDestination(destination);
  const rest = { kind: isImage ? 'image' : 'link', url, ...(isImage ? { alt: open.content } : {}) } as const;
  const range = { start: whole.start, end };
  if (!source.startsWith('](', behind)) {
    const defined = destination === '' ? {} : { defined: destination };
    return [{ ...rest, form: 'definition', range, isVerbatim: false, ...defined }];
  }
  const at = placeAfter(source, behind + 2, destination);
  if (at === undefined || url === '') return [{ ...rest, form: 'markdown', range, isVerbatim: false }];
  const place = { start: at, end: at + destination.length };
  return [{ ...rest, form: 'markdown', range: place, isVerbatim: url === destination }];
}

/** Behind `](`: white space and `<` may stand before the destination. */
function placeAfter(text: string, from: number, destination: string): number | undefined {
  let at = from;
  while (/[\s<>]/.test(text.charAt(at)) && !text.startsWith(destination, at)) at++;
  return text.startsWith(destination, at) ? at : undefined;
}

/** The place of a destination in `[label]: destination`; -1: not found. */
function findDefinition(text: string, destination: string): number {
  for (
    let at = text.indexOf(destination);
    at !== -1;
    at = text.indexOf(destination, at + destination.length)
  ) {
    if (/\]:[ \t]*(?:\r?\n[ \t>]*)?<?$/.test(text.slice(Math.max(0, at - 40), at))) return at;
  }
  return -1;
}

function ofAutolink(token: Token, { source, markup }: BodyPart): Found[] {
  const range = rangeOf(token);
  if (!range || token.meta?.['email'] === true) return [];
  const text = token.content;
  const at = source.indexOf(text, range.start);
  const place = at === -1 || at > range.end ? range : { start: at, end: at + text.length };
  const isBare = token.meta?.['bareHost'] === true;
  const url = isBare ? `${markup.extensions.linkifyProtocol}://${text}` : text;
  return [{ kind: 'link', form: 'autolink', url, range: { ...place }, isVerbatim: false }];
}

function ofHtml(token: Token, { source, markup }: BodyPart): Found[] {
  const place = rangeOf(token);
  if (!place || !markup.renderer.unsafe) return [];
  const html = source.slice(place.start, place.end);
  return htmlReferences(html).map(({ kind, url, range, isBare }) => ({
    ...(isBare ? { isBare } : {}),
    kind,
    form: 'html',
    url,
    range: shifted(range, place.start),
    isVerbatim: html.slice(range.start, range.end) === url && url !== '',
  }));
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
