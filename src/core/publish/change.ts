import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { dateSuggestions } from '../complete/dates.ts';
import { removeEntry, setValue } from '../edit/edit.ts';
import type { EditValue } from '../edit/edit.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { TextEdit } from '../problem.ts';

/** Edits that change when an article is published; `undefined` where they cannot be made byte-minimal. */
type Edits = readonly TextEdit[] | undefined;

/** The next build publishes the article: no draft, no date in the future, not expired. */
export function publishNow(article: Article, facts: Facts): Edits {
  const { made, now = 0 } = facts;
  if (!made) return undefined;
  const { publishDate, expiryDate } = made.dates;
  return joined([
    made.draft ? set(article, 'draft', false) : [],
    publishDate && publishDate.instant > now ? set(article, publishDate.source, nowIn(facts)) : [],
    expiryDate && expiryDate.instant < now ? without(article, expiryDate.source) : [],
  ]);
}

export const backToDraft = (article: Article): Edits => set(article, 'draft', true);

/** @param date as Hugo reads it */
export function scheduleAt(article: Article, facts: Facts, date: string): Edits {
  if (!facts.made) return undefined;
  const source = facts.made.dates.publishDate?.source ?? 'date';
  return joined([
    facts.made.draft ? set(article, 'draft', false) : [],
    set(article, source.startsWith(':') ? 'date' : source, date),
  ]);
}

/** Now by the clock of the site, as Hugo reads it. */
function nowIn({ site, made, now = 0 }: Facts): string {
  const zone = site && made && settingsFor(site.config, made.language).timeZone;
  return dateSuggestions(now, zone)[0]?.text ?? '';
}

function set(article: Article, key: string, value: EditValue): Edits {
  // The date in a file's name gives way to one in the front matter.
  const name = key.startsWith(':') ? 'date' : key;
  const written = article.tree && entryOf(article.tree, name)?.key.value;
  return setValue(article, [written ?? name], value);
}

function without(article: Article, key: string): Edits {
  const written = article.tree && entryOf(article.tree, key)?.key.value;
  return written === undefined ? undefined : removeEntry(article, [written]);
}

function joined(all: readonly Edits[]): Edits {
  const edits: TextEdit[] = [];
  for (const some of all) {
    if (!some) return undefined;
    edits.push(...some);
  }
  return edits;
}
