import type { ValueMap } from '../article/tree.ts';
import type { FrontMatterDates } from './config-types.ts';
import { textsOf } from './config-value.ts';

/** Hugo's own order, and the other names of each key (resources/page/pagemeta/page_frontmatter.go). */
const DEFAULTS: FrontMatterDates = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
  publishDate: ['publishdate', 'date'],
  expiryDate: ['expirydate'],
};
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

/** `[frontmatter]` with `:default` and the other names of keys filled in. */
export function frontMatterDates(map: ValueMap): FrontMatterDates {
  const sources = (usual: readonly string[], key: string): readonly string[] => {
    const given = textsOf(map[key])?.map(name => name.toLowerCase()) ?? usual;
    const named = given.flatMap(name => (name === ':default' ? usual : [name]));
    return [...new Set(named.flatMap(name => [name, ...(ALIASES[name] ?? [])]))];
  };
  return {
    date: sources(DEFAULTS.date, 'date'),
    lastmod: sources(DEFAULTS.lastmod, 'lastmod'),
    publishDate: sources(DEFAULTS.publishDate, 'publishdate'),
    expiryDate: sources(DEFAULTS.expiryDate, 'expirydate'),
  };
}
