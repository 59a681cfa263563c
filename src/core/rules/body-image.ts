import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import { sureFix } from './mend.ts';
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
  for (const inline of inlines) {
    if (inline.block?.type !== 'paragraph_open' || inline.block.hidden) continue;
    const images = (inline.token.children ?? []).filter(child => child.type === 'image');
    const [image] = images;
    const range = image && images.length === 1 ? rangeOf(image) : undefined;
    if (!range || isBadge(inline)) continue;
    const line = source.lastIndexOf('\n', range.start) + 1;
    const stop = source.indexOf('\n', range.end);
    const before = source.slice(line, range.start);
    const after = source.slice(range.end, stop < 0 ? source.length : stop).trimEnd();
    const isFirst = before.trim() === '' && /^\S/.test(after) && after.length >= TEXT;
    const isLast =
      after === '' && /\S$/.test(before) && before.length >= TEXT && /^[\p{L}\p{N}*“《]/u.test(before);
    const feed = source.includes('\r\n') ? '\r\n\r\n' : '\n\n';
    if (isFirst && !/^[[\](]/.test(after))
      yield {
        message: message('body-image'),
        range,
        fixes: [sureFix('body-image.fix', [insert(range.end, feed)])],
      };
    else if (isLast && !before.endsWith('['))
      yield {
        message: message('body-image'),
        range,
        fixes: [sureFix('body-image.fix', [replace(range.start, range.start, feed)])],
      };
  }
}

/** Pictures in links are badges and buttons. */
const isBadge = ({ token }: Inline): boolean =>
  (token.children ?? []).some(child => child.type === 'link_open');
