import type { Switches } from '../../hugo/config-types.ts';
import { doesNow } from '../../hugo/behaviour.ts';
import type { HugoVersion } from '../../hugo/version.ts';

/** The title of a term's page (hugolib/page__meta.go): from 0.123 on with capital letters, unless the site says no. */
export function listTitle(
  term: string,
  { capitalizeListTitles }: Pick<Switches, 'capitalizeListTitles'>,
  hugo: HugoVersion | undefined,
): string {
  return capitalizeListTitles && doesNow(hugo, 'termTitlesCapitalised') ? titleCase(term) : term;
}

/** Words that AP style leaves small inside of a title (github.com/jdkato/prose/transform). */
const SMALL = /^(?:an?|and|as|at|but|by|en|for|if|in|nor|of|on|or|per|the|to|via|vs?\.?)$/;

/** Hugo's default `titleCaseStyle`, AP: a capital for each word; hyphens and slashes part words. */
function titleCase(text: string): string {
  return text.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word: string, at: number) => {
    const [before, beforeThat, behind] = [
      text[at - 1] ?? '',
      text[at - 2] ?? '',
      text[at + word.length] ?? '',
    ];
    const isInside = /[ \-/]/.test(before) && behind !== '' && !/[:-]/.test(beforeThat);
    const small = word.toLowerCase();
    if (isInside && SMALL.test(small) && (behind !== '-' || before === '-')) return small;
    return capitalised(word);
  });
}

const capitalised = (word: string): string => {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
};

/** The title of a section without an `_index` file that says one: `post` → `Posts`. */
export function sectionTitle(
  name: string,
  {
    capitalizeListTitles,
    pluralizeListTitles,
  }: Pick<Switches, 'capitalizeListTitles' | 'pluralizeListTitles'>,
  hugo: HugoVersion | undefined,
): string {
  const plural = pluralizeListTitles ? pluralised(name) : name;
  // There was no switch before titles of terms were capitalised, too.
  return capitalizeListTitles || !doesNow(hugo, 'termTitlesCapitalised') ? titleCase(plural) : plural;
}

/** The regular English plural; names in other scripts stay. */
function pluralised(name: string): string {
  if (!/[a-z]$/i.test(name) || /s$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}
