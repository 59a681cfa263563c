import type { Article } from '../article/article.ts';
import type { Entry, MapNode, Node, Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { parseHugoDate } from '../hugo/date.ts';
import { effectiveValue } from '../hugo/page-cascade.ts';
import type { EffectiveValue } from '../hugo/page-types.ts';
import { settingsFor } from '../hugo/url-page.ts';
import { FIELDS } from '../schema/annotations.ts';
import type { Field, Schema } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';

/** What there is to say of the place under the pointer. Plain data; the host finds the words. */
export type Hover = { readonly range: Range } & (
  | { readonly kind: 'key'; readonly field: Schema; readonly elsewhere: EffectiveValue | undefined }
  | { readonly kind: 'term'; readonly taxonomy: string; readonly term: string }
  | { readonly kind: 'date'; readonly instant: number; readonly zone: string | undefined }
  | { readonly kind: 'widget'; readonly name: string }
);

/** The hover at an offset of the article, zero-based UTF-16; `undefined` where there is nothing to say. */
export function hoverAt(article: Article, offset: number, facts: Facts): Hover | undefined {
  const path = article.tree ? pathAt(article.tree, offset) : undefined;
  const [entry] = path ?? [];
  if (!path || !entry) return undefined;
  const field = FIELDS[schemaFor(article, facts)].get(entry.key.value.toLowerCase());
  if (path.length === 1 && isIn(entry.key.range, offset)) return field && keyHover(entry, field, facts);
  const leaf = leafAt(entry.value, offset);
  return leaf && valueHover(entry.key.value.toLowerCase(), leaf, { field, facts });
}

function valueHover(
  name: string,
  leaf: Node,
  { field, facts }: { field: Field | undefined; facts: Facts },
): Hover | undefined {
  const { range } = leaf;
  if (facts.site?.taxonomies.includes(name) && (leaf.kind === 'string' || leaf.kind === 'number'))
    return { kind: 'term', taxonomy: name, term: String(leaf.value), range };
  if (name === 'widgets' && leaf.kind === 'string') return { kind: 'widget', name: leaf.value, range };
  if (field?.annotation.expects === 'date' && (leaf.kind === 'string' || leaf.kind === 'date'))
    return dateHover(leaf.value, range, facts);
  return undefined;
}

/** What the site or a list says where this page says nothing, or otherwise. */
function keyHover({ key }: Entry, field: Schema, { made, site }: Facts): Hover {
  const others = made && { ...made, effective: withoutOwn(made, key.value.toLowerCase()) };
  const elsewhere = others && site && effectiveValue(key.value, others, site.config);
  return { kind: 'key', field, elsewhere, range: key.range };
}

type Made = NonNullable<Facts['made']>;

function withoutOwn({ effective, cascadedFrom }: Made, key: string): Made['effective'] {
  return Object.fromEntries(
    Object.entries(effective).filter(([name]) => name !== key || name in cascadedFrom),
  );
}

function dateHover(text: string, range: Range, { site, made }: Facts): Hover | undefined {
  const zone = site && (made ? settingsFor(site.config, made.language) : site.config).timeZone;
  const date = parseHugoDate(text, zone);
  return date && { kind: 'date', instant: date.instant, zone, range };
}

/** The entries around an offset, from the top. */
function pathAt(tree: MapNode, offset: number): Entry[] {
  const entry = tree.entries.find(({ range }) => isIn(range, offset));
  if (!entry) return [];
  return entry.value.kind === 'map' ? [entry, ...pathAt(entry.value, offset)] : [entry];
}

function leafAt(node: Node, offset: number): Node | undefined {
  if (node.kind === 'list') {
    const item = node.items.find(({ range }) => isIn(range, offset));
    return item && leafAt(item, offset);
  }
  return node.kind !== 'map' && isIn(node.range, offset) ? node : undefined;
}

const isIn = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;
