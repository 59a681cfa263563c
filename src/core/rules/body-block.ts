import { fix, inserting } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Inline } from '../check/body.ts';
import type { Finding, Rule } from './rule.ts';

/** Lines that were meant to be a heading or list and are none, and a heading that was meant to be a text. */
export const bodyBlock: Rule = {
  id: 'body-block',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article, markdown }) {
    for (const inline of markdown().inlines) {
      if (inline.block?.type === 'paragraph_open') yield* paragraph(inline);
      if (inline.block?.type === 'heading_open') yield* setext(inline, article.text);
    }
  },
};

function* paragraph({ text, start }: Inline): Generator<Finding> {
  const at = (index: number, length: number, code: MessageCode): Finding => ({
    message: message(code),
    range: { start: start + index, end: start + index + length },
    fixes: fix(message('fix.space', { text: text.slice(index, index + length) }), [
      inserting(start + index + length, ' '),
    ]),
  });
  for (const { index, 0: found } of text.matchAll(/^#{2,6}(?=[^\s#])/gmu))
    yield at(index, found.length, 'body-block.heading');
  const items = [...text.matchAll(/^[-*+](?=\p{Script=Han})/gmu)];
  if (items.length < 2) return;
  // One item with a space makes no list of the others.
  const edits = items.map(({ index }) => inserting(start + index + 1, ' '));
  for (const { index } of items)
    yield { ...at(index, 1, 'body-block.list'), fixes: fix(message('fix.list-items'), edits) };
}

/** `text` with `---` right below is a heading of level 2; a sentence is hardly meant to be one. */
function* setext({ text, start }: Inline, article: string): Generator<Finding> {
  // The line below the text belongs to the heading.
  const sentence = text
    .trimEnd()
    .replace(/\r?\n[ ]*[-=]+$/, '')
    .trimEnd();
  const isAtx = /#[ \t]*$/.test(article.slice(Math.max(0, start - 8), start));
  if (isAtx || !/[。！？；…，]["”’）]*$/u.test(sentence)) return;
  const line = article.indexOf('\n', start + sentence.length) + 1;
  const length = /^[^\r\n]*/.exec(article.slice(line))?.[0].length ?? 1;
  if (line === 0 || !/^[ ]{0,3}(?:-+|=+)[ \t]*$/.test(article.slice(line, line + length))) return;
  const lineEnd = article[line - 2] === '\r' ? '\r\n' : '\n';
  const fixes = fix(message('fix.blank-line'), [inserting(line, lineEnd)]);
  yield { message: message('body-block.setext'), range: { start: line, end: line + length }, fixes };
}
