import { isBlank, isSpace } from '../engine/chars.ts';
import { append, insertAfter, newBlock, remove, type Alignment, type Block } from '../engine/block.ts';
import type { ParagraphTransform } from '../engine/block-parser.ts';
import { indentOf } from '../engine/indent.ts';
import { nodesOf } from '../engine/inline-node.ts';
import { segmentText, trimLeft, trimRight, type Segment } from '../engine/segment.ts';

/** GitHub's tables, made from the lines of a paragraph (goldmark extension/table.go). */

function alignmentOf(column: string): Alignment | 'none' | false {
  const match = /^[\t\n\f\r ]*(:?)-+(:?)[\t\n\f\r ]*$/.exec(column);
  if (!match) return false;
  const [, left, right] = match;
  if (left && right) return 'center';
  return left ? 'left' : right ? 'right' : 'none';
}

/** Alignments of the columns when the line is a delimiter row. `allowBare`: a row of dashes alone is one. */
function delimiterRow(line: string, allowBare: boolean): Alignment[] | undefined {
  if (indentOf(line, 0).width > 3 || !/^[- \t\r\n|:]*$/.test(line)) return undefined;
  if (!allowBare && /^-*$/.test(line)) return undefined;
  const columns = line.split('|');
  if (isBlank(columns[0] ?? '')) columns.shift();
  if (columns.length > 0 && isBlank(columns.at(-1) ?? '')) columns.pop();
  const alignments: Alignment[] = [];
  for (const column of columns) {
    const alignment = alignmentOf(column);
    if (alignment === false) return undefined;
    alignments.push(alignment === 'none' ? undefined : alignment);
  }
  return alignments.length > 0 ? alignments : undefined;
}

interface Cut {
  readonly end: number;
  /** Backslashes of `\|` behind a backtick: they may lie in code, where they do not escape. */
  readonly escapedPipes: number[];
}

function cutCell(source: string, from: number, stop: number): Cut {
  const escapedPipes: number[] = [];
  let backtick = false;
  let end = from;
  for (; end < stop; end++) {
    const code = source.charCodeAt(end);
    if (code === 96) backtick = true;
    if (code !== 124) continue;
    if (source.charCodeAt(end - 1) !== 92) break;
    if (backtick) escapedPipes.push(end - 1);
  }
  return { end, escapedPipes };
}

interface Row {
  readonly source: string;
  readonly line: Segment;
  readonly alignments: readonly Alignment[];
  readonly head: boolean;
  /** How many empty cells may still be added. */
  readonly fill: { cells: number };
}

/** markdown-it's bound: short rows of a wide table must not multiply its size without limit. */
const MAX_FILL = 65_536;

function makeRow({ source, line, alignments, head, fill }: Row): Block {
  const row = newBlock(head ? 'tableHead' : 'tableRow', line.start);
  row.end = line.stop;
  const trimmed = trimRight(source, trimLeft(source, line));
  let stop = trimmed.stop;
  let from = trimmed.start;
  if (stop > from && source.charAt(from) === '|') from++;
  if (stop > trimmed.start && source.charAt(stop - 1) === '|') stop--;
  while (from < stop) {
    const index = row.children.length;
    if (index >= alignments.length && !head) return row;
    // A backslash before the row does not escape its first pipe.
    const { end, escapedPipes } = cutCell(source, from, stop);
    const cell = newBlock('cell', from);
    cell.alignment = alignments[index];
    cell.escapedPipes = escapedPipes;
    cell.lines.push(trimRight(source, trimLeft(source, { start: from, stop: end, padding: 0 })));
    cell.end = end;
    append(row, cell);
    from = end + 1;
  }
  while (row.children.length < alignments.length && fill.cells > 0) {
    append(row, newBlock('cell', stop));
    fill.cells--;
  }
  return row;
}

/** The first delimiter row below a row with as many cells makes a table of the lines from there. */
export const tables: ParagraphTransform = ({ source, features }, paragraph) => {
  const { lines } = paragraph;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const alignments = above && delimiterRow(segmentText(source, line), !features.delimiterRowNeedsMore);
    if (!above || !alignments) continue;
    const fill = { cells: MAX_FILL };
    const head = makeRow({ source, line: above, alignments, head: true, fill });
    if (head.children.length !== alignments.length) return;
    const table = newBlock('table', above.start);
    table.alignments = alignments;
    append(table, head);
    for (const row of lines.slice(index + 1)) {
      append(table, makeRow({ source, line: row, alignments, head: false, fill }));
    }
    table.end = lines.at(-1)?.stop ?? line.stop;
    shorten(source, paragraph, index - 1);
    insertAfter(paragraph, table);
    if (paragraph.lines.length === 0) remove(paragraph);
    return;
  }
};

/** Leaves the lines before the table in the paragraph. */
function shorten(source: string, paragraph: Block, count: number): void {
  paragraph.lines = paragraph.lines.slice(0, count);
  const last = paragraph.lines.pop();
  if (!last) return;
  const stop = isSpace(source.charCodeAt(last.stop - 1)) ? last.stop - 1 : last.stop;
  paragraph.lines.push({ ...last, stop });
  paragraph.end = last.stop;
}

/** In code, `\|` of a table is `|`. */
export function unescapePipes(cell: Block): void {
  const pipes = cell.escapedPipes ?? [];
  if (pipes.length === 0) return;
  for (const node of nodesOf(cell.inlines)) {
    if (node.kind === 'code' && pipes.some(pipe => node.start <= pipe && pipe < node.end)) {
      node.value = node.value.replace(/\\\|/g, '|');
    }
  }
}
