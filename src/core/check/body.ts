import type { Article } from '../article/article.ts';
import { formatVersion } from '../hugo/version.ts';
import { defaultMarkup, markupOptions, rangeOf, readParts } from '../render/index.ts';
import type { MarkupOptions, Note, PartedBody, Token } from '../render/index.ts';
import type { Facts, SiteFacts } from './facts.ts';

/** A stretch of running text, as goldmark cuts a body: the text of a paragraph, heading or table cell. */
export interface Inline {
  readonly token: Token;
  /** Offset in the part. */
  readonly start: number;
  /** As written; code, HTML, links and images that were read as such are blanked, so that what is left is text. */
  readonly text: string;
  /** The block token around it, such as `paragraph_open`. */
  readonly block: Token | undefined;
}

/** A few blocks of a body, which read the same wherever they stand. All offsets count from its start. */
export interface BodyPart {
  /** As written. */
  readonly source: string;
  /** As Markdown sees it: shortcodes, with all that stands between them, are words of the same length. */
  readonly text: string;
  /** See `render/tokens.ts`. */
  readonly tokens: readonly Token[];
  readonly inlines: readonly Inline[];
  readonly notes: readonly Note[];
  /** Labels of links with their addresses, as `[label]: address` defines them. */
  readonly references: readonly { readonly label: string; readonly destination: string }[];
  /** How the site has its Markdown read. */
  readonly markup: MarkupOptions;
}

/** A body as goldmark reads it. */
export interface Body {
  /** As written. */
  readonly source: string;
  /** Offset of `source` in the article. */
  readonly start: number;
  /** The parts and where they start in the article. An edit leaves all parts the same objects but a few. */
  readonly parts: readonly { readonly start: number; readonly part: BodyPart }[];
  readonly markup: MarkupOptions;
  /** The body defines link references, `[label]: address`. */
  readonly hasReferences: boolean;
}

const markups = new WeakMap<SiteFacts, Map<number | undefined, MarkupOptions>>();

/** How bodies become HTML. One options object for each site and version: the parser is kept for it. */
export function markupOf({ site, hugo }: Pick<Facts, 'site' | 'hugo'>): MarkupOptions {
  if (!site) return defaultMarkup;
  const known = markups.get(site) ?? new Map<number | undefined, MarkupOptions>();
  markups.set(site, known);
  const found = known.get(hugo);
  if (found) return found;
  const { markup, switches } = site.config;
  const version = hugo === undefined ? undefined : formatVersion(hugo);
  const made = markupOptions({ markup, enableEmoji: switches.enableEmoji }, version);
  known.set(hugo, made);
  return made;
}

/** The bodies read last, for each way of reading: the one that an edit changes is most likely among them. */
const recent = new WeakMap<MarkupOptions, PartedBody[]>();
const RECENT = 4;

function partsOf(source: string, markup: MarkupOptions): PartedBody {
  const known = recent.get(markup) ?? [];
  const head = source.slice(0, 200);
  const tail = source.slice(-200);
  const before =
    known.find(body => body.source === source) ??
    known.find(body => body.source.startsWith(head)) ??
    known.find(body => body.source.endsWith(tail));
  const read = readParts(source, markup, before);
  recent.set(markup, [read, ...known.filter(body => body !== before && body !== read)].slice(0, RECENT));
  return read;
}

/** How far a body has been read before, at least: the length of the longest of the last bodies that starts as it does. */
export function knownLength({ text, body }: Article, facts: Facts): number {
  const head = text.slice(body.start, body.start + 200);
  const known = recent.get(markupOf(facts)) ?? [];
  return Math.max(
    0,
    ...known.filter(({ source }) => source.startsWith(head)).map(({ source }) => source.length),
  );
}

const parts = new WeakMap<object, BodyPart>();

/** Reads a body. What was read of it before, in an earlier check, is not read again. */
export function bodyOf({ text, body }: Article, facts: Facts): Body {
  const source = text.slice(body.start);
  const markup = markupOf(facts);
  const read = source.trim() === '' ? undefined : partsOf(source, markup);
  const placed = (read?.parts ?? []).map(({ start, part }) => {
    const found = parts.get(part) ?? { ...part, inlines: inlinesOf(part.tokens, part.text), markup };
    parts.set(part, found);
    return { start: body.start + start, part: found };
  });
  return {
    source,
    start: body.start,
    parts: placed,
    markup,
    hasReferences: (read?.shared.definitions.references.size ?? 0) > 0,
  };
}

function inlinesOf(tokens: readonly Token[], source: string): Inline[] {
  const inlines: Inline[] = [];
  let block: Token | undefined;
  for (const token of tokens) {
    if (token.type !== 'inline') {
      block = token;
      continue;
    }
    const range = rangeOf(token);
    if (range) inlines.push({ token, start: range.start, text: textOf(token, source), block });
  }
  return inlines;
}

/** Tokens whose source is no text of the editor's. */
const OPAQUE = new Set([
  'code_inline',
  'image',
  'html_inline',
  'passthrough_inline',
  'footnote_ref',
  // The brackets and the address; the text of a link is text.
  'link_open',
  'link_close',
]);

/** The text with opaque stretches blanked; put together once, however many there are. */
function textOf(token: Token, source: string): string {
  const range = rangeOf(token) ?? { start: 0, end: 0 };
  let text = '';
  let from = range.start;
  for (const child of token.children ?? []) {
    const isOpaque = OPAQUE.has(child.type) || child.markup === 'autolink';
    const inner = isOpaque ? rangeOf(child) : undefined;
    if (!inner || inner.start < from) continue;
    text += source.slice(from, inner.start) + ' '.repeat(inner.end - inner.start);
    from = inner.end;
  }
  return text + source.slice(from, range.end);
}
