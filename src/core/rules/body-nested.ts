import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { applyEdits, insert } from '../edit/apply.ts';
import { parseBody, rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Items that are indented by two blanks below `1.`: the text behind that begins with the third column, so they are a
 * list of their own, and the numbers begin a new one behind it (CommonMark 5.2).
 */
export const bodyNested: Rule = {
  id: 'body-nested',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

function* look(part: BodyPart): Generator<Finding> {
  const { tokens, source } = part;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'ordered_list_close') continue;
    const comment = commentAt(tokens[index + 1]);
    const list = tokens[index + (comment ? 2 : 1)];
    if (list?.type !== 'bullet_list_open') continue;
    const above = tokens
      .slice(0, index)
      .findLast(({ type, level }) => type === 'ordered_list_open' && level === token.level);
    const outer = above && rangeOf(above);
    const inner = rangeOf(list);
    if (!outer || !inner) continue;
    const text = source.slice(source.lastIndexOf('\n', inner.start - 1) + 1, inner.end).trimEnd();
    const start = source.lastIndexOf('\n', inner.start - 1) + 1;
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    const marker = /(\d{1,9}[.)] {1,4})\S[^\n]*\n\s*$/.exec(
      source.slice(outer.start, comment?.start ?? start).slice(-2000),
    )?.[1];
    if (indent < 2 || marker === undefined || indent >= marker.length) continue;
    const edits = [...text.matchAll(/^(?=[^\n]*\S)/gm)].map(({ index: at }) =>
      insert(start + at, ' '.repeat(marker.length - indent)),
    );
    const moved = edits.map(({ range, newText }) => ({
      range: { start: range.start - outer.start, end: range.end - outer.start },
      newText,
    }));
    const isNested =
      edits.length <= 100 &&
      isOne(parseBody(applyEdits(source.slice(outer.start, start + text.length), moved), part.markup));
    yield {
      message: message('body-nested', { blanks: marker.length }),
      range: {
        start: inner.start + source.slice(inner.start, inner.end).search(/\S/),
        end: start + text.split('\n', 1).join('').length,
      },
      fixes: isNested ? [sureFix('body-nested.fix', edits)] : [],
    };
  }
}

/** One list at the top, nothing beside it. */
const isOne = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ level, nesting }) => level === 0 && nesting >= 0).length === 1;

/** One that keeps a problem from being told may stand between. */
function commentAt(token: Token | undefined) {
  return token?.type === 'html_block' && /^\s*<!--/.test(token.content) ? rangeOf(token) : undefined;
}
