import { message } from '../messages.ts';
import { replace } from '../edit/apply.ts';
import type { BodyPart } from '../check/body.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** `<!-- more -->`: only `<!--more-->`, letter for letter, ends the summary (Hugo parser/pageparser). */
export const bodyMore: Rule = {
  id: 'body-more',
  scope: 'body',
  reads: [],
  severity: 'warning',
  *check({ markdown }) {
    const body = markdown();
    if (!body.source.includes('<!--more-->')) yield* perPart(body, look);
  },
};

function* look({ source, tokens }: BodyPart): Generator<Finding> {
  for (const token of tokens) {
    for (const html of [token, ...(token.children ?? [])]) {
      const range = html.type === 'html_block' || html.type === 'html_inline' ? rangeOf(html) : undefined;
      const found = range && divider(source, html, range.start);
      if (!found) continue;
      const fixes = [sureFix('body-more.fix', [replace(found.start, found.end, '<!--more-->')])];
      yield { message: message('body-more'), range: found, fixes };
    }
  }
}

function divider(
  source: string,
  { content }: Token,
  start: number,
): { start: number; end: number } | undefined {
  const found = /^\s*(<!--+\s*more\s*-+->)\s*$/i.exec(content.slice(0, 100));
  if (!found?.[1]) return undefined;
  const at = source.indexOf(found[1], start);
  return at < 0 ? undefined : { start: at, end: at + found[1].length };
}
