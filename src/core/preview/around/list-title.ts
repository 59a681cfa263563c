import type { Switches } from '../../hugo/config-types.ts';
import { pageDoes } from '../../hugo/page-versions.ts';
import type { HugoVersion } from '../../hugo/version.ts';

/** The title of a term's page (hugolib/page__meta.go): from 0.123 on with capital letters, unless the site says no. */
export function listTitle(
  term: string,
  { capitalizeListTitles }: Pick<Switches, 'capitalizeListTitles'>,
  hugo: HugoVersion | undefined,
): string {
  return capitalizeListTitles && pageDoes(hugo, 'termTitlesCapitalised') ? titleCase(term) : term;
}

/** Words that AP style leaves small inside of a title (github.com/jdkato/prose/transform). */
const SMALL = /^(?:a|and|as|at|but|by|en|for|if|in|of|on|or|the|to|v\.?|via|vs\.?)$/i;

/** Hugo's default `titleCaseStyle`, AP. */
function titleCase(text: string): string {
  const words = text.split(/(\s+)/);
  const isWord = (part: string): boolean => part.trim() !== '';
  const last = words.findLastIndex(isWord);
  const first = words.findIndex(isWord);
  return words
    .map((word, index) =>
      index !== first && index !== last && SMALL.test(word) ? word.toLowerCase() : capitalised(word),
    )
    .join('');
}

const capitalised = (word: string): string => word.replace(/\p{L}/u, letter => letter.toUpperCase());

/** The title of a section without an `_index` file that says one: `post` → `Posts`. */
export function sectionTitle(
  name: string,
  {
    capitalizeListTitles,
    pluralizeListTitles,
  }: Pick<Switches, 'capitalizeListTitles' | 'pluralizeListTitles'>,
): string {
  const plural = pluralizeListTitles ? pluralised(name) : name;
  return capitalizeListTitles ? titleCase(plural) : plural;
}

/** The regular English plural; names in other scripts stay. */
function pluralised(name: string): string {
  if (!/[a-z]$/i.test(name) || /s$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}
