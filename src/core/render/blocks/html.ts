import { newBlock, type Block } from '../engine/block.ts';
import { innermost, type BlockParser } from '../engine/block-parser.ts';
import { segmentText } from '../engine/segment.ts';

/** CommonMark's seven kinds of HTML blocks, as goldmark tells them apart (goldmark parser/html_block.go). */
const blockTags = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div ' +
    'dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe ' +
    'legend li link main menu menuitem meta nav noframes ol optgroup option p param search section summary ' +
    'table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

const attribute =
  '(?:[\\r\\n \\t]+[a-zA-Z_:][a-zA-Z0-9:._-]*' +
  '(?:[\\r\\n \\t]*=[\\r\\n \\t]*(?:[^"\'=<>`\\0- ]+|\'[^\']*\'|"[^"]*"))?)';

const rawText = /^ {0,3}<(?:script|pre|style|textarea)(?:[\t\n\f\r ][^\n]*|>[^\n]*|\/>[^\n]*|)(?:\r\n|\n)?$/i;
const rawTextEnd = /^[^\n]*<\/(?:script|pre|style|textarea)>/i;
const delimited: readonly [start: RegExp, end: string, condition: number][] = [
  [/^ {0,3}<!--/, '-->', 2],
  [/^ {0,3}<\?/, '?>', 3],
  [/^ {0,3}<![A-Z]+[^\n]*\n?$/, '>', 4],
  [/^ {0,3}<!\[CDATA\[/, ']]>', 5],
];
const anyBlockTag = /^ {0,3}<(?:\/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(?: [^\n]*|>[^\n]*|\/>[^\n]*|)(?:\r\n|\n)?$/;
const completeTag = new RegExp(
  `^ {0,3}<(/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(${attribute}*) *(?:>|/>) *(?:\\r\\n|\\n)?$`,
);

/** Tags of condition 7 whose content is condition 1's. */
const rawTags = new Set(['script', 'style', 'pre']);

function conditionOf(line: string, inParagraph: boolean): number {
  if (rawText.test(line)) return 1;
  for (const [start, , condition] of delimited) if (start.test(line)) return condition;
  const complete = completeTag.exec(line);
  if (complete) {
    const [, closing, name = '', attributes = ''] = complete;
    const tag = name.toLowerCase();
    if (blockTags.has(tag)) return 6;
    const closingWithAttributes = closing === '/' && attributes !== '';
    if (!rawTags.has(tag) && !inParagraph && !closingWithAttributes) return 7;
  }
  const tag = anyBlockTag.exec(line)?.[1];
  return tag !== undefined && blockTags.has(tag.toLowerCase()) ? 6 : 0;
}

/** Whether a line holds the end condition; undefined for the conditions that a blank line ends. */
function endsAt(block: Block, line: string): boolean | undefined {
  if (block.condition === 1) return rawTextEnd.test(line);
  const end = delimited.find(([, , condition]) => condition === block.condition)?.[1];
  return end === undefined ? undefined : line.includes(end);
}

export const html: BlockParser = {
  triggers: '<',
  interruptsParagraph: true,
  acceptsIndent: false,
  open(state) {
    const { reader } = state;
    const condition = conditionOf(reader.peekLine() ?? '', innermost(state)?.kind === 'paragraph');
    if (condition === 0) return undefined;
    const block = newBlock('html');
    block.condition = condition;
    block.lines.push(reader.segment());
    reader.advanceToEol();
    return { block };
  },
  resume({ reader, source, features }, block) {
    const line = reader.peekLine() ?? '';
    const [first] = block.lines;
    const blank = /^[ \t\r\n]*$/.test(line);
    if (endsAt(block, line) === undefined && blank) return 'close';
    if (block.lines.length === 1 && first && endsAt(block, segmentText(source, first))) return 'close';
    if (endsAt(block, line)) {
      const line = reader.segment();
      block.closure = line;
      block.end = reader.stop;
      if (features.htmlEndsWithLine || block.condition === 1) reader.advanceToEol();
      else reader.advance(line.stop - line.start + line.padding);
      return 'close';
    }
    block.lines.push(reader.segment());
    reader.advanceToEol();
    return 'leaf';
  },
};
