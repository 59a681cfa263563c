import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import type { Range } from '../article/tree.ts';
import { insert } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import { otherFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** A picture at the start or end of a line of text with no space between: it stands in the line on the page. */
export const bodyImage: Rule = {
  id: 'body-image',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  check: ({ markdown }) => perPart(markdown(), look),
};

/** Fewer characters are a mark or a unit beside a small picture. */
const TEXT = 8;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  const feed = source.includes('\r\n') ? '\r\n\r\n' : '\n\n';
  for (const inline of inlines) {
    const range = loneImage(inline);
    const at = range && gap(source, range);
    if (!range || at === undefined) continue;
    yield { message: message('body-image'), range, fixes: [otherFix('body-image.fix', [insert(at, feed)])] };
  }
}

/** The only image of a paragraph. */
function loneImage(inline: Inline): Range | undefined {
  if (inline.block?.type !== 'paragraph_open' || inline.block.hidden || isBadge(inline)) return undefined;
  const images = (inline.token.children ?? []).filter(child => child.type === 'image');
  const [image] = images;
  return image && images.length === 1 ? rangeOf(image) : undefined;
}

/** The place between the image and the text that touches it in the same line. */
function gap(source: string, { start, end }: Range): number | undefined {
  const stop = source.indexOf('\n', end);
  const before = source.slice(source.lastIndexOf('\n', start) + 1, start);
  const after = source.slice(end, stop < 0 ? source.length : stop).trimEnd();
  if (before.includes('<') || after.includes('<')) return undefined;
  if (before.trim() === '') return after.length >= TEXT && !/^[\s[\](]/.test(after) ? end : undefined;
  const isText = before.length >= TEXT && /^[\p{L}\p{N}*“《]/u.test(before) && !/[\s[]$/.test(before);
  return after === '' && isText ? start : undefined;
}

/** Pictures in links are badges and buttons. */
const isBadge = ({ token }: Inline): boolean =>
  (token.children ?? []).some(child => child.type === 'link_open');
