import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import { applyEdits, insertEntry, setValue } from '../edit/edit.ts';
import type { EditValue } from '../edit/edit.ts';
import { fillTemplate } from './template.ts';
import type { TemplateData, TemplateTime } from './template-functions.ts';

/** The text of an article that is being made. */
export interface NewText {
  readonly text: string;
  /** What is selected when it is shown, UTF-16 offsets: the body, or what is left of the archetype to be filled in. */
  readonly selection: { readonly start: number; readonly end: number };
  /** What of the archetype could not be filled in. */
  readonly left: readonly string[];
}

/**
 * An article by an archetype, with the title that an editor gave it. Title and date are added where the archetype has
 * none: without them a page comes out without a heading, or behind all others.
 *
 * @param date as it is to be written
 */
export function fromArchetype(template: string, data: TemplateData, title: string, date: EditValue): NewText {
  const { text, left } = fillTemplate(template, data);
  const whole = withMissing(withTitle(parseArticle(text), title), 'date', date);
  return placed(whole, left);
}

/** An article out of keys with their values. */
export function fromValues(
  values: readonly (readonly [key: string, value: EditValue])[],
  format: 'yaml' | 'toml' | 'json',
): NewText {
  let article = parseArticle('');
  for (const [key, value] of values) {
    const edits = insertEntry(article, [key], value, format);
    if (edits) article = parseArticle(applyEdits(article.text, edits));
  }
  return placed(article, []);
}

function withTitle(article: Article, title: string): Article {
  const key = article.tree && entryOf(article.tree, 'title')?.key.value;
  const edits = key === undefined ? undefined : setValue(article, [key], title);
  return edits ? parseArticle(applyEdits(article.text, edits)) : withMissing(article, 'title', title);
}

function withMissing(article: Article, key: string, value: EditValue): Article {
  // What could not be filled in can have broken the front matter; then it is the editor's.
  if (article.faults.length > 0 || (article.tree && entryOf(article.tree, key))) return article;
  const edits = insertEntry(article, [key], value);
  return edits ? parseArticle(applyEdits(article.text, edits)) : article;
}

/** With a line to write on, and the place to begin. */
function placed({ text, body }: Article, left: readonly string[]): NewText {
  const isEmpty = text.slice(body.start).trim() === '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = isEmpty ? text.trimEnd() + lineEnd + lineEnd : text;
  const [first] = left;
  const at = first === undefined ? -1 : whole.indexOf(first);
  if (first !== undefined && at >= 0)
    return { text: whole, selection: { start: at, end: at + first.length }, left };
  const start = isEmpty ? whole.length : body.start + (/^\s*/.exec(text.slice(body.start))?.[0].length ?? 0);
  return { text: whole, selection: { start, end: start }, left };
}

/** The day of a time, as file names have it. */
export const dayOf = ({ rfc3339 }: TemplateTime): string => rfc3339.slice(0, 10);
