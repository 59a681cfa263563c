import type { LexedShortcodes, ShortcodeTag } from './lexer.ts';

/** A shortcode with what stands between its tags. */
export interface ShortcodeCall {
  readonly open: ShortcodeTag;
  readonly close: ShortcodeTag | undefined;
  readonly start: number;
  readonly end: number;
  /** Inner shortcodes, in order. */
  readonly children: readonly ShortcodeCall[];
}

export interface ShortcodeTree {
  readonly calls: readonly ShortcodeCall[];
  readonly unclosed: readonly ShortcodeTag[];
}

/** Deeper ones are taken as if they had no inner text. */
const MAX_DEPTH = 100;

interface Open {
  readonly tag: ShortcodeTag;
  readonly children: ShortcodeCall[];
}

/**
 * Pairs the tags (Hugo hugolib/shortcode.go, extractShortcode). `takesInner` says whether the template of a
 * shortcode uses its inner text; undefined: it does if a closing tag follows somewhere.
 */
export function shortcodeTree(
  { tags }: LexedShortcodes,
  takesInner: (name: string) => boolean | undefined,
): ShortcodeTree {
  const lastClose = new Map<string, number>();
  tags.forEach((tag, index) => {
    if (tag.kind === 'close') lastClose.set(tag.name, index);
  });
  const calls: ShortcodeCall[] = [];
  const unclosed: ShortcodeTag[] = [];
  const open: Open[] = [];
  const add = (call: ShortcodeCall): void => {
    (open.at(-1)?.children ?? calls).push(call);
  };
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'close') {
      const inner = open.pop();
      if (inner)
        add({ open: inner.tag, close: tag, start: inner.tag.start, end: tag.end, children: inner.children });
      continue;
    }
    const takes = takesInner(tag.name) ?? (lastClose.get(tag.name) ?? -1) > index;
    if (tag.kind === 'open' && takes && open.length < MAX_DEPTH) open.push({ tag, children: [] });
    else add({ open: tag, close: undefined, start: tag.start, end: tag.end, children: [] });
  }
  for (let left = open.pop(); left; left = open.pop()) {
    unclosed.push(left.tag);
    for (const child of left.children) add(child);
  }
  return { calls, unclosed };
}
