import { isAlphaNumeric } from '../engine/chars.ts';
import { inlineNode, type InlineNode } from '../engine/inline-node.ts';
import type { InlineParser, InlineState } from '../engine/inline-parser.ts';

const attribute =
  '(?:[\\r\\n \\t]+[a-zA-Z_:][a-zA-Z0-9:._-]*' +
  '(?:[\\r\\n \\t]*=[\\r\\n \\t]*(?:[^"\'=<>`\\0- ]+|\'[^\']*\'|"[^"]*"))?)';

/** Tags may go over lines; in goldmark before 1.7 the space at the end of one may not. */
const tags = {
  open: new RegExp(`<[A-Za-z][A-Za-z0-9-]*${attribute}*(?:[ \\t]|\\r?\\n)*/?>`, 'y'),
  openOneLine: new RegExp(`<[A-Za-z][A-Za-z0-9-]*${attribute}*[ \\t]*/?>`, 'y'),
  close: /<\/[A-Za-z][A-Za-z0-9-]*(?:[ \t]|\r?\n)*>/y,
};

/** goldmark before 1.7: no `--` in a comment, and it does not start with `>` or `->`. */
const oldComment = /<!---->|<!--(?!-?>)(?:(?!--)[^])*-->/y;

/** Consumes text of all lines up to `end`, an offset in the joined lines. */
function take(state: InlineState, from: number, end: number): InlineNode {
  const { reader } = state;
  const node = inlineNode('html', reader.start, reader.start);
  node.value = reader.joined().text.slice(from, end);
  reader.seekJoined(end);
  node.end = reader.start;
  return node;
}

function takeMatch(state: InlineState, pattern: RegExp): InlineNode | undefined {
  const { text, offset } = state.reader.joined();
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  return match ? take(state, offset, offset + match[0].length) : undefined;
}

/** Consumes up to and with a closing string, which may stand in a later line. */
function takeUntil(state: InlineState, skip: number, closer: string): InlineNode | undefined {
  if (state.missing.has(closer)) return undefined;
  const { text, offset } = state.reader.joined();
  const index = text.indexOf(closer, offset + skip);
  if (index < 0) {
    state.missing.add(closer);
    return undefined;
  }
  return take(state, offset, index + closer.length);
}

function takeComment(state: InlineState, line: string): InlineNode | undefined {
  if (!state.document.features.anyComment) return takeMatch(state, oldComment);
  const { offset } = state.reader.joined();
  if (line.startsWith('<!-->')) return take(state, offset, offset + 5);
  if (line.startsWith('<!--->')) return take(state, offset, offset + 6);
  return takeUntil(state, 4, '-->');
}

/** Tags, comments, processing instructions, declarations, CDATA (goldmark parser/raw_html.go). */
export const rawHtml: InlineParser = {
  triggers: '<',
  parse(state, line) {
    const second = line.charCodeAt(1);
    if (isAlphaNumeric(second)) {
      return takeMatch(state, state.document.features.anyComment ? tags.open : tags.openOneLine);
    }
    if (second === 47 && isAlphaNumeric(line.charCodeAt(2))) return takeMatch(state, tags.close);
    if (line.startsWith('<!--')) return takeComment(state, line);
    if (second === 63) return takeUntil(state, 0, '?>');
    if (/^<![A-Z]/.test(line)) return takeUntil(state, 0, '>');
    if (line.startsWith('<![CDATA[')) return takeUntil(state, 0, ']]>');
    return undefined;
  },
};
