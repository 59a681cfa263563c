import type { ValueMap } from '../../article/tree.ts';
import type { SiteConfig } from '../../hugo/config-types.ts';
import { placeOf } from '../../hugo/page-place.ts';
import type { ContentPlace } from '../../hugo/page-types.ts';
import type { HugoVersion } from '../../hugo/version.ts';
import type { ArticleFacts } from '../../index/article-facts.ts';
import { remember } from '../../remember.ts';

/** The place of a path depends on nothing but configuration and version: found once. */
const places = new WeakMap<SiteConfig, Map<HugoVersion | undefined, Known>>();
type Known = Map<string, ContentPlace | undefined>;

export function knownPlace(
  path: string,
  config: SiteConfig,
  hugo: HugoVersion | undefined,
): ContentPlace | undefined {
  const versions = places.get(config) ?? new Map<HugoVersion | undefined, Known>();
  places.set(config, versions);
  const known = remember<HugoVersion | undefined, Known>(versions, hugo, () => new Map());
  const place = known.get(path);
  if (place || known.has(path)) return place;
  const found = placeOf(path, config, hugo);
  const made = 'place' in found ? found.place : undefined;
  known.set(path, made);
  return made;
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
