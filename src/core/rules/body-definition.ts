import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { insert } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** A line that starts with `: ` explains the line above as its term; a sentence is hardly meant to be one. */
export const bodyDefinition: Rule = {
  id: 'body-definition',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

function* look({ source, tokens }: BodyPart): Generator<Finding> {
  for (const [index, token] of tokens.entries()) {
    const range = token.type === 'dt_open' ? rangeOf(token) : undefined;
    const next = tokens[index + 3];
    const colon = next?.type === 'dd_open' ? rangeOf(next)?.start : undefined;
    if (!range || colon === undefined || source.charAt(colon) !== ':') continue;
    const term = source.slice(range.start, range.end).trimEnd();
    if (!/[。！？；，…]["”’）]*$/u.test(term.slice(-5)) && term.length < 60) continue;
    const fixes = [sureFix('body-definition.fix', [insert(colon, '\\')])];
    yield { message: message('body-definition'), range: { start: colon, end: colon + 1 }, fixes };
  }
}
