import type { Article } from '../../article/article.ts';
import type { SyntaxFault } from '../../article/syntax.ts';
import type { Range } from '../../article/tree.ts';
import type { Message } from '../../messages.ts';
import type { TextEdit } from '../../problem.ts';

/** A way to mend a fault that may or may not do; it is tried. */
export interface Way {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/** A fault with what stands around it. */
export interface Place {
  readonly text: string;
  readonly fault: SyntaxFault;
  /** The line of the fault, without its line end. */
  readonly line: Range;
  /** The lines of the top-level key that the fault belongs to, without the last line end. */
  readonly lines: Range;
}

export type Ways = (place: Place) => Generator<Way>;

/** A line that starts a top-level key, rightly or by a slip. */
const NEXT_KEY = /(?:\r\n|\n|\r)(?=[^\s#\-[\]{}:：=＝][^:：=＝\r\n]*[:：=＝])/g;

export function placeOf({ text, fences }: Article, fault: SyntaxFault): Place {
  const content = fences?.content ?? { start: 0, end: text.length };
  const line = lineAt(text, Math.min(fault.range.start, text.length));
  const around = text.slice(content.start, content.end);
  let [start, end] = [content.start, content.end];
  for (const { index, 0: lineEnd } of around.matchAll(NEXT_KEY)) {
    const at = content.start + index + lineEnd.length;
    if (at <= line.start) start = at;
    else if (at > line.end) {
      end = content.start + index;
      break;
    }
  }
  return { text, fault, line, lines: { start, end: Math.max(line.end, trimmedEnd(text, start, end)) } };
}

const trimmedEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;

/** The line of an offset, without its line end. */
export function lineAt(text: string, at: number): Range {
  let [start, end] = [at, at];
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? '')) end++;
  return { start, end };
}

/** The value in a line of YAML, behind its dashes and its key; without the comment behind it and blanks around it. */
export function valueInLine(text: string, { start, end }: Range): Range | undefined {
  if (end - start > LONGEST_LINE) return undefined;
  const line = text.slice(start, end);
  const head =
    /^[ \t]*(?:-[ \t]+)*(?:(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s:："'#[\]{}-][^:：]*)[ \t]*(?::(?=[ \t])|：))?[ \t]*/.exec(
      line,
    )?.[0] ?? '';
  const rest = line.slice(head.length);
  const comment = /^["']/.test(rest) ? -1 : rest.search(/\s#/);
  const value = (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  if (value === '') return undefined;
  return { start: start + head.length, end: start + head.length + value.length };
}

/** Longer lines are not taken apart. */
const LONGEST_LINE = 2000;
