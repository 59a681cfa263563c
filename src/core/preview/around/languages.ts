import { pageOf } from '../../hugo/page.ts';
import { languagePrefix, settingsFor } from '../../hugo/url-page.ts';
import { relUrl } from '../address.ts';
import type { LanguageLink } from '../input.ts';
import { frontMatterOf, knownPlace } from './places.ts';
import type { Site } from './site-articles.ts';

/** The other languages of an article: files of the same name (hugolib/page__translations.go). */
export function translationsOf({ page, config, hugo, articles, context }: Site): readonly LanguageLink[] {
  const enabled = config.languages.filter(({ disabled }) => !disabled);
  if (enabled.length < 2) return [];
  const links = new Map<string, LanguageLink>();
  for (const [path, article] of articles.entries()) {
    const place = knownPlace(path, config, hugo);
    if (place?.logicalPath !== page.logicalPath || place.language === page.language) continue;
    const { language } = place;
    const other = pageOf(path, frontMatterOf(article), config, context);
    if (!('page' in other)) continue;
    links.set(language, { code: language, name: '', url: other.page.relPermalink });
  }
  return enabled.flatMap(({ code }) => links.get(code) ?? []);
}

/** The home page of each language. */
export function homesOf({ config, hugo }: Site): readonly LanguageLink[] {
  return config.languages
    .filter(({ disabled }) => !disabled)
    .map(({ code, name }) => {
      const settings = settingsFor(config, code);
      const prefix = languagePrefix(config, code, hugo);
      return { code, name, url: relUrl('', { settings, hugo, prefix }) };
    });
}
