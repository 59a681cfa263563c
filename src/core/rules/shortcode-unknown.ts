import { nearest } from '../check/near.ts';
import { does, shortcodeSpan } from '../hugo/behaviour.ts';
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
  reads: ['shortcodes', 'hugo'],
  severity: 'error',
  *check({ article: { text, body }, facts }) {
    const { site } = facts;
    // A theme that is not on disk may bring shortcodes that nobody can see.
    if (!site?.isWhole) return;
    const own = new Set(site.offers.shortcodes);
    const { tags } = lexShortcodes(text.slice(body.start));
    const isExact = does(facts.hugo, 'exactShortcodeNames');
    for (const { name: written, kind, nameStart } of tags) {
      const name = isExact ? written : written.toLowerCase();
      if (kind === 'close' || own.has(name) || own.has(written) || name.endsWith('.inline')) continue;
      if (embeddedShortcodes.has(name)) {
        const span = shortcodeSpan(facts.hugo, name);
        const range = { start: body.start + nameStart, end: body.start + nameStart + name.length };
        if (span?.since !== undefined)
          yield { message: message('shortcode-unknown.newer', { name, version: span.since }), range };
        if (span?.until !== undefined)
          yield { message: message('shortcode-unknown.removed', { name, version: span.until }), range };
        continue;
      }
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
