import { message } from '../messages.ts';
import type { Body, BodyPart } from '../check/body.ts';
import type { Range } from '../article/tree.ts';
import { replace } from '../edit/apply.ts';
import type { TextEdit } from '../problem.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { otherFix, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Text that becomes code: indented paragraphs, and what follows a fence that is never closed. */
export const bodyCode: Rule = {
  id: 'body-code',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ markdown }) {
    const body = markdown();
    yield* perPart(body, look);
    yield* unclosed(body);
  },
};

function* look({ source, tokens, inlines }: BodyPart): Generator<Finding> {
  for (const token of tokens) {
    const inner = token.type === 'fence' ? fenceInside(source, token) : undefined;
    if (inner) yield { message: message('body-code.inside'), range: inner };
    const range = token.type === 'code_block' ? rangeOf(token) : undefined;
    if (!range || !isProse(token.content)) continue;
    const start = source.lastIndexOf('\n', range.start) + 1;
    const text = source.slice(start, range.end).trimEnd();
    yield {
      message: message('body-code.indented'),
      range: { start: start + (/^\s*/.exec(text)?.[0].length ?? 0), end: start + text.length },
      fixes: [otherFix('body-code.fix-indent', unindented(text, start))],
    };
  }
  for (const { text, start } of inlines) {
    const tick = loneTick(text);
    if (tick !== undefined)
      yield { message: message('body-code.tick'), range: { start: start + tick, end: start + tick + 1 } };
  }
  for (const { text, start, block } of inlines) {
    if (block?.type !== 'paragraph_open') continue;
    for (const { index, 0: found } of text.matchAll(/^(?:[·｀]{3}|‘‘‘|’’’)(?=[a-z]{0,15}\r?$)/gmu)) {
      const range = { start: start + index, end: start + index + found.length };
      const edits = [replace(range.start, range.end, '```')];
      yield { message: message('body-code.fence'), range, fixes: [sureFix('body-code.fix-fence', edits)] };
    }
  }
}

/** The only backtick of a text, which was to open code: `npm install and no end. */
function loneTick(text: string): number | undefined {
  const at = text.indexOf('`');
  if (at < 0 || text.includes('`', at + 1) || text.charAt(at - 1) === '\\') return undefined;
  // `like this' are quotation marks of old; （`） is about the sign.
  const isOpening = /^[\p{Script=Han}\s，。：；、（(]?$/u.test(text.slice(Math.max(0, at - 1), at));
  const isCode = /^[\w./$@-][^'´’]*$/u.test(text.slice(at + 1, at + 500));
  return isOpening && isCode ? at : undefined;
}

/** A line that was to open a code block and stands in one that is still open: ``` and a language. */
function fenceInside(source: string, token: Token): Range | undefined {
  const range = rangeOf(token);
  const { markup } = token;
  if (!range || /^(?:markdown|md|mdx|text|txt|html|go-html-template)\b/i.test(token.info)) return undefined;
  const found = new RegExp(`\\n${markup}[a-z][\\w+-]{0,20}[ \\t]*\\r?\\n`, 'i').exec(
    source.slice(range.start, range.end),
  );
  if (!found) return undefined;
  const start = range.start + found.index + 1;
  return { start, end: start + found[0].trim().length };
}

/** Lines of Chinese sentences and nothing that code has. */
function isProse(code: string): boolean {
  const text = code.trim();
  if (text.length < 8 || text.length > 20_000 || /[{}<>=$|\\`#]|\/\/|\t|^\s*[-*+\d"'(]|[├└│─]/mu.test(text))
    return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return (
    han > text.length / 2 &&
    /[，。！？；]/u.test(text) &&
    lines.every(line => /^\s*[\p{Script=Han}“《「（]/u.test(line))
  );
}

/** Without the blanks that make it code; the first line of a paragraph keeps the look with two wide spaces. */
const unindented = (text: string, start: number): TextEdit[] =>
  [...text.matchAll(/^[ \t]+(?=\S)/gm)].map(({ index, 0: found }) =>
    replace(start + index, start + index + found.length, '　　'),
  );

/** A fence that nothing closes takes all that follows; told if that is more than code. */
function* unclosed({ parts }: Body): Generator<Finding> {
  const last = parts.at(-1);
  const token = last?.part.tokens.findLast(({ type }) => type === 'fence');
  const range = token && rangeOf(token);
  if (
    !last ||
    !token ||
    !range ||
    last.part.source.slice(range.end).trim() !== '' ||
    isClosed(last.part, token)
  )
    return;
  if (!swallows(token.content)) return;
  const start = last.start + range.start;
  const opening = /^[^\r\n]*/.exec(last.part.source.slice(range.start, range.start + 200))?.[0] ?? '';
  yield {
    message: message('body-code.unclosed'),
    range: { start, end: start + Math.max(1, opening.trimEnd().length) },
  };
}

function isClosed({ source }: BodyPart, token: Token): boolean {
  const range = rangeOf(token) ?? { start: 0, end: 0 };
  const lines = source.slice(range.start, range.end).trimEnd().split('\n');
  const line = (lines.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd();
  return (
    lines.length > 1 &&
    line.length >= token.markup.length &&
    line === token.markup.charAt(0).repeat(line.length)
  );
}

/** Behind a blank line there is a text or heading, or another fence that was to open. */
const swallows = (code: string): boolean =>
  /\n[ \t]*\r?\n(?:#{2,6} \S|[\p{Script=Han}“《「（][^\n]{0,2000}[。！？：，]|!\[|.{0,100}[。！？]\r?$)/mu.test(
    code.slice(0, 100_000),
  ) || /\n[ \t]*\r?\n[\p{Script=Han}]{2,}[^\n{}();=<>]{0,200}\s*$/u.test(code.slice(-500));
