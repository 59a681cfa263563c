import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import { applyEdits, inTurn, insertEntry } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import { editsBetween } from './diff.ts';
import { fix } from './fix.ts';
import { sensibleValue } from './sensible.ts';
import { syntaxFixes } from './syntax/mend.ts';

/**
 * Edits after which Hugo sees the front matter that was meant, with what else is wrong with its fences mended;
 * `undefined` if it still cannot be read, or has no keys.
 */
export function uncovering({ text }: Article, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  let current = applyEdits(text, edits);
  for (let step = 0; step < 3; step++) {
    const article = parseArticle(current);
    if (!article.fences) return undefined;
    const [fault] = article.faults;
    if (!fault) return (article.tree?.entries.length ?? 0) > 0 ? editsBetween(text, current) : undefined;
    const [more] = syntaxFixes(article, fault);
    if (!more) return undefined;
    current = applyEdits(current, more.edits);
  }
  return undefined;
}

/** New front matter with a title and a date. */
export function newFrontMatter(article: Article, facts: Facts): readonly Fix[] {
  const title = sensibleValue('title', article, facts);
  const date = sensibleValue('date', article, facts);
  if (title === undefined || date === undefined) return [];
  const edits = inTurn(article, [
    now => insertEntry(now, ['title'], title),
    now => insertEntry(now, ['date'], date),
  ]);
  return fix(message('fix.front-matter'), edits);
}
