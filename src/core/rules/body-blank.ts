import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { replace } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import type { Range } from '../article/tree.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Lines that look empty and are not: half-width blanks do nothing, wide ones make an empty paragraph. */
export const bodyBlank: Rule = {
  id: 'body-blank',
  scope: 'body',
  reads: ['config'],
  severity: 'hint',
  check: ({ markdown }) => perPart(markdown(), look),
};

/** Blocks whose blanks belong to them. */
const RAW = new Set(['fence', 'code_block', 'html_block']);

function* look({ text: whole, tokens, inlines }: BodyPart): Generator<Finding> {
  const raw = tokens
    .flatMap(token => (RAW.has(token.type) ? [rangeOf(token)] : []))
    .filter(range => range !== undefined);
  let next = 0;
  for (const { index, 0: found } of whole.matchAll(/^[ \t]+$/gm)) {
    while ((raw[next]?.end ?? Infinity) <= index) next++;
    if ((raw[next]?.start ?? Infinity) > index)
      yield blank('body-blank', { start: index, end: index + found.length });
  }
  for (const { text, start } of inlines.filter(inline => WIDE.test(inline.text))) {
    for (const { index, 0: found } of text.matchAll(
      /^(?=[^\r\n]*[\u3000\u00a0\u200b\ufeff])[\s\u200b\ufeff]+$/gmu,
    )) {
      const line = /[^\n]+/.exec(found);
      const at = start + index + (line?.index ?? 0);
      const end = at + (line?.[0].length ?? 0);
      // HTML is blanked in the text.
      if (line && !/[^\s\u200b\ufeff]/.test(whole.slice(at, end)))
        yield blank('body-blank.wide', { start: at, end });
    }
  }
}

const WIDE = /[\u3000\u00a0\u200b\ufeff]/;

const blank = (code: MessageCode, range: Range): Finding => ({
  message: message(code),
  range,
  fixes: [sureFix('body-blank.fix', [replace(range.start, range.end, '')])],
});
