import { nearest } from '../check/near.ts';
import { message } from '../messages.ts';
import { embeddedShortcodes } from '../render/shortcodes/embedded.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
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
    for (const { name, kind, nameStart } of lexShortcodes(text.slice(body.start)).tags) {
      if (kind === 'close' || own.has(name) || embeddedShortcodes.has(name) || name.endsWith('.inline'))
        continue;
      const near = nearest(name, [...own, ...embeddedShortcodes]);
      const start = body.start + nameStart;
      const code = near === undefined ? 'shortcode-unknown' : 'shortcode-unknown.near';
      yield {
        message: message(code, { name, near: near ?? '' }),
        range: { start, end: start + name.length },
      };
    }
  },
};
