import { message } from '../../messages.ts';
import { deleting, inserting, replacing } from '../fix.ts';
import type { TextEdit } from '../../problem.ts';
import type { Place, Way } from './way.ts';

/** Tabs in the indentation as spaces; in front of a key at the top none; in a text the tab's escape. */
export function* tabs({ text, line, lines, fault }: Place): Generator<Way> {
  const source = text.slice(lines.start, lines.end);
  const title = message('fix.tabs');
  for (const spaces of ['  ', '    ', ' ', '']) {
    const edits = [...source.matchAll(/(?<=^|\n)( *)(\t[ \t]*)/g)].map(
      ({ index, 1: before = '', 2: found = '' }) => {
        const start = lines.start + index + before.length;
        const range = { start, end: start + found.length };
        return replacing(range, found.replaceAll('\t', spaces));
      },
    );
    if (edits.length > 0) yield { title, edits };
  }
  const start = fault.range.start;
  if (text[start] !== '\t') return;
  const run = /^\t+/.exec(text.slice(start, line.end))?.[0].length ?? 1;
  yield { title, edits: [replacing({ start, end: start + run }, ' ')] };
  yield { title, edits: [deleting({ start, end: start + run })] };
  const inText = [...text.slice(line.start, line.end).matchAll(/\t/g)];
  yield {
    title: message('fix.escape-tabs'),
    edits: inText.map(({ index }) =>
      replacing({ start: line.start + index, end: line.start + index + 1 }, '\\t'),
    ),
  };
}

const WIDE: Readonly<Record<string, string | undefined>> = {
  '\u200b': '',
  '\ufeff': '',
  '\u3000': '  ',
  '\u2003': '  ',
};

/** Full-width and special spaces at the start of a line or behind a dash as half-width ones. */
export function* wideBlanks({ text, lines }: Place): Generator<Way> {
  const source = text.slice(lines.start, lines.end);
  const found = [...source.matchAll(/(?<=^|\n)([ ]*-?[ ]*)([\u00a0\u3000\u200b\ufeff\u2002\u2003]+)/g)];
  const title = message('fix.blanks');
  const edited = (write: (blanks: string) => string): TextEdit[] =>
    found.map(({ index, 1: before = '', 2: blanks = '' }) => {
      const start = lines.start + index + before.length;
      return replacing({ start, end: start + blanks.length }, write(blanks));
    });
  if (found.length === 0) return;
  yield { title, edits: edited(blanks => blanks.replace(/./g, blank => WIDE[blank] ?? ' ')) };
  yield { title, edits: edited(blanks => ' '.repeat(blanks.length)) };
  yield { title, edits: edited(() => '') };
}

/** A space behind each hyphen of the list. */
export function* dashes({ text, lines }: Place): Generator<Way> {
  const source = text.slice(lines.start, lines.end);
  const edits = [...source.matchAll(/(?<=^|\n)([ ]*-)(?=[^\s-])/g)].map(({ index, 0: found }) =>
    inserting(lines.start + index + found.length, ' '),
  );
  if (edits.length > 0) yield { title: message('fix.dashes'), edits };
}

/** `tags: - a` becomes a list of lines of its own. */
export function* listOnKeyLine({ text, line, lines }: Place): Generator<Way> {
  const source = text.slice(line.start, line.end);
  const head = /^[^:\r\n]*:([ \t]+)(?=- )/.exec(source);
  if (!head) return;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const next = /(?<=\n)([ ]*)- /.exec(text.slice(line.end, lines.end))?.[1];
  const end = line.start + head[0].length;
  const range = { start: end - (head[1] ?? '').length, end };
  yield { title: message('fix.list-lines'), edits: [replacing(range, `${lineEnd}${next ?? '  '}`)] };
}

/** All items of the list as far in as the first. */
export function* uneven({ text, lines }: Place): Generator<Way> {
  const source = text.slice(lines.start, lines.end);
  const items = [...source.matchAll(/(?<=^|\n)([ ]*)-(?=[ \r\n]|$)/g)];
  const width = items[0]?.[1]?.length ?? 0;
  const edits = items.flatMap(({ index, 1: blanks = '' }) => {
    const start = lines.start + index;
    const range = { start, end: start + blanks.length };
    return blanks.length === width ? [] : [replacing(range, ' '.repeat(width))];
  });
  if (edits.length > 0) yield { title: message('fix.indent'), edits };
}

/** A key at the top without spaces before it. */
export function* unindented({ text, line }: Place): Generator<Way> {
  const blanks = /^[ \t]+/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const title = message('fix.unindent');
  if (blanks > 0) yield { title, edits: [deleting({ start: line.start, end: line.start + blanks })] };
}

/**
 * A line that continues the text above is indented; only where a text without quotes stands there, and the line is no
 * word that may become a key.
 */
export function* continuation({ text, line, lines }: Place): Generator<Way> {
  const before = text.slice(lines.start, line.start);
  if (/^[\w-]+\s*$/.test(text.slice(line.start, line.end))) return;
  if (!/:[ \t]+[^\s"'[{|>#][^\r\n]*(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*(?:\r\n|\n|\r))*$/.test(before)) return;
  yield { title: message('fix.continue'), edits: [inserting(line.start, '  ')] };
}
