import type { Value, ValueMap } from '../article/tree.ts';
import { flagOf, isMap, textOf, textsOf } from './config-value.ts';
import type { Page, PageKind } from './page-types.ts';
import { doesNow } from './behaviour.ts';
import type { HugoVersion } from './version.ts';

/** Hugo's own fields of the front matter in effect (hugolib/page__meta.go). Keys are lower case. */
export type Fields = Pick<Page, 'title' | 'slug' | 'url' | 'draft' | 'headless' | 'render' | 'list'>;

export function fieldsOf(
  map: ValueMap,
  kind: PageKind,
  isLeaf: boolean,
  hugo: HugoVersion | undefined,
): Fields {
  const text = (key: string): string => textOf(map[key]) ?? '';
  const isNew = doesNow(hugo, 'normalisedPaths');
  const headless = flag(map['headless']) ?? false;
  // Once a thing of leaf bundles.
  const hides = headless && (isNew || (isLeaf && kind === 'page'));
  const build = map['_build'] ?? (isNew ? map['build'] : undefined);
  const options = isMap(build) ? build : {};
  return {
    title: text('title'),
    slug: text('slug').replace(/^-+|-+$/g, ''),
    url: text('url'),
    draft: flag(map['draft']) ?? !(flag(map['published']) ?? true),
    headless,
    render: hides ? 'never' : option(options['render'], ['always', 'never', 'link']),
    list: hides ? 'never' : option(options['list'], ['always', 'never', 'local']),
  };
}

/** What is no switch is off; `published` may be a date, which says nothing. */
function flag(value: Value | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && /^(?:yes|on)$/.test(value) ? false : flagOf(value);
}

function option<T extends string>(value: Value | undefined, known: readonly [T, T, T]): T {
  const [always, never] = known;
  if (value === false || value === 0) return never;
  const text = textOf(value);
  if (text === '0') return never;
  return known.find(name => name === text) ?? always;
}

export const aliasesOf = (map: ValueMap): readonly string[] => {
  const given = map['aliases'];
  return typeof given === 'string' ? given.split(/\s+/).filter(Boolean) : (textsOf(given) ?? []);
};
