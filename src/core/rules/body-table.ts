import { message } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { insert, replace } from '../edit/apply.ts';
import type { TextEdit } from '../problem.ts';
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
  const text = part.source.slice(start, rangeOf(token)?.end ?? start).trimEnd();
  if (text.length > 20_000) return;
  const lines = text.split('\n');
  const rows = lines.map(line => line.replaceAll('｜', '|').replaceAll('—', '-').replaceAll('：', ':'));
  const [head = '', second = ''] = rows;
  if (
    rows.length < 2 ||
    !ROW.test(lines[0] ?? '') ||
    !lines.every(line => ROW.test(line) || DELIMITER.test(line))
  )
    return;
  const columns = cellsOf(head).length;
  const isDelimiter = DELIMITER.test(second);
  if (columns < 2 || (!isDelimiter && cellsOf(second).length !== columns)) return;
  const line = `|${' --- |'.repeat(columns)}`;
  const below = rows.slice(isDelimiter ? 2 : 1);
  const written = lines.slice(isDelimiter ? 2 : 1);
  const replaced = [head, line, ...below.map((row, index) => widthOf(row, written[index] ?? ''))];
  const edits: TextEdit[] = [replace(start, start + text.length, replaced.join('\n'))];
  const simple =
    !isDelimiter && !text.includes('｜') ? [insert(start + head.length + 1, `${line}\n`)] : edits;
  const fixes = isAt(reread(part, simple), 'table_open', start) ? [sureFix('body-table.fix', simple)] : [];
  const end = start + (lines[0] ?? '').trimEnd().length;
  const code = isDelimiter ? 'body-table.cells' : 'body-table';
  yield { message: message(code, { columns }), range: { start, end }, fixes };
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
function* lostCells({ source, tokens }: BodyPart): Generator<Finding> {
  let columns = 0;
  for (const token of tokens) {
    const range = rangeOf(token);
    if (!range) continue;
    if (token.type === 'table_open') columns = 0;
    if (token.type === 'th_open') columns++;
    if (token.type !== 'tr_open') continue;
    const row = source.slice(range.start, range.end).trimEnd();
    const lost = cellsOf(row).slice(columns);
    if (lost.every(cell => cell.trim() === '')) continue;
    const length = lost.join('|').length + (row.endsWith('|') ? 1 : 0);
    const end = range.start + row.length;
    yield { message: message('body-table.lost', { columns }), range: { start: end - length, end } };
  }
}
