import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry, Range } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import type { Facts } from '../check/facts.ts';
import { renameKey, setValue } from '../edit/edit.ts';
import type { Path } from '../edit/edit.ts';
import { fix, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import { isOnStockPages } from './mainroad.ts';
import type { Finding, Rule } from './rule.ts';

/** A menu that the theme shows nowhere. Hugo makes it without a word; names differ by case. */
export const menuUnknown: Rule = {
  id: 'menu-unknown',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article, facts }) {
    const { tree } = article;
    const entries = ['menu', 'menus'].flatMap(key => (tree && entryOf(tree, key)) ?? []);
    const named = entries.flatMap(namesIn).filter(({ name }) => name !== '');
    if (named.length === 0 || !isOnStockPages(facts, 'menu.html', 'footer_links.html', 'header.html')) return;
    const known = [...SHOWN, ...Object.keys(settingsOf(facts)?.menus ?? {}), ...sectionMenu(facts)];
    for (const menu of named) {
      if (known.includes(menu.name)) continue;
      const near = nearest(menu.name.trim(), SHOWN) ?? SYNONYMS.get(menu.name.trim().toLowerCase());
      const parts = menu.name.split(/[,，、;；|\s]+/).filter(part => part !== '');
      if (near !== undefined) yield likely(menu, near, article);
      else if (parts.length > 1 && parts.every(part => known.includes(part)))
        yield joined(menu, parts, article);
      // Templates of the site's own may show any menu.
      else if (!facts.site?.offers.ownTemplates?.length) {
        const text = message('menu-unknown', { name: menu.name, known: SHOWN.join(', ') });
        yield { severity: 'info', message: text, range: menu.range };
      }
    }
  },
};

function likely({ name, range, path, isKey }: MenuName, near: string, article: Article): Finding {
  const edits = isKey ? renameKey(article, path, near) : setValue(article, path, near);
  const text = message('menu-unknown.near', { name, near });
  return { message: text, range, fixes: fix(writing(near), edits) };
}

/** Several names in one text. */
function joined({ name, range, path, isKey }: MenuName, parts: readonly string[], article: Article): Finding {
  const edits = isKey || path.length > 1 ? undefined : setValue(article, path, parts);
  const text = message('menu-unknown.joined', { name });
  return { message: text, range, fixes: fix(writing(`[${parts.join(', ')}]`), edits) };
}

/** Other words for them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    foot: 'footer',
    页脚: 'footer',
    底部: 'footer',
    侧栏: 'side',
    侧边栏: 'side',
    sidebar: 'side',
    主菜单: 'main',
    导航: 'main',
    顶部: 'main',
  }),
);

/** menu.html, widgets/sidemenu.html, footer_links.html of Mainroad. */
const SHOWN = ['main', 'side', 'footer'];

const sectionMenu = (facts: Facts): string[] => {
  const name = settingsOf(facts)?.sectionPagesMenu ?? '';
  return name === '' ? [] : [name];
};

interface MenuName {
  readonly name: string;
  readonly range: Range;
  readonly path: Path;
  /** It is a key: `menu: {main: {weight: 1}}`. */
  readonly isKey: boolean;
}

function namesIn({ key, value }: Entry): MenuName[] {
  if (value.kind === 'map') {
    return value.entries.map(({ key: name }) => ({
      name: name.value,
      range: name.range,
      path: [key.value, name.value],
      isKey: true,
    }));
  }
  const nodes = value.kind === 'list' ? value.items : [value];
  return nodes.flatMap((node, index) => {
    if (node.kind !== 'string') return [];
    const path = value.kind === 'list' ? [key.value, index] : [key.value];
    return [{ name: node.value, range: node.range, path, isKey: false }];
  });
}
