import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { replace } from '../edit/apply.ts';
import { emojiCode } from '../render/index.ts';
import { otherFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** `:smile:`, which is a picture only where the site sets `enableEmoji`. */
export const bodyEmoji: Rule = {
  id: 'body-emoji',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  check: ({ markdown }) => (markdown().markup.enableEmoji ? [] : perPart(markdown(), look)),
};

/** Names of three letters and more: shorter ones stand between colons for other reasons. */
function* look({ inlines }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    for (const { index, 0: found, 1: name = '' } of text.matchAll(
      /(?<![\w:/.])(?::([a-z]\w{2,30}):)(?![\w:/])/g,
    )) {
      const emoji = emojiCode(name);
      if (emoji === undefined) continue;
      const range = { start: start + index, end: start + index + found.length };
      const fixes = [otherFix('body-emoji.fix', [replace(range.start, range.end, emoji)])];
      yield { message: message('body-emoji', { emoji }), range, fixes };
    }
  }
}
