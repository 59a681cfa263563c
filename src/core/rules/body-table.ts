import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import { isAt, reread, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Rows of a table that are printed with their strokes, and cells that are left out of a row. */
export const bodyTable: Rule = {
  id: 'body-table',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => (markdown().markup.extensions.table ? perPart(markdown(), look) : []),
};

function* look(part: BodyPart): Generator<Finding> {
  for (const inline of part.inlines) {
    if (inline.block?.type === 'paragraph_open' && /[|｜]/u.test(inline.text)) yield* noTable(part, inline);
  }
  yield* lostCells(part);
}

/** A row between strokes, half- or full-width. */
const ROW = /^[ \t]*[|｜](?:[^\r\n]*[^\\])?[|｜][ \t]*\r?$/u;
const DELIMITER = /^[ \t]*[|｜]?(?=[^\r\n]*-)[-—:： \t|｜]+\r?$/u;

function* noTable(part: BodyPart, { token, start }: Inline): Generator<Finding> {
  const text = part.text.slice(start, rangeOf(token)?.end ?? start).trimEnd();
  const rows = text.length > 20_000 ? undefined : rowsOf(text.split('\n'));
  if (!rows) return;
  const { head, hasDelimiter, columns } = rows;
  const line = `|${' --- |'.repeat(columns)}`;
  const isPlain = !hasDelimiter && !text.includes('｜');
  const edits = isPlain
    ? [insert(start + head.length + 1, `${line}\n`)]
    : [replace(start, start + text.length, [head, line, ...rows.below].join('\n'))];
  const isSure = part.source.startsWith(text, start) && isAt(reread(part, edits), 'table_open', start);
  yield {
    message: message(hasDelimiter ? 'body-table.cells' : 'body-table', { columns }),
    range: { start, end: start + head.trimEnd().length },
    fixes: isSure ? [sureFix('body-table.fix', edits)] : [],
  };
}

interface Rows {
  /** With half-width strokes. */
  readonly head: string;
  readonly hasDelimiter: boolean;
  readonly below: readonly string[];
  readonly columns: number;
}

/** The lines of a paragraph if they were meant to be a table. */
function rowsOf(lines: readonly string[]): Rows | undefined {
  const isTable = ROW.test(lines[0] ?? '') && lines.every(line => ROW.test(line) || DELIMITER.test(line));
  if (lines.length < 2 || !isTable) return undefined;
  const rows = lines.map(line => line.replaceAll('｜', '|').replaceAll('—', '-').replaceAll('：', ':'));
  const [head = '', second = ''] = rows;
  const columns = cellsOf(head).length;
  const hasDelimiter = DELIMITER.test(second);
  if (columns < 2 || (!hasDelimiter && cellsOf(second).length !== columns)) return undefined;
  const first = hasDelimiter ? 2 : 1;
  const below = lines.slice(first).map(line => widthOf(line.replaceAll('｜', '|'), line));
  return { head: (lines[0] ?? '').replaceAll('｜', '|'), hasDelimiter, below, columns };
}

/** Full-width strokes of a row become half-width ones where they are all that divides it. */
const widthOf = (row: string, written: string): string => (written.includes('|') ? written : row);

/** The cells of a row; `\|` is text. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);

/** Cells beyond those of the head are not printed. */
function* lostCells({ text, tokens }: BodyPart): Generator<Finding> {
  let columns = 0;
  for (const token of tokens) {
    if (token.type === 'table_open') columns = 0;
    if (token.type === 'th_open') columns++;
    const range = token.type === 'tr_open' ? rangeOf(token) : undefined;
    if (!range) continue;
    const row = text.slice(range.start, range.end).trimEnd();
    const lost = cellsOf(row).slice(columns);
    if (lost.every(cell => cell.trim() === '')) continue;
    const length = lost.join('|').length + (row.endsWith('|') ? 1 : 0);
    const end = range.start + row.length;
    yield { message: message('body-table.lost', { columns }), range: { start: end - length, end } };
  }
}
