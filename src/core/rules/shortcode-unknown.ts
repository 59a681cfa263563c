import type { Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { nearest } from '../check/near.ts';
import { does, shortcodeSpan } from '../hugo/behaviour.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { embeddedShortcodes } from '../render/shortcodes/embedded.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { TextEdit } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

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
      const start = body.start + nameStart;
      const range = { start, end: start + written.length };
      if (embeddedShortcodes.has(name)) {
        yield* outsideSpan(name, range, facts);
        continue;
      }
      const near = nearest(written, [...own, ...embeddedShortcodes]);
      const code = near === undefined ? 'shortcode-unknown' : 'shortcode-unknown.near';
      const fixes =
        near === undefined ? [] : fix(writing(near), renamed(tags, { name: written, near }, body.start));
      yield { message: message(code, { name: written, near: near ?? '' }), range, fixes };
    }
  },
};

/** One of Hugo's own that other versions have. */
function* outsideSpan(name: string, range: Range, { hugo }: Facts): Generator<Finding> {
  const { since, until } = shortcodeSpan(hugo, name) ?? {};
  if (since !== undefined)
    yield { message: message('shortcode-unknown.newer', { name, version: since }), range };
  if (until !== undefined)
    yield { message: message('shortcode-unknown.removed', { name, version: until }), range };
}

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
