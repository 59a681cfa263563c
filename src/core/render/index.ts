/** Markdown bodies as Hugo prints them: goldmark with Hugo's extensions, shortcodes, table of contents. */
export { markupOptions } from './configure.ts';
export type { LiteralDelimiter } from './engine/inline-parser.ts';
export type { LineHighlighter } from './html/highlight.ts';
export { isHighlighted } from './html/languages.ts';
export { isDangerousUrl } from './html/url.ts';
export { anchorOf } from './extensions/heading-ids.ts';
export { defaultMarkup, type MarkupOptions } from './options.ts';
export {
  parseBody,
  renderBlocks,
  renderBody,
  type RenderContext,
  type RenderedBlock,
  type RenderedBody,
} from './render.ts';
export { embeddedShortcodes } from './shortcodes/embedded.ts';
export type { ShortcodeHost } from './shortcodes/host.ts';
export {
  lexShortcodes,
  type LexedShortcodes,
  type LiteralShortcode,
  type ShortcodeTag,
} from './shortcodes/lexer.ts';
export type { ShortcodeFault, ShortcodeProblem } from './shortcodes/fault.ts';
export type { Parameter } from './shortcodes/parameters.ts';
export { shortcodeTree, type ShortcodeCall, type ShortcodeTree } from './shortcodes/tree.ts';
export type { Heading } from './toc.ts';
export { literalDelimitersOf, rangeOf, type BodyRange, type Token } from './tokens.ts';
export { featuresOf, type Feature, type Features } from './versions.ts';
