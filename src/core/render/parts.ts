import { referenceKey } from './blocks/reference.ts';
import { markdownFor, type Markdown } from './markdown.ts';
import type { MarkupOptions } from './options.ts';
import {
  blocksOf,
  cutsOf,
  definedIn,
  mayRefer,
  readPart,
  sharedBy,
  startsIn,
  type Part,
  type Shared,
  type Unread,
} from './part.ts';
import { prepare } from './shortcodes/expand.ts';
import { lexShortcodes } from './shortcodes/lexer.ts';
import { takesInner } from './shortcodes/render.ts';
import { shortcodeTree } from './shortcodes/tree.ts';

/** A part where it stands: `start` is a UTF-16 offset of the body. */
export interface PlacedPart {
  readonly start: number;
  readonly part: Part;
}

/** A body read part by part, so that an edit reads again only the parts that it touches. */
export interface PartedBody {
  readonly source: string;
  readonly text: string;
  readonly parts: readonly PlacedPart[];
  readonly shared: Shared;
}

/**
 * Reads a body. Parts of `before`, a body read with the same options, are kept where the text is the same and
 * reads the same; the result is that of reading from nothing.
 */
export function readParts(source: string, options: MarkupOptions, before?: PartedBody): PartedBody {
  const markdown = markdownFor(withoutTypographer(options));
  const text = asMarkdown(source);
  if (before?.source === source) return before;
  const kept = before ? keptOf({ source, text }, before, markdown) : undefined;
  const head = kept?.head ?? [];
  const tail = kept?.tail ?? [];
  const from = end(head);
  const to = tail[0]?.start ?? text.length;
  const middle = cut(source, text, { from, to }, markdown);
  const inOrder = [...head.map(({ part }) => part), ...middle, ...tail.map(({ part }) => part)];
  const made = sharedBy(inOrder, referenceKey);
  const isSame = before?.shared.key === made.key;
  const shared = isSame ? before.shared : made;
  const read = (start: number, part: Unread): PlacedPart => ({
    start,
    part: readPart(part, markdown, shared),
  });
  const keep = (placed: PlacedPart): PlacedPart =>
    isSame || !mayRefer(placed.part.text) ? placed : read(placed.start, placed.part);
  const parts = [...head.map(keep), ...middle.map(slice => read(slice.start, slice)), ...tail.map(keep)];
  return { source, text, parts, shared };
}

const plain = new WeakMap<MarkupOptions, MarkupOptions>();

/** Typographic quotes depend on all quotes before them, and change no verdict. */
function withoutTypographer(options: MarkupOptions): MarkupOptions {
  const known = plain.get(options);
  if (known) return known;
  const { extensions } = options;
  const typographer = { ...extensions.typographer, disable: true };
  const made = { ...options, extensions: { ...extensions, typographer } };
  plain.set(options, made);
  return made;
}

function asMarkdown(source: string): string {
  const lexed = lexShortcodes(source);
  if (lexed.tags.length === 0 && lexed.literals.length === 0 && !lexed.divider) return source;
  const { calls } = shortcodeTree(lexed, takesInner({}));
  return prepare(source, lexed, calls, { asMarkdown: () => undefined, sameLength: true }).text;
}

interface Slice {
  readonly source: string;
  readonly text: string;
}

type Cut = Unread & { readonly start: number };

/** The parts of a stretch, not read yet but for what they define. */
function cut(
  source: string,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  markdown: Markdown,
): Cut[] {
  if (from >= to) return [];
  const stretch = text.slice(from, to);
  const blocks = blocksOf(stretch, markdown);
  const cuts = cutsOf(blocks, stretch);
  const defined = definedIn(blocks);
  const defines = defined.notes.length + defined.references.length > 0;
  return cuts.map((start, index) => {
    const stop = cuts[index + 1] ?? stretch.length;
    const part = stretch.slice(start, stop);
    const none = { notes: [], references: [] };
    return {
      start: from + start,
      source: source.slice(from + start, from + stop),
      text: part,
      ...(defines && mayRefer(part) ? definedIn(blocksOf(part, markdown)) : none),
    };
  });
}

const end = (parts: readonly PlacedPart[]): number => {
  const last = parts.at(-1);
  return last ? last.start + last.part.text.length : 0;
};

interface Kept {
  readonly head: readonly PlacedPart[];
  /** Where they stand now. */
  readonly tail: readonly PlacedPart[];
}

function keptOf(now: Slice, before: PartedBody, markdown: Markdown): Kept {
  const prefix = samePrefix(now, before);
  const suffix = sameSuffix(now, before, prefix);
  const shift = now.text.length - before.text.length;
  const { parts } = before;
  // The part of the first change, and the one before it, whose last block may go on now.
  const changed = parts.findIndex(({ start, part }) => start + part.text.length >= prefix);
  const head = parts.slice(0, Math.max(0, changed - 1));
  const from = end(head);
  const sameFrom = before.text.length - suffix;
  let next = parts.findIndex(({ start }) => start >= sameFrom && start + shift > from);
  for (let step = 1; next >= 0 && next < parts.length; next += step, step *= 2) {
    const at = (parts[next]?.start ?? 0) + shift;
    if (!beginsAt(now.text, from, at, markdown)) continue;
    const tail = parts.slice(next).map(({ start, part }) => ({ start: start + shift, part }));
    return { head, tail };
  }
  return { head, tail: [] };
}

/** Whether a part begins at `at`, read from the start of a part before it. */
function beginsAt(text: string, from: number, at: number, markdown: Markdown): boolean {
  const feed = text.indexOf('\n', at);
  const stretch = text.slice(from, feed < 0 ? text.length : feed + 1);
  for (const start of startsIn(blocksOf(stretch, markdown), stretch)) if (start === at - from) return true;
  return false;
}

/** Length of what is the same at the start, in both the source and what Markdown sees of it. */
function samePrefix(now: Slice, before: Slice): number {
  return Math.min(prefixOf(now.text, before.text), prefixOf(now.source, before.source));
}

function sameSuffix(now: Slice, before: Slice, prefix: number): number {
  const most = Math.min(now.text.length, before.text.length) - prefix;
  return Math.min(most, suffixOf(now.text, before.text), suffixOf(now.source, before.source));
}

/** Characters that are compared at once. */
const BLOCK = 4096;

function prefixOf(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  while (same + BLOCK <= length && a.slice(same, same + BLOCK) === b.slice(same, same + BLOCK)) same += BLOCK;
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function suffixOf(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [endA, endB] = [a.length, b.length];
  let same = 0;
  const isSame = (): boolean =>
    a.slice(endA - same - BLOCK, endA - same) === b.slice(endB - same - BLOCK, endB - same);
  while (same + BLOCK <= length && isSame()) same += BLOCK;
  while (same < length && a.charCodeAt(endA - 1 - same) === b.charCodeAt(endB - 1 - same)) same++;
  return same;
}
