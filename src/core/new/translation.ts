import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import { applyEdits, insertEntry, removeEntry, setValue } from '../edit/edit.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import type { SiteIndex } from '../index/site-index.ts';
import { languageInName, placeForLanguage } from './place.ts';

/** A language that an article can be in, with the path of its counterpart in it. */
export interface Counterpart {
  readonly language: string;
  /** As editors call it; empty if the configuration has no name. */
  readonly name: string;
  /** From the root of the site. */
  readonly path: string;
}

/**
 * The counterparts of an article in the other languages of the site, as Hugo pairs files: by a folder for each language
 * or by the language in the file's name. None where it lies outside of the content of its language.
 *
 * @param language of the article
 */
export function counterpartsOf(
  path: string,
  language: string,
  { config, index }: { readonly config: SiteConfig; readonly index: SiteIndex },
): Counterpart[] {
  const here = placeForLanguage(config, language, index);
  if (!path.startsWith(`${here.folder}/`)) return [];
  const below = path.slice(here.folder.length + 1);
  const inName = languageInName(below, [language]);
  const extension = /\.[^./]+$/.exec(below)?.[0] ?? '';
  const base = below.slice(0, -(extension.length + (inName === undefined ? 0 : inName.length + 1)));
  return config.languages.flatMap(({ code, name, disabled }) => {
    if (disabled || code === language) return [];
    const { folder, suffix } = placeForLanguage(config, code, index);
    return [{ language: code, name, path: `${folder}/${base}${suffix}${extension}` }];
  });
}

/** Texts that a reader sees, and that have to be translated. */
const TO_TRANSLATE = [
  'title',
  'linktitle',
  'summary',
  'description',
  'lead',
  'keywords',
  'categories',
  'tags',
];

/** Addresses of this article alone: another page that has them, too, takes them away. */
const OWN = ['aliases', 'url'];

/**
 * The text of a counterpart: the article as a draft, without its own addresses, with a comment above each key whose text
 * is to be translated. JSON has no comments and gets none.
 *
 * @param mark the comment's words, without `#`
 * @returns `undefined` if the front matter is broken: nothing could be said of the copy, not even that it is a draft
 */
export function translationOf(source: Article, mark: string): string | undefined {
  let article = source;
  const step = (edits: ReturnType<typeof setValue>): void => {
    if (edits) article = parseArticle(applyEdits(article.text, edits));
  };
  if (source.faults.length > 0 || (source.fences && !source.tree)) return undefined;
  for (const key of OWN) {
    const written = article.tree && entryOf(article.tree, key)?.key.value;
    if (written !== undefined) step(removeEntry(article, [written]));
  }
  const draft = article.tree && entryOf(article.tree, 'draft')?.key.value;
  step(source.fences ? setValue(article, [draft ?? 'draft'], true) : insertEntry(article, ['draft'], true));
  return marked(article, mark);
}

function marked({ text, tree, fences }: Article, mark: string): string {
  if (!tree || fences?.format === 'json') return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const starts = TO_TRANSLATE.flatMap(key => {
    const entry = entryOf(tree, key);
    if (!entry || isEmpty(entry.value)) return [];
    const { start } = entry.key.range;
    return start === 0 || /[\r\n]/.test(text[start - 1] ?? '') ? [start] : [];
  });
  const edits = starts.map(start => ({ range: { start, end: start }, newText: `# ${mark}${lineEnd}` }));
  return applyEdits(text, edits);
}

const isEmpty = (node: NonNullable<Article['tree']>['entries'][number]['value']): boolean =>
  node.kind === 'null' ||
  (node.kind === 'string' && node.value === '') ||
  (node.kind === 'list' && node.items.length === 0);
