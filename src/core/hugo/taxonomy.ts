import type { SiteConfig } from './config-types.ts';
import { normalise } from './page-place.ts';
import { sluggedFolder } from './page-sections.ts';
import type { ContentPlace, Lists } from './page-types.ts';
import { pageDoes } from './page-versions.ts';
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

/** The page of a term of a taxonomy (hugolib/content_map_page_assembler.go). */
export function termPage(
  { plural, term, language, hugo, lists = NO_LISTS }: TermInput,
  config: SiteConfig,
): TermPage {
  const settings = settingsFor(config, language);
  // From 0.123 on spaces are hyphens before the rest is taken out: `Go & Co` → `go--co`.
  const path = pageDoes(hugo, 'normalisedPaths') ? term.replaceAll(' ', '-') : term;
  const key = sanitizePath(path, settings.switches);
  const logicalPath = normalise(`/${plural}/${key}`);
  const place: ContentPlace = {
    kind: 'term',
    bundle: 'branch',
    language,
    path: '',
    file: '',
    logicalPath,
    spelledPath: `/${plural}/${key}`,
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
      sections: [plural, key],
      sectionSlugs: [plural, key],
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
