import { message } from '../messages.ts';
import type { Body, BodyPart, Inline } from '../check/body.ts';
import { insert } from '../edit/apply.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** A text with `---` or `===` right below is a heading (CommonMark 4.3); a sentence is hardly meant to be one. */
export const bodySetext: Rule = {
  id: 'body-setext',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { tree }, markdown }) {
    for (const finding of perPart(markdown(), look)) {
      // Without an opening fence what was to be front matter is a text with `---` below.
      if (tree || !isFirst(finding, markdown())) yield finding;
    }
  },
};

const isFirst = ({ range }: Finding, { source }: Body): boolean =>
  !/\n[ \t]*\r?\n/.test(source.slice(0, range.start));

/** Longer than any heading, in UTF-16 units. */
const LONG = 60;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  for (const inline of inlines) {
    if (inline.block?.type !== 'heading_open') continue;
    const { start } = inline;
    const isAtx = /#[ \t]*$/.test(source.slice(Math.max(0, start - 8), start));
    if (isAtx || !isText(inline, source)) continue;
    const line = source.indexOf('\n', start + lengthOf(inline, source)) + 1;
    const length = /^[^\r\n]*/.exec(source.slice(line, line + 200))?.[0].length ?? 1;
    if (line === 0 || !/^ {0,3}(?:-+|=+)[ \t]*$/.test(source.slice(line, line + length))) continue;
    yield {
      message: message('body-setext'),
      range: { start: line, end: line + length },
      fixes: [sureFix('body-setext.fix', [insert(line, source.includes('\r\n') ? '\r\n' : '\n')])],
    };
  }
}

const lengthOf = ({ token, start }: Inline, source: string): number =>
  source
    .slice(start, Number(token.meta?.['end']))
    .replace(/[\r\n]+[ ]{0,3}(?:-+|=+)\s*$/, '')
    .trimEnd().length;

function isText(inline: Inline, source: string): boolean {
  const { token, start } = inline;
  const text = source.slice(start, start + lengthOf(inline, source));
  const last = (token.children ?? []).at(-1);
  if (/[。；…，：][*_"”’）」》]*$/u.test(text.slice(-8))) return true;
  if (last?.type === 'image' && token.children?.length === 1) return true;
  const isHan = /\p{Script=Han}/u.test(text);
  const length = isHan ? text.length : text.length / 2;
  if (text.includes('\n') && length > LONG / 3) return true;
  return length > LONG && (!isHan || /[，。！？；]/u.test(text));
}
