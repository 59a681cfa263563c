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
  const extra: Tag[] = [];
  for (const { start, part } of parts) {
    if (!/<\/?(?:div|details)\b/i.test(part.source)) continue;
    for (const token of part.tokens.flatMap(inner => [inner, ...(inner.children ?? [])])) {
      const tags = tagsOf(token);
      // Nobody can say what is in a script that ends elsewhere.
      if (!tags) return;
      for (const { name, isClosing, range } of tags) {
        const placed = { name, range: { start: start + range.start, end: start + range.end } };
        const at = isClosing ? open.findLastIndex(other => other.name === name) : -1;
        if (!isClosing) open.push(placed);
        else if (at < 0) extra.push(placed);
        else open.length = at;
      }
    }
  }
  for (const { name, range } of extra) yield { message: message('body-open.extra', { name }), range };
  const [first] = open;
  if (first) yield { message: message('body-open.box', { name: first.name }), range: first.range };
}

const RAW = /<!--[^]*?-->|<(script|style|pre|textarea|template|svg)\b[^]*?<\/\1>/gi;

/** The tags in a token; undefined where something in it is not closed. */
function tagsOf(token: Token): (Tag & { readonly isClosing: boolean })[] | undefined {
  const start =
    token.type === 'html_block' || token.type === 'html_inline' ? rangeOf(token)?.start : undefined;
  if (start === undefined) return [];
  const text = token.content.replace(RAW, raw => ' '.repeat(raw.length));
  if (/<\/?(?:script|style|pre|textarea|template|svg)\b|<!--/i.test(text)) return undefined;
  return [...text.matchAll(/<(\/?)(div|details)\b[^<>]{0,2000}>/gi)].map(found => ({
    name: (found[2] ?? '').toLowerCase(),
    isClosing: found[1] === '/',
    range: { start: start + found.index, end: start + found.index + found[0].length },
  }));
}
