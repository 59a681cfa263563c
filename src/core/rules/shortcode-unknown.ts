import { nearest } from '../check/near.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { embeddedShortcodes } from '../render/shortcodes/embedded.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { TextEdit } from '../problem.ts';
import type { Rule } from './rule.ts';

/** A shortcode for which neither Hugo nor the site nor its theme has a template breaks the build. */
export const shortcodeUnknown: Rule = {
  id: 'shortcode-unknown',
  scope: 'body',
  reads: ['shortcodes'],
  severity: 'error',
  *check({ article: { text, body }, facts }) {
    const { site } = facts;
    // A theme that is not on disk may bring shortcodes that nobody can see.
    if (!site?.isWhole) return;
    const own = new Set(site.offers.shortcodes);
    const { tags } = lexShortcodes(text.slice(body.start));
    for (const { name, kind, nameStart } of tags) {
      if (kind === 'close' || own.has(name) || embeddedShortcodes.has(name) || name.endsWith('.inline'))
        continue;
      const near = nearest(name, [...own, ...embeddedShortcodes]);
      const start = body.start + nameStart;
      const code = near === undefined ? 'shortcode-unknown' : 'shortcode-unknown.near';
      const range = { start, end: start + name.length };
      const fixes = near === undefined ? [] : fix(writing(near), renamed(tags, { name, near }, body.start));
      yield { message: message(code, { name, near: near ?? '' }), range, fixes };
    }
  },
};

/** All of the name in the article: opening and closing ones belong together. */
const renamed = (
  tags: readonly ShortcodeTag[],
  { name, near }: { readonly name: string; readonly near: string },
  base: number,
): TextEdit[] =>
  tags
    .filter(tag => tag.name === name)
    .map(({ nameStart }) =>
      replacing({ start: base + nameStart, end: base + nameStart + name.length }, near),
    );
