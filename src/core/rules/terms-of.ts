import type { Article } from '../article/article.ts';
import type { StringNode } from '../article/tree.ts';
import { entryOf } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import type { Path } from '../edit/edit.ts';
import { termKey } from '../hugo/taxonomy.ts';
import type { TermUse } from '../terms/term-index.ts';

/** A text that an article has as a term. */
export interface ArticleTerm {
  /** The taxonomy's key in the front matter, lower case. */
  readonly taxonomy: string;
  readonly text: string;
  readonly node: StringNode;
  /** The value: the taxonomy's key as written, and in a list the index. */
  readonly path: Path;
}

/** The taxonomies of a site that says nothing of them. */
export const USUAL = ['categories', 'tags'];

/**
 * The terms of an article in the order of the taxonomies. One text in place of a list is one term, but where Mainroad
 * reads it: there it breaks the build, and nothing else is worth saying.
 */
export function termsOf({ tree }: Pick<Article, 'tree'>, { site }: Pick<Facts, 'site'>): ArticleTerm[] {
  const terms: ArticleTerm[] = [];
  for (const taxonomy of site?.taxonomies ?? USUAL) {
    const entry = tree && entryOf(tree, taxonomy);
    if (!entry) continue;
    const { key, value } = entry;
    if (value.kind === 'string' && site?.isMainroad && USUAL.includes(taxonomy)) continue;
    const nodes = value.kind === 'list' ? value.items : [value];
    for (const [index, node] of nodes.entries()) {
      if (node.kind !== 'string' || node.value === '') continue;
      const path = value.kind === 'list' ? [key.value, index] : [key.value];
      terms.push({ taxonomy, text: node.value, node, path });
    }
  }
  return terms;
}

/** Without spaces at the ends, and with one where there are several. */
export const tidy = (term: string): string =>
  term.includes(' ') ? term.trim().replace(/ {2,}/g, ' ') : term.trim();

/** Such a term is its own key and its own address, whatever the settings: most terms are. */
export const isPlainTerm = (term: string): boolean => /^[a-z\d\u4e00-\u9fff]+$/.test(term);

/** See `termKey`; outside a site, terms that differ in case share a page. */
export function keyOf(term: string, { site, made, hugo }: Facts): string {
  if (isPlainTerm(term)) return term;
  if (!site) return term.toLowerCase();
  return termKey({ term, language: made?.language ?? site.config.defaultContentLanguage, hugo }, site.config);
}

/** How the site spells a term; nothing where that is not known. */
export const spellingsOf = (
  { taxonomy }: Pick<ArticleTerm, 'taxonomy'>,
  text: string,
  { others }: Facts,
): readonly TermUse[] => {
  const found = others?.spellings[taxonomy];
  return found && Object.hasOwn(found, text) ? (found[text] ?? []) : [];
};

/** Whether the site's vocabulary has a term as it is written. */
export const isInVocabulary = ({ taxonomy, text }: ArticleTerm, { settings }: Facts): boolean =>
  settings?.vocabularies[taxonomy]?.terms.includes(text) ?? false;
