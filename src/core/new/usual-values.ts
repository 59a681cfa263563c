import { entryOf, valueOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import type { EditValue } from '../edit/edit.ts';
import { FIELDS } from '../schema/annotations.ts';
import type { SchemaName } from '../schema/annotations.ts';

/** What a new article goes by where the site has no archetype. */
export interface Usual {
  readonly title: string;
  readonly date: EditValue;
  /** Top-level keys of the articles beside it. */
  readonly keysOf: Iterable<readonly string[]>;
  /** The latest of these articles. */
  readonly model: MapNode | undefined;
  readonly taxonomies: readonly string[];
  readonly schema: SchemaName;
}

/** Keys that say something about one page only. */
const INDIVIDUAL = new Set(
  'lastmod modified publishdate pubdate published expirydate unpublishdate slug url aliases linktitle weight translationkey cascade resources headless build _build sites sitemap path kind title date draft menu menus $schema'.split(
    ' ',
  ),
);

/**
 * Keys with values for a new article: those that most of the articles beside it have. Switches, lists of widgets and the
 * like are as in the latest of them, texts and terms are empty; what says something about one page only is left out.
 */
export function usualValues(usual: Usual): (readonly [key: string, value: EditValue])[] {
  const values: (readonly [string, EditValue])[] = [
    ['title', usual.title],
    ['date', usual.date],
  ];
  const keys = commonKeys(usual.keysOf);
  if (keys.some(key => key.toLowerCase() === 'draft')) values.push(['draft', true]);
  for (const key of keys) {
    const value = valueFor(key, usual);
    if (value !== undefined) values.push([key, value]);
  }
  return values;
}

function commonKeys(all: Usual['keysOf']): string[] {
  const counts = new Map<string, number>();
  let articles = 0;
  for (const keys of all) {
    articles++;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts).flatMap(([key, count]) => (count * 2 > articles ? [key] : []));
}

function valueFor(key: string, { model, taxonomies, schema }: Usual): EditValue | undefined {
  const name = key.toLowerCase();
  if (INDIVIDUAL.has(name)) return undefined;
  const node = model && entryOf(model, key)?.value;
  if (!node) return undefined;
  if (taxonomies.includes(name)) return node.kind === 'list' ? [] : undefined;
  const field = FIELDS[schema].get(name);
  const isHouse = field?.annotation.values !== undefined && field.annotation.values !== 'images';
  const isChoice =
    isHouse || field?.enum !== undefined || field?.annotation.expects === 'texts' || ASIDE.has(name);
  return isChoice ? valueOf(node) : emptyLike(node);
}

/** Fields whose values are the house's, not the article's, though nobody lists them. */
const ASIDE = new Set(['sidebar', 'post_meta', 'type', 'markup', 'iscjklanguage', 'author', 'authors']);

function emptyLike(node: Node): EditValue | undefined {
  switch (node.kind) {
    case 'boolean':
      return node.value;
    case 'string':
      return '';
    case 'list':
      return [];
    default:
      return undefined;
  }
}
