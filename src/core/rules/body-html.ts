import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import type { Fix } from '../problem.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { HTML_TAGS } from './html-tags.ts';
import { isAt, otherFix, reread } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * HTML in the text, which Hugo leaves out unless `markup.goldmark.renderer.unsafe` is set. A tag that stands in an
 * article a hundred times is told once, and a hint from then on.
 */
export const bodyHtml: Rule = {
  id: 'body-html',
  scope: 'body',
  reads: ['config'],
  severity: 'info',
  *check({ markdown, facts: { site } }) {
    const body = markdown();
    if (body.markup.renderer.unsafe) return;
    const told = new Set<unknown>();
    for (const finding of perPart(body, look)) {
      const { code, args } = finding.message;
      const name = args?.['name'];
      // A theme that is not on disk may switch HTML on.
      if (code === 'body-html.media' && site?.isWhole === true) yield { ...finding, severity: 'warning' };
      else if (name !== undefined && told.has(name)) yield { ...finding, severity: 'hint' };
      else yield finding;
      told.add(name);
    }
  },
};

function* look(part: BodyPart): Generator<Finding> {
  for (const token of part.tokens) {
    if (token.type === 'html_block') yield* inBlock(part, token);
    for (const child of token.children ?? [])
      if (child.type === 'html_inline') yield* inLine(part, child, token);
  }
}

function* inBlock({ source }: BodyPart, token: Token): Generator<Finding> {
  const range = rangeOf(token);
  // Comments leave nothing, as they should.
  if (!range || /^\s*<!--/.test(token.content)) return;
  const text = source.slice(range.start, range.end).trimEnd();
  const name = /^\s*<\/?([a-z][\w-]*)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const first = /^[^\r\n]*/.exec(text)?.[0].length ?? 1;
  const isClosing = /^\s*<\//.test(text) && !/<[a-z]/i.test(text);
  if (isClosing) return;
  const code: MessageCode = /<(?:img|video|audio|iframe|embed|source)\b/i.test(text.slice(0, 5000))
    ? 'body-html.media'
    : 'body-html.block';
  yield { message: message(code, { name }), range: { start: range.start, end: range.start + first } };
}

function* inLine(part: BodyPart, token: Token, inline: Token): Generator<Finding> {
  const range = rangeOf(token);
  const tag = /^<([a-z][\w-]*)/i.exec(token.content);
  if (!range || !tag) return;
  const name = tag[1] ?? '';
  if (HTML_TAGS.has(name.toLowerCase())) {
    const code: MessageCode = /^(?:img|video|audio|iframe)$/i.test(name) ? 'body-html.media' : 'body-html';
    yield { message: message(code, { name }), range, fixes: lineBreak(part, range, inline) };
    return;
  }
  // `List<String>`, `<your-name>`: no tag, and gone from the page.
  const edits = [insert(range.start, '\\')];
  const text = token.content.slice(0, 60);
  const isElement = part.source.includes(`</${name}>`);
  yield {
    message: message('body-html.lost', isElement ? { text, name } : { text }),
    range,
    severity: 'warning',
    fixes: [otherFix('body-html.fix-lost', edits)],
  };
}

/** `<br>` between two texts is a backslash at the end of a line. */
function lineBreak(part: BodyPart, { start, end }: { start: number; end: number }, inline: Token): Fix[] {
  const stop = rangeOf(inline)?.end ?? end;
  const { source } = part;
  if (!/^<br\s*\/?>$/i.test(source.slice(start, end)) || source.slice(end, stop).trim() === '') return [];
  const line = source.lastIndexOf('\n', start) + 1;
  if (
    !/^[\p{L}\p{N}“《（「*[]/u.test(source.slice(line, line + 2)) ||
    /^[ \t]*\r?\n/.test(source.slice(end, end + 20))
  )
    return [];
  const edits = [replace(start, end, '\\\n')];
  return isAt(reread(part, edits), 'hardbreak', start) ? [otherFix('body-html.fix-break', edits)] : [];
}
