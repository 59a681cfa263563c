import type { Article } from '../article/article.ts';
import { entryOf, valueOf } from '../article/tree.ts';
import type { Entry, MapNode } from '../article/tree.ts';
import { nearestAmong } from '../check/near.ts';
import type { Facts } from '../check/facts.ts';
import { inTurn, insertEntry, removeEntry } from '../edit/edit.ts';
import { fix, offered, toRemove, toRename } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { schemaFor } from '../schema/choose.ts';
import { validate } from '../schema/validate.ts';
import { fieldSwitch } from './field-switch.ts';
import { fieldType } from './field-type.ts';
import { fieldValue } from './field-value.ts';
import type { Context, Finding, Rule } from './rule.ts';
import { sidebarValue } from './sidebar-value.ts';
import { thumbnailAddress } from './thumbnail-address.ts';
import { widgetUnknown } from './widget-unknown.ts';

/**
 * Keys inside `params`. Since 0.123 Hugo lifts them: they are parameters of the page as if they stood at the top, and
 * win over those that do; before, templates find a parameter `params` with a map in it.
 */
export const paramsLifted: Rule = {
  id: 'params-lifted',
  scope: 'head',
  reads: ['hugo', 'page', 'widgets', 'config'],
  severity: 'warning',
  *check(context) {
    const { article, facts } = context;
    const { tree } = article;
    const params = tree && entryOf(tree, 'params');
    if (!tree || params?.value.kind !== 'map' || schemaFor(article, facts) !== 'article') return;
    const places = { article, tree, params, map: params.value };
    const told = new Set<Entry>();
    for (const entry of params.value.entries) {
      const finding = judge(places, entry, facts);
      if (!finding) continue;
      told.add(entry);
      yield finding;
    }
    if (does(facts.hugo, 'paramsMap')) yield* withinParams(context, places, told);
  },
};

interface Places {
  readonly article: Article;
  readonly tree: MapNode;
  readonly params: Entry;
  readonly map: MapNode;
}

/** What Mainroad asks the page's parameters for. */
const THEME = [
  ...[
    'lead',
    'thumbnail',
    'comments',
    'authorbox',
    'pager',
    'toc',
    'mathjax',
    'sidebar',
    'widgets',
    'post_meta',
  ],
  ...['tags', 'categories'],
];

/** What Hugo reads at the top only, and shows or obeys. */
const HUGO = new Set([
  ...['draft', 'summary', 'description', 'slug', 'url', 'aliases', 'publishdate', 'expirydate', 'lastmod'],
  ...['weight', 'menu', 'menus', 'tags', 'categories'],
]);

function judge(places: Places, entry: Entry, facts: Facts): Finding | undefined {
  const { article, tree, params } = places;
  const { key, value } = entry;
  const name = key.value.toLowerCase();
  const path = [params.key.value, key.value];
  const outer = entryOf(tree, name);
  const lifts = does(facts.hugo, 'paramsMap');
  const range = key.range;
  if (outer) {
    const isSame = JSON.stringify(valueOf(outer.value)) === JSON.stringify(valueOf(value));
    if (isSame || !lifts || !THEME.includes(name)) return undefined;
    const fixes = () => [
      ...offered(toRemove(article, path)),
      ...offered(toRemove(article, [outer.key.value])),
    ];
    return { message: message('params-lifted.both', { key: key.value }), range, fixes };
  }
  // A draft and an article that is out of date are no better verdict than the key in the wrong place.
  const isSure = !/^(?:draft|publishdate|expirydate)$/.test(name);
  const fixes = () => (isSure ? lifted(places, entry) : offered(lifted(places, entry)));
  if (HUGO.has(name)) return { message: message('params-lifted.hugo', { key: key.value }), range, fixes };
  if (THEME.includes(name)) {
    const isRead = facts.hugo !== undefined && lifts;
    return isRead ? undefined : { message: message('params-lifted.old', { key: key.value }), range, fixes };
  }
  const missing = THEME.filter(known => !entryOf(tree, known) && !entryOf(places.map, known));
  const near = nearestAmong(missing)(key.value);
  if (near === undefined) return undefined;
  const text = message('key-near-miss', { key: key.value, meant: near });
  return { message: text, range, fixes: toRename(article, path, near) };
}

/** The key moves to the top. */
function lifted({ article, params, map }: Places, { key, value }: Entry): readonly Fix[] {
  const from = map.entries.length === 1 ? [params.key.value] : [params.key.value, key.value];
  const edits = inTurn(article, [
    now => removeEntry(now, from),
    now => insertEntry(now, [key.value], valueOf(value)),
  ]);
  return fix(message('fix.lift', { key: key.value }), edits);
}

/** Values are judged as they are at the top. Ways to mend them would look for them there, so there are none. */
function* withinParams(context: Context, { map }: Places, told: ReadonlySet<Entry>): Generator<Finding> {
  const entries = map.entries.filter(({ key }) => THEME.includes(key.value.toLowerCase()));
  if (entries.length === 0) return;
  const tree: MapNode = { ...map, entries };
  const schema = validate(tree, 'article').filter(({ kind }) => kind !== 'missing');
  const inner: Context = { ...context, article: { ...context.article, tree }, schema };
  for (const rule of [fieldType, fieldSwitch, fieldValue, sidebarValue, widgetUnknown, thumbnailAddress]) {
    for (const { severity = rule.severity, message: text, range } of rule.check(inner)) {
      const isTold = [...told].some(
        ({ value }) => value.range.start <= range.start && value.range.end >= range.end,
      );
      if (!isTold || severity === 'error') yield { severity, message: text, range };
    }
  }
}
