import type { Article } from '../article/article.ts';
import type { Format } from '../article/fences.ts';
import type { Style } from '../article/tree.ts';
import { DIALECTS } from './dialects.ts';
import type { Dialect } from './dialect.ts';
import { habitsOf } from './habits.ts';
import type { FlowHabit, Habits } from './habits.ts';
import { lineEndNear } from './lines.ts';
import type { Draft, ListDraft, MapDraft, ScalarDraft } from './value.ts';

/** What it takes to write a draft at one place of a file. */
export interface Pen {
  readonly dialect: Dialect;
  readonly habits: Habits;
  /** The line end of the lines around. */
  readonly lineEnding: string;
}

/** A pen for the lines around `at`. */
export function penAt(article: Article, at: number, format: Format = article.fences?.format ?? 'yaml'): Pen {
  return {
    dialect: DIALECTS[format],
    habits: habitsOf(article, format),
    lineEnding: lineEndNear(article.text, at),
  };
}

type Collection = MapDraft | ListDraft;

const partsOf = (draft: Collection): number =>
  draft.kind === 'map' ? draft.entries.length : draft.items.length;

/** Whether a draft is written as lines of its own; only in formats that have such, and never empty. */
export function isBlock({ dialect, habits }: Pen, draft: Draft): draft is Collection {
  if (!dialect.hasBlocks || (draft.kind !== 'map' && draft.kind !== 'list') || partsOf(draft) === 0)
    return false;
  if (draft.style !== undefined) return draft.style !== 'flow';
  return draft.kind === 'map' || habits.listStyle === 'block';
}

/** A draft behind a colon or a dash, in brackets if it is a collection. `indent`: of the line it starts on. */
export function inline(pen: Pen, draft: Draft, indent: string): string {
  if (draft.kind !== 'map' && draft.kind !== 'list') return scalar(pen, draft, 'block');
  return flow(pen, draft, indent);
}

function scalar({ dialect, habits, lineEnding }: Pen, draft: ScalarDraft, where: 'block' | 'flow'): string {
  const style: Style = (draft.kind === 'string' ? draft.style : undefined) ?? habits.quote;
  if (lineEnding === '\n' || !style.startsWith('multiline') || !String(draft.value).includes('\n')) {
    return dialect.scalar(draft, style, where);
  }
  // Readers differ in what such a line end in a string is.
  return dialect.scalar(draft, 'multiline-double', where).replaceAll('\n', '\\n');
}

function flow(pen: Pen, draft: Collection, indent: string): string {
  const habit = pen.habits[draft.kind];
  const [open, close] = draft.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const inner = habit.multiline ? indent + pen.habits.unit : indent;
  const parts =
    draft.kind === 'map'
      ? draft.entries.map(({ key, value }) => flowEntry(pen, key, value, inner))
      : draft.items.map(item => flowItem(pen, item, inner));
  return parts.length === 0 ? open + close : open + joined(pen, habit, parts, indent) + close;
}

function joined(
  { habits, lineEnding }: Pen,
  habit: FlowHabit,
  parts: readonly string[],
  indent: string,
): string {
  if (!habit.multiline) return habit.padding + parts.join(habits.comma) + habit.padding;
  const inner = lineEnding + indent + habits.unit;
  return inner + parts.join(`,${inner}`) + lineEnding + indent;
}

/** A list item between commas. */
export const flowItem = (pen: Pen, draft: Draft, indent: string): string =>
  draft.kind === 'map' || draft.kind === 'list' ? flow(pen, draft, indent) : scalar(pen, draft, 'flow');

/** An entry between commas. */
export const flowEntry = (pen: Pen, key: string, value: Draft, indent: string): string =>
  pen.dialect.key(key, 'plain') + pen.habits.colon + flowItem(pen, value, indent);

/** An entry on lines of its own, without the first line's indentation and the last one's end. */
export function blockEntry(pen: Pen, key: string, value: Draft, indent: string): string {
  const written = pen.dialect.key(key, 'plain');
  if (!isBlock(pen, value)) return written + pen.habits.colon + inline(pen, value, indent);
  return `${written}:${pen.lineEnding}${blockLines(pen, value, indent)}`;
}

/** The lines of a collection below a key that stands `indent` in; without the last line end. */
export function blockLines(pen: Pen, draft: Collection, indent: string): string {
  const { dash, unit } = pen.habits;
  const inner = indent + (draft.kind === 'list' ? ' '.repeat(dash.offset) : unit);
  return inner + compact(pen, draft, inner);
}

/** A collection whose first line is already `indent` in: at the start of a line, or behind a dash. */
export function compact(pen: Pen, draft: Collection, indent: string): string {
  const parts =
    draft.kind === 'map'
      ? draft.entries.map(({ key, value }) => blockEntry(pen, key, value, indent))
      : draft.items.map(item => blockItem(pen, item, indent));
  return parts.join(pen.lineEnding + indent);
}

/** A dash with its item. `indent`: of the dash. */
export function blockItem(pen: Pen, draft: Draft, indent: string): string {
  const { gap } = pen.habits.dash;
  const inner = `${indent} ${gap.replace(/\S/g, ' ')}`;
  return `-${gap}${isBlock(pen, draft) ? compact(pen, draft, inner) : inline(pen, draft, indent)}`;
}
