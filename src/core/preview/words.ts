import { WORDS } from './words-data.ts';

/** The words that Mainroad prints in a language, by their names in its `i18n` files. */
export type Words = Readonly<Record<WordName, string>>;

const NAMES = [
  'read_more',
  'menu_label',
  'sidemenu_title',
  'meta_lastmod',
  'meta_translations',
  'toc_title',
  'post_nav_prev',
  'post_nav_next',
  'authorbox_name',
  'sidebar_warning',
  'sidebar_recommendation',
  'search_placeholder',
  'languages_title',
  'categories_title',
  'recent_title',
  'social_title',
  'tags_title',
  'footer_credits',
] as const;

export type WordName = (typeof NAMES)[number];

/**
 * The words of a language, by the key that it has in the configuration; else those of the site's default language,
 * else empty ones, as Hugo prints them (langs/i18n/i18n.go): there is no file for `zh`, only for `zh-cn`.
 */
export function wordsOf(language: string, defaultLanguage: string): Words {
  return known(language) ?? known(defaultLanguage) ?? table([]);
}

const known = (language: string): Words | undefined => {
  const row = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  return row === undefined ? undefined : table(row.split('|'));
};

function table(row: readonly string[]): Words {
  const words = Object.fromEntries(NAMES.map((name, index) => [name, row[index] ?? '']));
  return words as Words;
}
