import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import { removeEntry, renameKey, setValue } from '../edit/edit.ts';
import type { EditValue, Path } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';

/*
 * How a rule gives fixes: `fixes: fix(title, edits)`, or one of the ready ones below. Edits come from `core/edit`
 * (`setValue`, `renameKey`, …) or are written out with `replacing`, `inserting`, `deleting`; where there are none, or
 * `core/edit` declines, there is no fix. Several: `[...fix(…), ...offer(…)]`.
 */

/** The one sure way to mend a problem: one key away, and what "fix all" applies. None without edits. */
export const fix = (title: Message, edits: readonly TextEdit[] | undefined): readonly Fix[] =>
  edits && edits.length > 0 ? [{ title, preferred: true, edits }] : [];

/** The same as a way that an editor has to choose. */
export const offer = (title: Message, edits: readonly TextEdit[] | undefined): readonly Fix[] =>
  offered(fix(title, edits));

export const offered = (fixes: readonly Fix[]): readonly Fix[] =>
  fixes.map(one => ({ ...one, preferred: false }));

export const replacing = (range: Range, newText: string): TextEdit => ({ range, newText });
export const deleting = (range: Range): TextEdit => ({ range, newText: '' });
export const inserting = (at: number, newText: string): TextEdit => ({
  range: { start: at, end: at },
  newText,
});

/** Writes another value at a place of the front matter. */
export const toWrite = (article: Article, path: Path, value: EditValue): readonly Fix[] =>
  fix(writing(shown(value)), setValue(article, path, value));

/** Takes an entry of the front matter out. */
export const toRemove = (article: Article, path: Path): readonly Fix[] =>
  fix(message('fix.remove', { text: String(path.at(-1)) }), removeEntry(article, path));

/** Gives an entry of the front matter another key. */
export const toRename = (article: Article, path: Path, key: string): readonly Fix[] =>
  fix(writing(key), renameKey(article, path, key));

/** “Write …”: as much of a text as fits a menu. */
export const writing = (text: string): Message => message('fix.write', { text: clipped(text) });

/** As much of a text as fits a menu, in one line. */
export function clipped(text: string): string {
  const line = text.trim().replace(/\s*[\r\n]\s*/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function shown(value: EditValue): string {
  if (typeof value === 'string' && value !== '') return value;
  return JSON.stringify(value).replaceAll('","', '", "');
}
