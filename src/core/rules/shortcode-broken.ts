import { shortcodeFixes } from '../fix/shortcode.ts';
import { message } from '../messages.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { Rule } from './rule.ts';

/** A shortcode that Hugo cannot read breaks the build, in code blocks, too: shortcodes are read before Markdown. */
export const shortcodeBroken: Rule = {
  id: 'shortcode-broken',
  scope: 'body',
  reads: [],
  severity: 'error',
  *check({ article: { text, body } }) {
    const { problem } = lexShortcodes(text.slice(body.start));
    if (!problem) return;
    const { fault, subject, start, end } = problem;
    const source = text.slice(body.start + start, body.start + end).trimEnd();
    const range = { start: body.start + start, end: body.start + start + Math.max(source.length, 1) };
    const fixes = shortcodeFixes(text, body.start, problem);
    yield { message: message(`shortcode-broken.${fault}`, { subject }), range, fixes };
  },
};
