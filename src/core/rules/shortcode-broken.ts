import { shortcodeFixes } from '../fix/shortcode.ts';
import { message } from '../messages.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { Rule } from './rule.ts';

/** A shortcode that Hugo cannot read breaks the build, in code blocks, too: shortcodes are read before Markdown. */
export const shortcodeBroken: Rule = {
  id: 'shortcode-broken',
  scope: 'body',
  reads: ['shortcodes'],
  severity: 'error',
  *check({ article: { text, body }, facts: { site } }) {
    const { problem, tags } = lexShortcodes(text.slice(body.start));
    if (!problem) {
      const own = site?.offers.shortcodes ?? [];
      for (const { name, start, end } of unclosed(tags)) {
        if (own.includes(name)) continue;
        const range = { start: body.start + start, end: body.start + end };
        yield { message: message('shortcode-broken.not-closed', { name }), range };
      }
      return;
    }
    const { fault, subject, start, end } = problem;
    const source = text.slice(body.start + start, body.start + end).trimEnd();
    const range = { start: body.start + start, end: body.start + start + Math.max(source.length, 1) };
    const fixes = shortcodeFixes(text, body.start, problem);
    yield { message: message(`shortcode-broken.${fault}`, { subject }), range, fixes };
  },
};

/** Hugo's own shortcodes that read what is inside of them in every version (Hugo hugolib/shortcode.go, `.Inner`). */
const WITH_INNER = new Set(['highlight']);

/** Those that lack their closing tag; a tag in between that stands alone needs none. */
function unclosed(tags: readonly ShortcodeTag[]): ShortcodeTag[] {
  const open: ShortcodeTag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    if (tag.kind !== 'close') continue;
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at !== -1) open.length = at;
  }
  return open.filter(({ name }) => WITH_INNER.has(name));
}
