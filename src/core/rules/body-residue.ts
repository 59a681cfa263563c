import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** What copying from other programs leaves behind: invisible characters, and references without their semicolon. */
export const bodyResidue: Rule = {
  id: 'body-residue',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  check: ({ markdown }) => perPart(markdown(), look),
};

/** Scripts that write no spaces have invisible ones between words. */
const SPACELESS = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    for (const { index, 0: found } of text.matchAll(
      /(?<=\S)[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f]+(?=\S)/gu,
    )) {
      const range = { start: start + index, end: start + index + found.length };
      if (SPACELESS.test(text.slice(Math.max(0, index - 1), index))) continue;
      // The marks of a literal shortcode are blanked in the text.
      if (source.slice(range.start, range.end) !== found) continue;
      const fixes = [sureFix('body-residue.fix-invisible', [replace(range.start, range.end, '')])];
      yield { message: message('body-residue'), range, fixes };
    }
    for (const { index, 0: found } of text.matchAll(
      /(?<![\w?/=&])&(?:nbsp|ensp|emsp|lt|gt|amp|quot|ldquo|rdquo|mdash|ndash|hellip|copy|middot)(?![;\w=])/gu,
    )) {
      const range = { start: start + index, end: start + index + found.length };
      const fixes = [sureFix('body-residue.fix-reference', [insert(range.end, ';')])];
      yield { message: message('body-residue.reference'), range, severity: 'warning', fixes };
    }
  }
}
