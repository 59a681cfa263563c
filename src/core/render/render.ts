import type { Token } from 'markdown-it';
import type { CodePrinter } from './html/code.ts';
import type { LineHighlighter } from './html/highlight.ts';
import { hashOf } from './hash.ts';
import { htmlOf, markdownFor, newEnv, tokensOf, type RenderEnv } from './markdown.ts';
import type { MarkupOptions } from './options.ts';
import { fill, prepare, type Prepared } from './shortcodes/expand.ts';
import type { ShortcodeHost } from './shortcodes/host.ts';
import { lexShortcodes, type LexedShortcodes } from './shortcodes/lexer.ts';
import { markdownOf, renderCall, takesInner, type ShortcodeContext } from './shortcodes/render.ts';
import { shortcodeTree } from './shortcodes/tree.ts';
import { headingsOf, tableOfContents, type Heading } from './toc.ts';
import { rangeOf } from './tokens.ts';
import { featuresOf } from '../hugo/behaviour.ts';

/** What rendering takes besides the body and the options. */
export interface RenderContext {
  readonly shortcodes?: ShortcodeHost;
  readonly highlight?: LineHighlighter;
}

/** A top-level block, for patching a preview. */
export interface RenderedBlock {
  readonly html: string;
  /** Zero-based lines of the body, end exclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** Of `html`: equal for equal blocks, wherever they stand. */
  readonly hash: string;
}

export interface RenderedBody {
  /** `.Content`. */
  readonly html: string;
  readonly blocks: readonly RenderedBlock[];
  /** `.TableOfContents`. */
  readonly toc: string;
  readonly headings: readonly Heading[];
  /** UTF-16 offset of the first `<!--more-->`. */
  readonly divider: number | undefined;
  /** How many of the blocks stand before it. */
  readonly blocksBeforeDivider: number | undefined;
  readonly shortcodes: LexedShortcodes;
}

/** Renders a body, front matter left out, as Hugo does. */
export function renderBody(
  source: string,
  options: MarkupOptions,
  context: RenderContext = {},
): RenderedBody {
  return render(source, options, context, 0);
}

/** The top-level blocks of a body; their `html` joined is that of `renderBody`. */
export function renderBlocks(
  source: string,
  options: MarkupOptions,
  context: RenderContext = {},
): readonly RenderedBlock[] {
  return renderBody(source, options, context).blocks;
}

/** Deeper shortcodes in the text of shortcodes are not rendered. */
const MAX_DEPTH = 8;

function render(source: string, options: MarkupOptions, context: RenderContext, depth: number): RenderedBody {
  const markdown = markdownFor(options);
  const features = featuresOf(options.hugoVersion);
  const lexed = lexShortcodes(source);
  const host = context.shortcodes ?? {};
  const { calls } = shortcodeTree(lexed, takesInner(host));
  const code: CodePrinter = { options: options.highlight, features, highlight: context.highlight };
  const shortcodes: ShortcodeContext = {
    body: source,
    literals: lexed.literals,
    host,
    code,
    markdown: (text, inline) =>
      depth < MAX_DEPTH ? renderString({ text, options, context, depth, inline }) : '',
  };
  const prepared = prepare(source, lexed, calls, {
    asMarkdown: call => markdownOf(shortcodes, call),
    sameLength: false,
    numbered: features.numberedShortcodes,
    emoji: options.enableEmoji && !features.emojiInMarkdown,
  });
  const env = newEnv(context.highlight);
  const tokens = tokensOf(markdown, prepared.text, env);
  const finish = (html: string): string => fill(html, prepared, call => renderCall(shortcodes, call));
  const { blocks, before } = printBlocks({ source, env, prepared, finish }, part =>
    htmlOf(markdown, part, env),
  );
  const headings = headingsOf(
    tokens,
    part => finish(markdown.md.renderer.renderInline(part, markdown.md.options, {})),
    features.sanitisedToc,
  );
  return {
    html: blocks.map(({ html }) => html).join(''),
    blocks,
    toc: tableOfContents(headings, options.tableOfContents),
    headings: headings.map(heading => ({ ...heading, start: prepared.toBody(heading.start) })),
    divider: lexed.divider?.start,
    blocksBeforeDivider: before,
    shortcodes: lexed,
  };
}

interface Printing {
  readonly source: string;
  readonly env: RenderEnv;
  readonly prepared: Prepared;
  readonly finish: (html: string) => string;
}

function printBlocks(
  { source, env, prepared, finish }: Printing,
  print: (tokens: Token[]) => string,
): { readonly blocks: RenderedBlock[]; readonly before: number | undefined } {
  const starts = lineStarts(source);
  const lineAt = (offset: number): number => lineOf(starts, prepared.toBody(offset));
  const blocks: RenderedBlock[] = [];
  let before: number | undefined;
  for (const tokens of env.blocks) {
    const raw = print(tokens);
    if (before === undefined && prepared.divider && raw.includes(prepared.divider)) before = blocks.length;
    const html = finish(raw);
    if (html === '') continue;
    const range = tokens[0] && rangeOf(tokens[0]);
    const startLine = range ? lineAt(range.start) : 0;
    const endLine = range ? lineAt(range.end - 1) + 1 : startLine;
    blocks.push({ html, startLine, endLine, hash: hashOf(html) });
  }
  return { blocks, before };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Fragment {
  readonly text: string;
  readonly options: MarkupOptions;
  readonly context: RenderContext;
  readonly depth: number;
  readonly inline: boolean;
}

/** Markdown of a template: `RenderString`, `markdownify`. */
function renderString({ text, options, context, depth, inline }: Fragment): string {
  if (text === '') return '';
  const { html } = render(text, options, context, depth + 1);
  if (!inline || html.split('<p>').length !== 2) return html;
  const trimmed = html.trim();
  const lone = trimmed.startsWith('<p>') && trimmed.endsWith('</p>');
  return lone ? trimmed.slice(3, -4).trim() : trimmed;
}

/**
 * The tokens of a body, for judging it: see `tokens.ts`. All offsets are those of the body; a shortcode is text
 * of letters, as it is for Hugo's Markdown.
 */
export function parseBody(source: string, options: MarkupOptions, host: ShortcodeHost = {}): Token[] {
  const lexed = lexShortcodes(source);
  const { calls } = shortcodeTree(lexed, takesInner(host));
  const { text } = prepare(source, lexed, calls, { asMarkdown: () => undefined, sameLength: true });
  return tokensOf(markdownFor(options), text, { ...newEnv(), positions: source });
}
