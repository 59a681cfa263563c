import { entryOf } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import type { Article } from '../article/article.ts';
import { addItem, inTurn, removeItem, replaceItem } from '../edit/edit.ts';
import { fix, offer, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { isPartial } from './partial-name.ts';
import { isWithoutSidebar } from './side-bar.ts';
import { sourceText } from './source.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Mainroad includes `widgets/NAME.html` for each name beside a page with a side bar; a missing file breaks the build. */
export const widgetUnknown: Rule = {
  id: 'widget-unknown',
  scope: 'head',
  reads: ['widgets', 'hugo', 'config'],
  severity: 'error',
  *check({ article, facts }) {
    const widgets = article.tree && entryOf(article.tree, 'widgets')?.value;
    if (!facts.site?.isMainroad || widgets?.kind !== 'list' || isWithoutSidebar(article, facts)) return;
    const known = facts.site.offers.widgets;
    for (const [index, item] of widgets.items.entries()) {
      if (item.kind !== 'string' || isPartial(item.value, known, facts.hugo)) continue;
      const near = nearest(item.value.trim(), known) ?? meantBy(item.value, known);
      const args = { name: sourceText(article, item.range), known: known.join(', '), near: near ?? '' };
      const text = message(near === undefined ? 'widget-unknown' : 'widget-unknown.near', args);
      const range = item.range.end > item.range.start ? item.range : widgets.range;
      const meant = near === undefined ? severalIn(item.value, known) : [near];
      yield { message: text, range, fixes: fixesOf(article, { index, meant }) };
    }
  },
};

/** Names that were not taken apart. */
function severalIn(written: string, known: readonly string[]): readonly string[] | undefined {
  const parts = written.split(/[,，、;；\s]+/).filter(part => part !== '');
  return parts.length > 1 && parts.every(part => known.includes(part)) ? parts : undefined;
}

/** A name in a folder, with an ending, between quotation marks, or in other words. */
function meantBy(written: string, known: readonly string[]): string | undefined {
  const bare = written
    .replace(/^.*\//, '')
    .replace(/\.html$/i, '')
    .replace(/[“”‘’"'\s]/g, '')
    .toLowerCase();
  const meant = SYNONYMS.get(bare) ?? bare;
  return known.includes(meant) ? meant : undefined;
}

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tags: 'taglist',
    tag: 'taglist',
    tagcloud: 'taglist',
    category: 'categories',
    'recent-posts': 'recent',
    latest: 'recent',
    搜索: 'search',
    分类: 'categories',
    标签: 'taglist',
    最新: 'recent',
    近期文章: 'recent',
  }),
);

/** Names that are meant in place of the item; without any an editor may take it out. */
function fixesOf(
  article: Article,
  { index, meant }: { readonly index: number; readonly meant: readonly string[] | undefined },
): readonly Fix[] {
  const path = ['widgets'];
  if (!meant) return offer(message('fix.remove-widget'), removeItem(article, path, index));
  const [first = '', ...more] = meant;
  const edits = inTurn(article, [
    now => replaceItem(now, path, index, first),
    ...more.map((name, at) => (now: Article) => addItem(now, path, name, index + 1 + at)),
  ]);
  return fix(writing(meant.join(', ')), edits);
}
