import { nearest } from '../check/near.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { embeddedShortcodes } from '../render/shortcodes/embedded.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { Parameter } from '../render/shortcodes/parameters.ts';
import { moved } from './per-part.ts';
import type { Context, Finding, Rule } from './rule.ts';
import { PARAMETERS, shortcodeNeeds } from './shortcode-needs.ts';

/** Parameters that a shortcode of Hugo's own cannot do with, and quotation marks that are none. */
export const shortcodeArgument: Rule = {
  id: 'shortcode-argument',
  scope: 'body',
  reads: ['shortcodes', 'config', 'hugo', 'page'],
  severity: 'error',
  *check(context) {
    const { text, body } = context.article;
    const source = text.slice(body.start);
    if (!source.includes('{{')) return;
    for (const tag of lexShortcodes(source).tags) {
      if (tag.kind === 'close') continue;
      for (const finding of judge(tag, context, source)) yield moved(finding, body.start);
    }
  },
};

function* judge(tag: ShortcodeTag, context: Context, source: string): Generator<Finding> {
  const { site } = context.facts;
  // A template of the site or its theme may do anything.
  const isHugos =
    site?.isWhole === true && embeddedShortcodes.has(tag.name) && !site.offers.shortcodes.includes(tag.name);
  let isQuoted = false;
  for (const parameter of tag.parameters) {
    const finding = quoted(parameter, source, isHugos);
    if (finding) yield finding;
    isQuoted ||= finding !== undefined;
  }
  if (isQuoted || !isHugos) return;
  yield* misspelt(tag);
  yield* shortcodeNeeds(tag, context, source);
}

/** `src=“a.png”`: only `"` and the backtick are quotation marks for Hugo; others become a part of the value. */
function quoted(
  { name, value, start, end }: Parameter,
  source: string,
  isHugos: boolean,
): Finding | undefined {
  if (name === undefined || typeof value !== 'string') return undefined;
  if (value.startsWith("'") && !isHugos) return undefined;
  const found = /^([“”‘’'＂])(.+)([“”‘’'＂])$/u.exec(value);
  const [, , inner = '', last] = found ?? [];
  if (last === undefined || source.charAt(end - 1) !== last) return undefined;
  const range = { start: end - value.length, end };
  if (range.start < start) return undefined;
  const text = `"${inner}"`;
  const fixes = inner.includes('"') ? [] : fix(writing(text), [replacing(range, text)]);
  return {
    message: message('shortcode-argument.quotes', { text: value }),
    range,
    severity: 'warning',
    fixes,
  };
}

/** Of a name that no template reads nothing shows. */
function* misspelt({ name, parameters }: ShortcodeTag): Generator<Finding> {
  const known = PARAMETERS.get(name);
  if (!known) return;
  for (const { name: written, start } of parameters) {
    if (written === undefined || known.includes(written.toLowerCase())) continue;
    const near = nearest(written, known);
    if (near === undefined || parameters.some(other => other.name?.toLowerCase() === near)) continue;
    const range = { start, end: start + written.length };
    const fixes = fix(writing(near), [replacing(range, near)]);
    yield {
      message: message('shortcode-argument.name', { name, written, near }),
      range,
      severity: 'warning',
      fixes,
    };
  }
}
