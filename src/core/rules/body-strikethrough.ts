import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { replace } from '../edit/apply.ts';
import { otherFix, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Ranges and drawn-out sounds written with `~`: since Hugo 0.128 what is between two of them is struck through. */
export const bodyStrikethrough: Rule = {
  id: 'body-strikethrough',
  scope: 'body',
  reads: ['config', 'hugo'],
  severity: 'warning',
  check: ({ facts, markdown }) => (does(facts.hugo, 'singleTildeStrikes') ? perPart(markdown(), look) : []),
};

/** A tilde that stands right behind a word is no mark around one. */
const WORD = /[\p{L}\p{N}%％℃°）)”]$/u;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  for (const { token } of inlines) {
    const children = token.children ?? [];
    for (const [index, child] of children.entries()) {
      const range = child.type === 'del_open' && child.markup === '~' ? rangeOf(child) : undefined;
      if (!range || !WORD.test(source.slice(Math.max(0, range.start - 2), range.start))) continue;
      const end = closing(children, index);
      const both = end === undefined ? [range.start] : [range.start, end];
      const isRange = both.every(at =>
        /[\p{N}%％℃万亿元年月日时点]~\s?\p{N}/u.test(source.slice(at - 1, at + 3)),
      );
      yield {
        message: message('body-strikethrough'),
        range,
        fixes: [
          sureFix(
            'body-strikethrough.fix',
            both.map(at => replace(at, at, '\\')),
          ),
          ...(isRange
            ? [
                otherFix(
                  'body-strikethrough.fix-wide',
                  both.map(at => replace(at, at + 1, '～')),
                ),
              ]
            : []),
        ],
      };
    }
  }
}

function closing(children: readonly Token[], from: number): number | undefined {
  let depth = 0;
  for (const token of children.slice(from, from + 200)) {
    if (token.type === 'del_open') depth++;
    if (token.type === 'del_close' && --depth === 0) return rangeOf(token)?.start;
  }
  return undefined;
}
