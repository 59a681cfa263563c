import { textOf, textsOf } from '../../hugo/config-value.ts';
import { listKey } from '../../hugo/page-cascade.ts';
import { termPage } from '../../hugo/taxonomy.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { TermLink } from '../input.ts';
import { listTitle } from './list-title.ts';
import type { Member } from './members.ts';
import { compareTexts } from './order.ts';
import type { SurroundingsInput } from './site-articles.ts';

interface Found {
  readonly key: string;
  readonly link: TermLink;
}

/** The terms of a taxonomy with the number of pages that have them, by key; terms that Hugo writes alike are one. */
export function termsOf(
  plural: string,
  members: readonly Member[],
  input: SurroundingsInput,
): ReadonlyMap<string, TermLink> {
  const counts = new Map<string, number>();
  for (const { article } of members) {
    for (const term of article.terms[plural.toLowerCase()] ?? [])
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const found = new Map<string, TermLink>();
  for (const [term, count] of counts) {
    const { key, link } = termOf(plural, term, input);
    if (key === '') continue;
    const known = found.get(key);
    found.set(key, { ...(known ?? link), count: count + (known?.count ?? 0) });
  }
  return new Map([...found].sort(([a], [b]) => compareTexts(a, b)));
}

function termOf(plural: string, term: string, { page, config, hugo, lists }: SurroundingsInput): Found {
  const { language } = page;
  const { key, logicalPath, relPermalink } = termPage(
    { plural, term, language, hugo, ...(lists && { lists }) },
    config,
  );
  const own = textOf(lists?.get(listKey(language, logicalPath))?.frontMatter['title']) ?? '';
  const title = own === '' ? listTitle(term, settingsFor(config, language).switches, hugo) : own;
  return { key, link: { title, url: relPermalink, count: 0 } };
}

/** The term pages of the categories that an article shows, its own or the site's. */
export function categoriesOf(
  terms: ReadonlyMap<string, TermLink>,
  input: SurroundingsInput,
): readonly (TermLink | undefined)[] {
  const { page, config } = input;
  const named = page.effective['categories'] ?? settingsFor(config, page.language).params['categories'];
  return (textsOf(named) ?? []).map(term => terms.get(termOf('categories', term, input).key));
}
