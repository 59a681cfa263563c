import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import { rangeOf } from '../render/index.ts';
import type { Rule } from './rule.ts';

/** What looks like a link or image and is printed as it stands, or has no address. */
const SLIPS: readonly { readonly pattern: RegExp; readonly code: MessageCode }[] = [
  {
    pattern: /!?[[［][^\]］\n]*[\]］]\s*（\s*(?:https?[:：]|\/|\.{1,2}\/)[^）\n]*）/gu,
    code: 'body-link.fullwidth',
  },
  {
    pattern: /!\[[^\]\n]*\]\((?!<)[^()<>\n"']*[^\s()<>\n"'] +[^\s()<>\n"'][^()<>\n"']*\.\w+\)/gu,
    code: 'body-link.space',
  },
];

export const bodyLink: Rule = {
  id: 'body-link',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { body }, markdown }) {
    for (const { text, start, token } of markdown().inlines) {
      for (const { pattern, code } of SLIPS) {
        for (const { index, 0: found } of text.matchAll(pattern)) {
          yield {
            message: message(code),
            range: { start: start + index, end: start + index + found.length },
          };
        }
      }
      for (const child of token.children ?? []) {
        const range = rangeOf(child);
        if (child.type !== 'image' || child.meta?.['destination'] !== '' || !range) continue;
        yield {
          message: message('body-link.empty'),
          range: { start: body.start + range.start, end: body.start + range.end },
        };
      }
    }
  },
};
