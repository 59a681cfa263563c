import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { rangeOf } from '../render/index.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Images without a text for those who cannot see them. */
export const bodyAlt: Rule = {
  id: 'body-alt',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  check: ({ markdown }) => perPart(markdown(), look),
};

function* look({ inlines }: BodyPart): Generator<Finding> {
  for (const { token } of inlines) {
    for (const child of token.children ?? []) {
      const range = child.type === 'image' ? rangeOf(child) : undefined;
      if (range && child.content.trim() === '') yield { message: message('body-alt'), range };
    }
  }
}
