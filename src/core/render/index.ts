/** Markdown bodies as Hugo prints them: goldmark with Hugo's extensions, shortcodes, table of contents. */
export { markupOptions } from './configure.ts';
export { emojiCode } from './extensions/emoji-names.ts';
export { defaultMarkup, type MarkupOptions } from './options.ts';
export type { Note } from './part.ts';
export { readParts, type PartedBody } from './parts.ts';
export { parseBody, renderBlocks, renderBody } from './render.ts';
export type { ShortcodeHost } from './shortcodes/host.ts';
export { lexShortcodes } from './shortcodes/lexer.ts';
export { shortcodeTree } from './shortcodes/tree.ts';
export { literalDelimitersOf, rangeOf, type Token } from './tokens.ts';
