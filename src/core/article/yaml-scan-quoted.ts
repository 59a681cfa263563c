import { message } from '../messages.ts';
import type { Range } from './tree.ts';
import type { Refusal } from './yaml-refusal.ts';
import type { ScanText } from './yaml-scan-text.ts';

interface EscapeRefusal extends Refusal {
  /** The library refuses it, too, and must not see the backslash. */
  readonly isHidden: boolean;
}

/** Escapes in double quotes that some versions of Hugo do not read, or only they. */
function escapeFaults(source: string, start: number): EscapeRefusal[] {
  const faults: EscapeRefusal[] = [];
  for (const { index, 0: escape } of source.matchAll(
    /\\(?:u[dD][89abAB][\da-fA-F]{2}(?:\\u[dD][c-fC-F][\da-fA-F]{2})?|[^])/g,
  )) {
    const verdict = judge(escape, source.slice(index + 2, index + 10));
    if (!verdict) continue;
    const { only, isHidden } = verdict;
    const code = isHidden
      ? message('yaml-escape', { escape: escape.slice(0, 2) })
      : message('yaml-escape.version');
    faults.push({
      rule: 'yaml-escape',
      message: code,
      start: start + index,
      length: 2,
      isHidden,
      ...(only && { only }),
    });
  }
  return faults;
}

function judge(escape: string, behind: string): Pick<EscapeRefusal, 'only' | 'isHidden'> | undefined {
  if (escape.length > 6) return { only: 'yamlV2', isHidden: false };
  if (escape.length === 6) return { isHidden: false };
  switch (escape[1]) {
    case '/':
      return { only: 'yamlV2', isHidden: false };
    case "'":
      return { only: 'goccyYaml', isHidden: true };
    case 'x':
      return /^[\da-f]{2}/i.test(behind) ? undefined : { only: 'yamlV2', isHidden: true };
    case 'u':
      return /^[\da-f]{4}/i.test(behind) ? undefined : { only: 'yamlV2', isHidden: true };
    default:
      return undefined;
  }
}

/**
 * goccy/go-yaml loses as many signs behind a double-quoted text as it has tabs (those at its end and around line ends
 * not counted). That is harmless unless a bracket, a comma or the line end before the next key is among them.
 */
function swallowedByTabs(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end);
  if (!inner.includes('\t')) return false;
  const lines = inner.split('\n');
  const counted = lines
    .map((line, i) => (i > 0 ? line.trimStart() : line))
    .map((line, i) => (i < lines.length - 1 ? line.trimEnd() : line))
    .join('\n')
    .replace(/\t$/, '');
  const tabs = counted.length - counted.replaceAll('\t', '').length;
  const lost = text.slice(end + 1, end + 1 + tabs);
  const rest = text.slice(end + 1 + tabs, end + 1 + tabs + 200);
  return /[,\]}]/.test(lost) || (lost.includes('\n') && !/^[ \t]*(?:\n|$)/.test(rest) && /\S/.test(rest));
}

/** The offset of the closing quotation mark. */
export function endOfQuoted(text: string, start: number): number | undefined {
  const pattern = text[start] === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'(?!')/y;
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found ? start + found[0].length - 1 : undefined;
}

/** What some versions make of escapes and tabs between the double quotes at `start` and `end`. */
export function scanEscapes(text: ScanText, { start, end }: Range): void {
  const source = text.view.slice(start, end + 1);
  for (const { isHidden, ...fault } of escapeFaults(source, start)) {
    text.refuse(fault);
    if (isHidden) text.mask(fault.start);
  }
  if (!swallowedByTabs(text.view, start, end)) return;
  const tab = start + source.indexOf('\t');
  text.refuse({ rule: 'yaml-tab', message: message('yaml-tab.quoted'), start: tab, only: 'goccyYaml' });
}

/**
 * The lines of a quoted text may stand at the margin, except those that look like the end of the document; the library
 * sees one line.
 *
 * @param parent column of its key or dash
 */
export function scanQuotedLines(text: ScanText, { start, end }: Range, parent: number): void {
  const lines = Array.from(text.view.slice(start, end).matchAll(/\n/g), ({ index }) => start + index);
  for (const line of lines) {
    if (text.matches(/(?:---|\.\.\.)(?=\s|$)/y, line + 1)) {
      const code = message('yaml-quote.document-end');
      text.refuse({ rule: 'yaml-quote', message: code, start: line + 1, length: 3 });
      return;
    }
    const spaces = text.matches(/ *(?=\t)/y, line + 1)?.[0].length;
    if (spaces !== undefined && spaces < Math.max(1, parent + 1))
      text.refuse({
        rule: 'yaml-tab',
        message: message('yaml-tab'),
        start: line + 1 + spaces,
        only: 'goccyYaml',
      });
  }
  for (const line of lines) {
    if (text.isCarriageReturn(line - 1)) text.mask(line - 1);
    const before = text.view.slice(Math.max(start, line - MOST_BACKSLASHES), line);
    if (text.view[start] === '"' && /(?<!\\)(?:\\\\)*\\ ?$/.test(before))
      text.mask(text.view[line - 1] === '\\' ? line - 1 : line - 2);
    text.mask(line);
  }
}

/** Nobody writes more of them before a line end. */
const MOST_BACKSLASHES = 50;
