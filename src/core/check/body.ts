import type { Article } from '../article/article.ts';
import { formatVersion } from '../hugo/version.ts';
import { defaultMarkup, literalDelimitersOf, markupOptions, parseBody, rangeOf } from '../render/index.ts';
import type { BodyRange, Token } from '../render/index.ts';
import type { Facts, SiteFacts } from './facts.ts';

/** A stretch of running text, as goldmark cuts a body: the text of a paragraph, heading or table cell. */
export interface Inline {
  readonly token: Token;
  /** Offset of the article. */
  readonly start: number;
  /** As written; code, links and images that were read as such are blanked, so that what is left is text. */
  readonly text: string;
  /** The block token around it, such as `paragraph_open`. */
  readonly block: Token | undefined;
}

/** Bodies beyond this many UTF-16 units are not parsed while somebody types. */
const MAX_BODY = 300_000;

type Markup = typeof defaultMarkup;
const markups = new WeakMap<SiteFacts, Map<number | undefined, Markup>>();

/** How bodies become HTML. One options object for each site and version: the parser is kept for it. */
export function markupOf({ site, hugo }: Pick<Facts, 'site' | 'hugo'>): Markup {
  if (!site) return defaultMarkup;
  const known = markups.get(site) ?? new Map<number | undefined, Markup>();
  markups.set(site, known);
  const found = known.get(hugo);
  if (found) return found;
  const { markup, switches } = site.config;
  const version = hugo === undefined ? undefined : formatVersion(hugo);
  const made = markupOptions({ markup, enableEmoji: switches.enableEmoji }, version);
  known.set(hugo, made);
  return made;
}

/** A body as goldmark reads it. */
export interface Body {
  /** As written. */
  readonly source: string;
  /** Offset of `source` in the article; the places of tokens count from there. */
  readonly start: number;
  /** See `render/tokens.ts`. */
  readonly tokens: readonly Token[];
  /** The running texts, in order. */
  readonly inlines: readonly Inline[];
}

/** Reads a body; without tokens if it is empty or too long. */
export function bodyOf({ text, body }: Article, facts: Facts): Body {
  const source = text.slice(body.start);
  if (source.trim() === '' || source.length > MAX_BODY)
    return { source, start: body.start, tokens: [], inlines: [] };
  const tokens = parseBody(source, markupOf(facts));
  return { source, start: body.start, tokens, inlines: inlinesOf(tokens, source, body.start) };
}

function inlinesOf(tokens: readonly Token[], source: string, start: number): Inline[] {
  const inlines: Inline[] = [];
  let block: Token | undefined;
  for (const token of tokens) {
    if (token.type !== 'inline') {
      block = token;
      continue;
    }
    const range = rangeOf(token);
    if (range) inlines.push({ token, start: start + range.start, text: textOf(token, source), block });
  }
  return inlines;
}

/**
 * How many markers of emphasis, two characters or longer, stay text where a stretch of running text is written by
 * itself.
 */
export function literalMarkersIn(text: string, facts: Facts): number {
  return parseBody(text, markupOf(facts))
    .filter(({ type }) => type === 'inline')
    .flatMap(literalDelimitersOf)
    .filter(({ char, start, end }) => (char === '*' || char === '_') && end - start >= 2).length;
}

/** Where the token that closes the `index`-th one of a running text stands in the body. */
export function closingOf(inline: Token, index: number): BodyRange | undefined {
  const children = inline.children ?? [];
  const open = children[index];
  const close = children.find(
    (child, at) =>
      at > index && open && child.nesting === -1 && child.level === open.level && child.tag === open.tag,
  );
  return close && rangeOf(close);
}

/** Tokens whose source is no text of the editor's. */
const OPAQUE = new Set(['code_inline', 'image', 'autolink', 'html_inline', 'shortcode']);

function textOf(token: Token, source: string): string {
  const range = rangeOf(token) ?? { start: 0, end: 0 };
  let text = source.slice(range.start, range.end);
  for (const child of token.children ?? []) {
    const inner = OPAQUE.has(child.type) ? rangeOf(child) : undefined;
    if (!inner) continue;
    const from = inner.start - range.start;
    const to = inner.end - range.start;
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}
