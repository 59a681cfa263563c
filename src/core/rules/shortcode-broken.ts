import type { Body } from '../check/body.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { shortcodeFixes } from '../fix/shortcode.ts';
import { message } from '../messages.ts';
import { embeddedShortcodes } from '../render/shortcodes/embedded.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { Finding, Rule } from './rule.ts';

/** A shortcode that Hugo cannot read breaks the build, in code blocks, too: shortcodes are read before Markdown. */
export const shortcodeBroken: Rule = {
  id: 'shortcode-broken',
  scope: 'body',
  reads: ['shortcodes', 'config'],
  severity: 'error',
  *check({ article: { text, body }, facts: { site }, markdown }) {
    const known = [...(site?.offers.shortcodes ?? []), ...embeddedShortcodes];
    if (WIDE.test(text)) yield* widths(markdown(), known);
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

/** `｛｛＜ figure ＞｝｝`, `{{ < figure > }}`: text for Hugo. */
const WIDE = /[{｛]{2}\s*[<＜%％]/u;

function* widths(body: Body, known: readonly string[]): Generator<Finding> {
  for (const { start: base, part } of body.parts) {
    for (const { text, start } of part.inlines) {
      for (const { index, 0: found, 1: inner = '', 2: name = '' } of text.matchAll(
        /(?:[{｛]{2}[ \t\u3000]*[<＜%％])([ \t\u3000]*\/?[ \t\u3000]*([\w-]{1,50})(?![\w-])[^{}｛｝\n]{0,300}?)[>＞%％][ \t\u3000]*[}｝]{2}/gu,
      )) {
        const isPlain = /^\{\{[<%]/.test(found) && /[>%]\}\}$/.test(found);
        if (isPlain || !known.includes(name)) continue;
        const at = base + start + index;
        const range = { start: at, end: at + found.length };
        const sign = /[%％]/u.test(found.slice(0, found.indexOf(name))) ? ['%', '%'] : ['<', '>'];
        const newText = `{{${sign[0] ?? ''}${inner.replaceAll('\u3000', ' ')}${sign[1] ?? ''}}}`;
        const isSound = lexShortcodes(newText).problem === undefined;
        yield {
          message: message('shortcode-broken.wide', { name }),
          range,
          severity: 'warning',
          fixes: isSound ? fix(writing(newText), [replacing(range, newText)]) : [],
        };
      }
    }
  }
}

/** Hugo's own shortcodes that read what is inside of them in every version (Hugo hugolib/shortcode.go, `.Inner`). */
const WITH_INNER = new Set(['highlight', 'details', 'qr', 'comment']);

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
