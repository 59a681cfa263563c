import type { Article } from '../article/article.ts';
import { toWrite } from '../fix/fix.ts';
import type { Fix } from '../problem.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry, MapNode, Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { message } from '../messages.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A menu with entries of its own: a map of menus, each with a map of settings or nothing
 * (Hugo navigation/pagemenus.go, PageMenusFromPage). Anything else breaks the build.
 */
export const menuEntry: Rule = {
  id: 'menu-entry',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const { tree } = article;
    const menu = tree && (entryOf(tree, 'menus') ?? entryOf(tree, 'menu'));
    if (menu?.value.kind === 'list') {
      for (const item of menu.value.items.filter(isCollection))
        yield {
          severity: does(facts.hugo, 'textListsAreChecked') ? 'error' : 'warning',
          message: message('menu-entry.list'),
          range: item.range,
        };
    }
    if (menu?.value.kind !== 'map') return;
    for (const entry of menu.value.entries)
      for (const finding of inMenu(entry, facts.hugo))
        yield { ...finding, fixes: finding.fixes ?? named(article, menu, entry) };
  },
};

/** A text in place of settings is the entry's name. */
function named(article: Article, menu: Entry, { key, value }: Entry): readonly Fix[] {
  if (value.kind !== 'string') return [];
  const name = value.value.trim();
  return toWrite(article, [menu.key.value, key.value], name === '' ? null : new Map([['name', name]]));
}

const isCollection = ({ kind }: Node): boolean => kind === 'list' || kind === 'map';

function* inMenu({ key, value }: Entry, hugo: HugoVersion | undefined): Generator<Finding> {
  if (value.kind === 'map') yield* settings(value, hugo);
  else if (value.kind !== 'null')
    yield { message: message('menu-entry.map', { menu: key.value }), range: value.range };
}

function* settings(map: MapNode, hugo: HugoVersion | undefined): Generator<Finding> {
  for (const { key, value } of map.entries) {
    const expects = expected(key.value.toLowerCase(), value);
    const args = { key: key.value };
    if (!expects) continue;
    const severity = expects === 'params' || does(hugo, 'menuWeightIsChecked') ? 'error' : 'warning';
    yield { severity, message: message(`menu-entry.${expects}`, args), range: value.range };
  }
}

/** Settings of an entry that are texts (Hugo navigation/menu.go, MenuConfig). */
const TEXTS = new Set(['identifier', 'name', 'title', 'url', 'pageref', 'parent', 'pre', 'post']);

function expected(key: string, value: Node): 'weight' | 'text' | 'params' | undefined {
  if (key === 'weight') {
    const isNumber =
      value.kind !== 'string' || /^\s*$|^[-+]?(?:\d[\d_]*|0[xXoObB][\da-fA-F_]+)$/.test(value.value);
    return isCollection(value) || !isNumber ? 'weight' : undefined;
  }
  if (TEXTS.has(key)) return isCollection(value) && !isEmpty(value) ? 'text' : undefined;
  if (key === 'params')
    return value.kind === 'map' || value.kind === 'null' || value.kind === 'list' ? undefined : 'params';
  return undefined;
}

const isEmpty = (node: Node): boolean => node.kind === 'list' && node.items.length === 0;
