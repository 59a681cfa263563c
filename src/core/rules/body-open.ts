import type { Range } from '../article/tree.ts';
import type { Body, BodyPart } from '../check/body.ts';
import { message } from '../messages.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Comments and boxes of HTML that are never closed: what follows is in them, be it the rest of the page. */
export const bodyOpen: Rule = {
  id: 'body-open',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ markdown }) {
    const body = markdown();
    yield* perPart(body, comments);
    // A shortcode may open and close what it likes.
    if (body.markup.renderer.unsafe && !/\{\{[<%]/.test(body.source)) yield* boxes(body);
  },
};

function* comments({ tokens, inlines }: BodyPart): Generator<Finding> {
  for (const token of tokens) {
    const range = token.type === 'html_block' ? rangeOf(token) : undefined;
    if (!range || !/^\s*<!--/.test(token.content) || token.content.includes('-->')) continue;
    if (!/\n[ \t\r]*\n\s*\S/.test(token.content)) continue;
    const start = range.start + token.content.indexOf('<');
    yield { message: message('body-open.comment'), range: { start, end: start + 4 } };
  }
  for (const { text, start } of inlines) {
    const at = text.indexOf('<!--');
    if (at >= 0)
      yield { message: message('body-open.printed'), range: { start: start + at, end: start + at + 4 } };
  }
}

interface Tag {
  readonly name: string;
  readonly range: Range;
}

/** The boxes that tags open and close, each tag with its other half; those left over are told. */
function* boxes({ parts }: Body): Generator<Finding> {
  const open: Tag[] = [];
  for (const { start, part } of parts) {
    if (!/<\/?(?:div|details)\b/i.test(part.source)) continue;
    for (const { name, isClosing, range } of part.tokens.flatMap(tagsOf)) {
      const placed = { name, range: { start: start + range.start, end: start + range.end } };
      if (!isClosing) open.push(placed);
      else {
        const at = open.findLastIndex(other => other.name === name);
        if (at < 0) yield { message: message('body-open.extra', { name }), range: placed.range };
        else open.length = at;
      }
    }
  }
  const [first] = open;
  if (first) yield { message: message('body-open.box', { name: first.name }), range: first.range };
}

function tagsOf(token: Token): (Tag & { readonly isClosing: boolean })[] {
  if (token.children) return token.children.flatMap(tagsOf);
  const start =
    token.type === 'html_block' || token.type === 'html_inline' ? rangeOf(token)?.start : undefined;
  if (start === undefined || /<(?:script|style|pre|textarea|template|svg)\b|<!--/i.test(token.content))
    return [];
  return [...token.content.matchAll(/<(\/?)(div|details)\b[^<>]{0,2000}>/gi)].map(found => ({
    name: (found[2] ?? '').toLowerCase(),
    isClosing: found[1] === '/',
    range: { start: start + found.index, end: start + found.index + found[0].length },
  }));
}
