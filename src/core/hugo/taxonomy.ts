import type { SiteConfig } from './config-types.ts';
import { normalise } from './page-place.ts';
import { sluggedFolder } from './page-sections.ts';
import type { ContentPlace, Lists } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import { permalink, relPermalink } from './url-base.ts';
import { pageLink, settingsFor } from './url-page.ts';
import { sanitizePath } from './url-path.ts';
import type { HugoVersion } from './version.ts';

const NO_LISTS: Lists = new Map();

/** Where a term's page is, if the term has no `_index` file that says otherwise. */
export interface TermPage {
  /** Terms with the same key share a page: `人工 智能`, `人工-智能`. */
  readonly key: string;
  /** `/tags/人工-智能`. */
  readonly logicalPath: string;
  readonly relPermalink: string;
  readonly permalink: string;
}

export interface TermInput {
  readonly plural: string;
  readonly term: string;
  readonly language: string;
  readonly hugo?: HugoVersion | undefined;
  /** For the slug of the taxonomy's own page. */
  readonly lists?: Lists;
}

/**
 * Terms with the same key share a page; empty: the term has none. Since 0.123 each space becomes a hyphen before signs
 * are taken out: `g & h` → `g--h`, before it `g-h`.
 */
export function termKey({ term, language, hugo }: Omit<TermInput, 'plural'>, config: SiteConfig): string {
  const { switches } = settingsFor(config, language);
  if (!doesNow(hugo, 'normalisedPaths')) return sanitizePath(term, switches);
  return sanitizePath(`/${normalise(term)}`, switches).slice(1);
}

/** The page of a term of a taxonomy (hugolib/content_map_page_assembler.go). */
export function termPage(
  { plural, term, language, hugo, lists = NO_LISTS }: TermInput,
  config: SiteConfig,
): TermPage {
  const settings = settingsFor(config, language);
  const key = termKey({ term, language, hugo }, config);
  const logicalPath = normalise(`/${plural}/${key}`);
  // With `disablePathToLower` the address is made of the term, not of its key.
  const spelled = settings.switches.disablePathToLower ? sanitizePath(term, settings.switches) : key;
  const place: ContentPlace = {
    kind: 'term',
    bundle: 'branch',
    language,
    path: '',
    file: '',
    logicalPath,
    spelledPath: `/${plural}/${spelled}`,
    baseName: '_index',
    section: normalise(plural),
    spelledSection: plural,
    isMarkdown: true,
  };
  const link = pageLink(
    {
      place,
      title: term,
      slug: '',
      date: undefined,
      sluggedFolder: sluggedFolder(place, lists, settings.switches.disablePathToLower),
      sections: [plural, spelled],
      sectionSlugs: [plural, spelled],
      settings,
      environment: config.environment,
      hugo,
    },
    '',
    config,
  );
  return {
    key,
    logicalPath,
    relPermalink: relPermalink(link, settings),
    permalink: permalink(link, settings),
  };
}
