import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import { isAt, otherFix, reread, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Addresses in the text that are no links, or whose link ends too soon: goldmark wants a space or one of `*_~(`
 * before one, and ends it at the first Hanzi (goldmark extension/linkify.go).
 */
export const bodyUrl: Rule = {
  id: 'body-url',
  scope: 'body',
  reads: ['config'],
  severity: 'info',
  check: ({ markdown }) => (markdown().markup.extensions.linkify ? perPart(markdown(), look) : []),
};

const URL =
  /https?:\/\/[-\w@:%.+~#=]{1,256}\.[a-z]{2,63}(?::\d{1,5})?(?:[/#?][-\w@:%+.~#$!?&/=;,]{0,500})?/gi;

function* look(part: BodyPart): Generator<Finding> {
  for (const inline of part.inlines) {
    if (inline.text.includes('://')) yield* plain(part, inline);
    for (const child of inline.token.children ?? []) {
      const range = child.type === 'autolink' && child.markup === 'linkify' ? rangeOf(child) : undefined;
      if (range) yield* cut(part, range);
    }
  }
}

/** In the text of a link no address becomes one, and need not. */
const isInLink = ({ token }: Inline, at: number): boolean => {
  let inside = false;
  for (const child of token.children ?? []) {
    const start = rangeOf(child)?.start ?? 0;
    if (start > at) return inside;
    if (child.type === 'link_open') inside = true;
    if (child.type === 'link_close') inside = false;
  }
  return inside;
};

function* plain(part: BodyPart, inline: Inline): Generator<Finding> {
  for (const { index, 0: found } of inline.text.matchAll(URL)) {
    const before = inline.text.slice(Math.max(0, index - 1), index);
    if (inline.text.charAt(index - 2) === ']' && before === '（') continue;
    // Behind other characters it is a part of something: code, a wiki link, an attribute.
    if (
      !/[\p{Script=Han}，。：；、！？“”（）《》「」【】…—]/u.test(before) ||
      isInLink(inline, inline.start + index)
    )
      continue;
    const start = inline.start + index;
    const end = start + found.replace(/[?!.,:;_~]+$/, '').length;
    const edits = [insert(start, ' ')];
    const fix = isAt(reread(part, edits), 'autolink', start + 1)
      ? sureFix('body-url.fix', edits)
      : sureFix('body-url.fix-angle', [replace(start, end, `<${part.source.slice(start, end)}>`)]);
    yield { message: message('body-url'), range: { start, end }, fixes: [fix] };
  }
}

/** `https://zh.wikipedia.org/wiki/` + `中国`: an address that ends with `/` or `=` and goes on with Hanzi. */
function* cut({ source }: BodyPart, { start, end }: { start: number; end: number }): Generator<Finding> {
  const address = source.slice(start, end);
  if (source.slice(start - 2, start) === '](') return;
  if (!/(?:[^/:]\/[^/]*\/|=)$/.test(address.slice(-300))) return;
  const rest = /^[\p{Script=Han}\w%/.()-]+/u.exec(source.slice(end, end + 200))?.[0] ?? '';
  if (!/^\p{Script=Han}/u.test(rest) || rest.length > 30) return;
  const whole = { start, end: end + rest.length };
  const edits = [replace(start, whole.end, `<${source.slice(start, whole.end)}>`)];
  yield {
    message: message('body-url.cut'),
    range: whole,
    severity: 'warning',
    fixes: [otherFix('body-url.fix-angle', edits)],
  };
}
