import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry, MapNode } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { nearestAmong } from '../check/near.ts';
import type { Path } from '../edit/edit.ts';
import { inTurn, renameKey, toList } from '../edit/edit.ts';
import { fix, toRename, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Expects } from '../schema/annotations.ts';
import { hasInvisibleSign } from './invisible-sign.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A key that is nearly one that Hugo or the theme reads. Unknown keys are parameters of the site and none of our
 * business; so only near misses of keys that the article lacks are told.
 */
export const keyNearMiss: Rule = {
  id: 'key-near-miss',
  scope: 'head',
  reads: ['page'],
  severity: 'warning',
  *check({ article, facts }) {
    for (const near of nearMisses(article, facts)) {
      const { entry, meant } = near;
      if (hasInvisibleSign(article, entry.key.range)) continue;
      const text = message('key-near-miss', { key: entry.key.value, meant });
      const isOwn = SINGULARS.includes(entry.key.value.toLowerCase()) && facts.site?.isMainroad === false;
      yield {
        severity: isOwn ? 'info' : 'warning',
        message: text,
        range: entry.key.range,
        fixes: renameFix(article, near),
      };
    }
    yield* withinMaps(article);
  },
};

/** The keys that maps of fields have (Mainroad post_thumbnail.html; Hugo navigation/menu.go, pagemeta.go, config/sitemap.go). */
const INNER: ReadonlyMap<string, readonly string[]> = new Map([
  ['thumbnail', ['src', 'visibility']],
  ['build', ['render', 'list', 'publishResources']],
  ['sitemap', ['changefreq', 'priority', 'filename', 'disable']],
]);
const MENU = ['identifier', 'name', 'title', 'weight', 'parent', 'pre', 'post', 'url', 'pageRef', 'params'];

function* withinMaps(article: Article): Generator<Finding> {
  for (const { key, value } of article.tree?.entries ?? []) {
    if (value.kind !== 'map') continue;
    const name = key.value.toLowerCase();
    const inner = INNER.get(name);
    if (inner) yield* inMap(article, value, { path: [key.value], known: inner });
    if (name !== 'menu' && name !== 'menus') continue;
    for (const menu of value.entries)
      if (menu.value.kind === 'map')
        yield* inMap(article, menu.value, { path: [key.value, menu.key.value], known: MENU });
  }
}

function* inMap(
  article: Article,
  map: MapNode,
  { path, known }: { readonly path: Path; readonly known: readonly string[] },
): Generator<Finding> {
  const near = nearestAmong(known.filter(name => !entryOf(map, name)));
  for (const { key } of map.entries) {
    if (known.some(name => name.toLowerCase() === key.value.toLowerCase())) continue;
    const meant = SLIPS.get(key.value.toLowerCase()) ?? near(key.value);
    if (meant === undefined || !known.includes(meant) || entryOf(map, meant)) continue;
    const text = message('key-near-miss', { key: key.value, meant });
    yield { message: text, range: key.range, fixes: toRename(article, [...path, key.value], meant) };
  }
}

/** Keys too short to be near to anything. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ['scr', 'src'],
  ['url', 'src'],
  ['image', 'src'],
]);

/** A key, and the one that is meant and not there. */
export interface NearMiss {
  readonly entry: Entry;
  readonly meant: string;
}

/** Misses of keys that the article lacks; `site` is a word of its own, and no miss of the rare `sites`. */
export function nearMisses(article: Article, facts: Facts): readonly NearMiss[] {
  const { tree } = article;
  if (!tree || tree.entries.length > MOST_KEYS) return [];
  const fields = FIELDS[schemaFor(article, facts)];
  const unknown = tree.entries.filter(({ key }) => !fields.has(key.value.toLowerCase()));
  if (unknown.length === 0) return [];
  const missing = [...fields.values()]
    .filter(({ name, annotation }) => annotation.aliasOf === undefined && name !== 'sites')
    .map(field => field.name)
    .filter(name => !entryOf(tree, name));
  const near = nearestAmong(missing);
  return unknown.flatMap(entry => {
    const meant = SYNONYMS.get(entry.key.value.trim().toLowerCase()) ?? near(entry.key.value);
    return meant !== undefined && missing.includes(meant) ? [{ entry, meant }] : [];
  });
}

/** Gives the key its right name, and makes a list of a single value where the field wants one. */
export function renameFix(article: Article, { entry: { key }, meant }: NearMiss): readonly Fix[] {
  if (!LISTS.includes(FIELDS.article.get(meant)?.annotation.expects ?? 'text'))
    return toRename(article, [key.value], meant);
  const rename = (now: Article) => renameKey(now, [key.value], meant);
  return fix(writing(meant), inTurn(article, [rename, now => toList(now, [meant])]));
}

/** Words of their own, which templates of other themes may read. */
const SINGULARS: readonly string[] = ['tag', 'category'];

const LISTS: readonly Expects[] = ['terms', 'texts', 'widgets'];

/** Front matter with more keys is data that a program wrote; slips of the finger are not looked for. */
const MOST_KEYS = 500;

/** What editors write for a key and Hugo does not read. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    tco: 'toc',
    alias: 'aliases',
    图片: 'thumbnail',
    配图: 'thumbnail',
    题图: 'thumbnail',
    封面图: 'thumbnail',
    导读: 'lead',
    引言: 'lead',
    tag: 'tags',
    category: 'categories',
    widget: 'widgets',
    标题: 'title',
    日期: 'date',
    发布日期: 'date',
    发布时间: 'date',
    时间: 'date',
    摘要: 'summary',
    简介: 'summary',
    描述: 'description',
    分类: 'categories',
    类别: 'categories',
    栏目: 'categories',
    标签: 'tags',
    关键词: 'keywords',
    菜单: 'menu',
    头图: 'thumbnail',
    封面: 'thumbnail',
    缩略图: 'thumbnail',
    导语: 'lead',
    评论: 'comments',
    目录: 'toc',
    侧栏: 'sidebar',
    侧边栏: 'sidebar',
    组件: 'widgets',
    小工具: 'widgets',
    草稿: 'draft',
  }),
);
