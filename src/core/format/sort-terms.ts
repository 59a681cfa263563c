import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { ListNode } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { inTurn, removeItem, reorderItems } from '../edit/edit.ts';
import type { TextEdit } from '../problem.ts';
import { keyOf, tidy, USUAL } from '../rules/terms-of.ts';

/** Edits of all term lists, and the keys of those that could not be sorted. */
export interface SortedTerms {
  readonly edits: readonly TextEdit[];
  readonly declined: readonly string[];
}

/**
 * Sorts the terms of each taxonomy as a dictionary of the article's language does (Chinese by pinyin), and takes out
 * terms that share a page with one before them. Comments move and go with their terms.
 */
export function sortTerms(article: Article, facts: Facts): SortedTerms {
  const { tree } = article;
  if (!tree) return { edits: [], declined: [] };
  const edits: TextEdit[] = [];
  const declined: string[] = [];
  for (const taxonomy of facts.site?.taxonomies ?? USUAL) {
    const entry = entryOf(tree, taxonomy);
    if (entry?.value.kind !== 'list') continue;
    const some = sortList(article, entry.key.value, entry.value, facts);
    if (some) edits.push(...some);
    else declined.push(entry.key.value);
  }
  return { edits, declined };
}

function sortList(
  article: Article,
  key: string,
  { items }: ListNode,
  facts: Facts,
): readonly TextEdit[] | undefined {
  const texts = items.flatMap(item =>
    item.kind === 'string' || item.kind === 'number' ? [String(item.value)] : [],
  );
  if (texts.length < items.length) return undefined;
  const pages = texts.map(text => keyOf(tidy(text), facts) || text);
  const twice = pages.flatMap((page, index) => (pages.indexOf(page) < index ? [index] : []));
  const kept = texts.filter((_, index) => !twice.includes(index));
  const { compare } = collatorFor(facts);
  const permutation = kept
    .map((_, index) => index)
    .toSorted((a, b) => compare(kept[a] ?? '', kept[b] ?? '') || a - b);
  return inTurn(article, [
    ...twice.toReversed().map(index => (now: Article) => removeItem(now, [key], index)),
    now => reorderItems(now, [key], permutation),
  ]);
}

function collatorFor({ site, made }: Facts): Intl.Collator {
  const language = made?.language ?? site?.config.defaultContentLanguage ?? 'zh';
  const [known] = supported(language);
  return new Intl.Collator(known?.startsWith('zh') ? 'zh-u-co-pinyin' : known, { numeric: true });
}

/** The codes of a site need be no languages that anybody knows. */
function supported(language: string): readonly string[] {
  try {
    return Intl.Collator.supportedLocalesOf(language);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
