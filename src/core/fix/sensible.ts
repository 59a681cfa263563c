import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import { dateSuggestions } from '../complete/dates.ts';

/**
 * What an editor most likely wants where a field says nothing: the time by the clock of the site for a date; for a
 * title the only heading of level 1, else the name of the file as `hugo new` makes a title of it.
 */
export function sensibleValue(
  field: string,
  article: Article,
  { page, now, site }: Facts,
): string | undefined {
  if (field === 'title') return headingOf(article) ?? nameOf(page.path);
  if (field !== 'date' || now === undefined) return undefined;
  return dateSuggestions(now, site?.config.timeZone)[0]?.text;
}

function headingOf({ text, body }: Article): string | undefined {
  const headings = [...text.slice(body.start).matchAll(/^# +([^\s#][^\r\n]*)$/gm)];
  const [, heading = ''] = headings.length === 1 ? (headings[0] ?? []) : [];
  const plain = heading.replace(/[ \t]+#+[ \t]*$/, '').trim();
  return plain === '' || /[*_`[\]<>\\{}]/.test(plain) ? undefined : plain;
}

/** `2025-02-13-first-light.md` → `first light`; the folder's name for a bundle. */
function nameOf(path: string): string | undefined {
  const [folder, file = ''] = path.split('/').slice(-2);
  const base = (file === '' ? (folder ?? '') : file)
    .replace(/\.\w+$/, '')
    .replace(/\.[a-z]{2}(?:-\w+)?$/i, '');
  const name = /^_?index$/.test(base) ? (folder ?? '') : base;
  const words = name
    .replace(/^\d{4}-\d\d-\d\d[-_]?/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}
