import { textsOf } from '../../hugo/config-value.ts';
import { listKey } from '../../hugo/page-cascade.ts';
import { pageOf } from '../../hugo/page.ts';
import { normalise } from '../../hugo/page-place.ts';
import { doesNow } from '../../hugo/behaviour.ts';
import type { Lists } from '../../hugo/page-types.ts';
import type { SiteConfig } from '../../hugo/config-types.ts';
import { termPage } from '../../hugo/taxonomy.ts';
import type { TermInput } from '../../hugo/taxonomy.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import { remember } from '../../remember.ts';
import type { TermLink } from '../input.ts';
import { listTitle } from './list-title.ts';
import type { Member } from './members.ts';
import { compareTexts } from './order.ts';
import type { Site } from './site-articles.ts';

interface Found {
  readonly key: string;
  readonly link: TermLink;
}

/** The terms of a taxonomy with the number of pages that have them, by key; terms that Hugo writes alike are one. */
export function termsOf(
  plural: string,
  members: readonly Member[],
  site: Site,
): ReadonlyMap<string, TermLink> {
  const known = new Map<string, Found>();
  const counts = new Map<string, number>();
  const spelled = new Map<string, { readonly path: string; readonly found: Found }>();
  for (const { place, article } of members) {
    const keys = new Set<string>();
    for (const term of article.terms[plural.toLowerCase()] ?? []) {
      const found = remember(known, term, () => termOf(plural, term, site));
      if (found.key === '' || keys.has(found.key)) continue;
      keys.add(found.key);
      counts.set(found.key, (counts.get(found.key) ?? 0) + 1);
      // Which spelling counts is chance in new versions; before, that of the page with the last path.
      const other = spelled.get(found.key);
      if (!other || place.logicalPath > other.path)
        spelled.set(found.key, { path: place.logicalPath, found });
    }
  }
  return new Map(
    [...spelled]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([key, { found }]) => [key, { ...found.link, count: counts.get(key) ?? 0 }]),
  );
}

function termOf(plural: string, term: string, { page, config, hugo, lists, context }: Site): Found {
  const { language } = page;
  const { key, link, logicalPath } = termPageOf({ plural, term, language, hugo, lists }, config);
  const list = lists.get(listKey(language, logicalPath));
  const own = list && pageOf(list.path, list.frontMatter, config, context);
  if (!own || !('page' in own)) return { key, link };
  const { title, relPermalink } = own.page;
  return { key, link: { title: title === '' ? link.title : title, url: relPermalink, count: 0 } };
}

interface FoundPage extends Found {
  readonly logicalPath: string;
}

/** Thousands of terms are the same from one key to the next. By language, version, taxonomy and term. */
const pages = new WeakMap<SiteConfig, Map<string, FoundPage>>();

/** The page of a term, apart from what a file of its own says. */
function termPageOf(input: TermInput & { readonly lists: Lists }, config: SiteConfig): FoundPage {
  const { plural, term, language, hugo, lists } = input;
  const known = pages.get(config) ?? new Map<string, FoundPage>();
  pages.set(config, known);
  const make = (): FoundPage => {
    const made = termPage(input, config);
    // Since 0.123 terms are kept by their path, before what may not stand in a URL is taken out of it.
    const key = made.key !== '' && doesNow(hugo, 'normalisedPaths') ? normalise(term) : made.key;
    const title = listTitle(term, settingsFor(config, language).switches, hugo);
    return { key, link: { title, url: made.relPermalink, count: 0 }, logicalPath: made.logicalPath };
  };
  // The taxonomy's own page can have a slug.
  if (lists.has(listKey(language, normalise(`/${plural}`)))) return make();
  return remember(known, [language, hugo, plural, term].join(':'), make);
}

/** The term pages of the categories that an article shows, its own or the site's. */
export function categoriesOf(
  terms: ReadonlyMap<string, TermLink>,
  site: Site,
): readonly (TermLink | undefined)[] {
  const { page, config } = site;
  const named = page.effective['categories'] ?? settingsFor(config, page.language).params['categories'];
  return (textsOf(named) ?? []).map(term => terms.get(termOf('categories', term, site).key));
}
