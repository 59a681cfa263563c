import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import type { Range } from '../article/tree.ts';
import { applyEdits, insert } from '../edit/apply.ts';
import type { TextEdit } from '../problem.ts';
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
  for (const [index, token] of part.tokens.entries()) {
    const found = token.type === 'ordered_list_close' ? listBelow(part, index) : undefined;
    const finding = found && judge(part, found);
    if (finding) yield finding;
  }
}

interface Lists {
  readonly outer: Range;
  /** What stands in front of the inner list, from the start of the outer one. */
  readonly before: string;
  readonly inner: Range;
}

/** The list of signs that follows a list of numbers, but for a comment that keeps a problem from being told. */
function listBelow({ tokens, source }: BodyPart, index: number): Lists | undefined {
  const next = tokens[index + 1];
  const comment = next?.type === 'html_block' && /^\s*<!--/.test(next.content) ? rangeOf(next) : undefined;
  const list = tokens[index + (comment ? 2 : 1)];
  const inner = list?.type === 'bullet_list_open' ? rangeOf(list) : undefined;
  const outer = inner && openingOf(tokens, index);
  return inner && outer && { outer, inner, before: source.slice(outer.start, comment?.start ?? inner.start) };
}

function judge(part: BodyPart, { outer, inner, before }: Lists): Finding | undefined {
  const { source } = part;
  const start = source.lastIndexOf('\n', inner.start - 1) + 1;
  const text = source.slice(start, inner.end).trimEnd();
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  const width = /(\d{1,9}[.)] {1,4})\S[^\n]*\n\s*$/.exec(before.slice(-2000))?.[1]?.length ?? 0;
  if (indent < 2 || indent >= width) return undefined;
  const edits = [...text.matchAll(/^(?=[^\n]*\S)/gm)].map(({ index: at }) =>
    insert(start + at, ' '.repeat(width - indent)),
  );
  const isMended = nests(part, edits, { start: outer.start, end: start + text.length });
  return {
    message: message('body-nested', { blanks: width }),
    range: { start: start + indent, end: start + (/^[^\r\n]*/.exec(text)?.[0].length ?? text.length) },
    fixes: isMended ? [sureFix('body-nested.fix', edits)] : [],
  };
}

/** Where the list that a token closes begins. */
function openingOf(tokens: readonly Token[], at: number): Range | undefined {
  const level = tokens[at]?.level;
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.type === 'ordered_list_open' && token.level === level) return rangeOf(token);
  }
  return undefined;
}

/** Whether all is one list once the edits are made. */
function nests({ source, markup }: BodyPart, edits: readonly TextEdit[], { start, end }: Range): boolean {
  if (edits.length > 100) return false;
  const moved = edits.map(({ range, newText }) => ({
    range: { start: range.start - start, end: range.end - start },
    newText,
  }));
  return isOne(parseBody(applyEdits(source.slice(start, end), moved), markup));
}

/** One list at the top, nothing beside it. */
const isOne = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ level, nesting }) => level === 0 && nesting >= 0).length === 1;
