import { languagePrefix } from '../hugo/url-page.ts';
import { urlize } from '../hugo/url-path.ts';
import { relUrl } from './address.ts';
import type { SitePageInput } from './input.ts';
import { settingsOf } from './params.ts';

/** `relLangURL` of a path of the site. */
export function langUrl(input: SitePageInput, path: string): string {
  const { page, config, hugo } = input;
  const prefix = languagePrefix(config, page.language, hugo);
  return relUrl(path, { settings: settingsOf(input), hugo, prefix });
}

/** Where Mainroad's tags under an article lead (partials/post_tags.html); it need not be where the term's page is. */
export const tagUrl = (input: SitePageInput, tag: string): string =>
  `${langUrl(input, 'tags/')}${urlize(tag, settingsOf(input).switches)}/`;
