import { inlineNode } from '../engine/inline-node.ts';
import type { InlineParser, InlineState } from '../engine/inline-parser.ts';

/** The index in the line of a run of exactly `length` backticks. */
function findRun(line: string, length: number): number {
  for (let i = line.indexOf('`'); i >= 0; i = line.indexOf('`', i)) {
    const start = i;
    while (line.charCodeAt(i) === 96) i++;
    if (i - start === length) return start;
  }
  return -1;
}

/** The text up to the closing run; the position goes behind the run. */
function readCode(state: InlineState, length: number): string | undefined {
  const { reader } = state;
  let text = '';
  for (let line = reader.peekLine(); line !== undefined; line = reader.peekLine()) {
    const end = findRun(line, length);
    if (end >= 0) {
      reader.advance(end + length);
      return text + line.slice(0, end);
    }
    text += line;
    reader.advanceLine();
  }
  return undefined;
}

/** `` `code` `` (goldmark parser/code_span.go). */
export const codeSpan: InlineParser = {
  triggers: '`',
  parse(state, line) {
    const { reader } = state;
    const start = reader.start;
    let length = 1;
    while (line.charCodeAt(length) === 96) length++;
    reader.advance(length);
    const mark = reader.mark();
    const key = '`'.repeat(length);
    const text = state.missing.has(key) ? undefined : readCode(state, length);
    if (text === undefined) {
      state.missing.add(key);
      reader.seek(mark);
      return inlineNode('text', start, start + length);
    }
    const node = inlineNode('code', start, reader.start);
    node.value = trimOne(text);
    return node;
  },
};

/** One space on each side is cut, unless there is nothing else. */
function trimOne(text: string): string {
  const padded = /^[ \n][^]*[ \n]$/.test(text) && /[^ \t\r\n]/.test(text);
  return padded ? text.slice(1, -1) : text;
}
