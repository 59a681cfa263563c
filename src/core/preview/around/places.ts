import type { ValueMap } from '../../article/tree.ts';
import type { SiteConfig } from '../../hugo/config-types.ts';
import { placeOf } from '../../hugo/page-place.ts';
import type { ContentPlace } from '../../hugo/page-types.ts';
import type { HugoVersion } from '../../hugo/version.ts';
import type { ArticleFacts } from '../../index/article-facts.ts';

/** The place of a path depends on nothing but configuration and version: found once. */
const places = new WeakMap<SiteConfig, Map<string, ContentPlace | undefined>>();

export function knownPlace(
  path: string,
  config: SiteConfig,
  hugo: HugoVersion | undefined,
): ContentPlace | undefined {
  const known = places.get(config) ?? new Map<string, ContentPlace | undefined>();
  places.set(config, known);
  const key = `${String(hugo)}:${path}`;
  if (!known.has(key)) {
    const found = placeOf(path, config, hugo);
    known.set(key, 'place' in found ? found.place : undefined);
  }
  return known.get(key);
}

/** As much of the front matter as decides where the page is. */
export function frontMatterOf({
  title,
  dateText,
  routing,
}: Pick<ArticleFacts, 'title' | 'dateText' | 'routing'>): ValueMap {
  return {
    ...routing,
    ...(title !== undefined && { title }),
    ...(dateText !== undefined && { date: dateText }),
  };
}
