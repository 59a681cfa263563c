import { entryOf } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { removeItem } from '../edit/edit.ts';
import { at } from '../hugo/config-value.ts';
import { offer } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import { isOnStockPages } from './mainroad.ts';
import { isWithoutSidebar } from './side-bar.ts';
import type { Rule } from './rule.ts';

/** A widget that shows nothing on this site, or all of them where the article has no side bar. */
export const widgetEmpty: Rule = {
  id: 'widget-empty',
  scope: 'head',
  reads: ['config'],
  severity: 'hint',
  *check({ article, facts }) {
    const { tree } = article;
    const entry = tree && entryOf(tree, 'widgets');
    if (!tree || !isOnStockPages(facts, 'sidebar.html', 'widgets/social.html', 'widgets/languages.html'))
      return;
    if (entry?.value.kind !== 'list' || entry.value.items.length === 0) return;
    if (isWithoutSidebar(article, facts)) {
      yield { message: message('widget-empty.no-sidebar'), range: entry.key.range, unnecessary: true };
      return;
    }
    for (const [index, item] of entry.value.items.entries()) {
      const code = item.kind === 'string' ? whyEmpty(item.value, facts) : undefined;
      if (code === undefined || item.kind !== 'string') continue;
      const title = message('fix.remove', { text: item.value });
      const fixes = offer(title, removeItem(article, [entry.key.value], index));
      yield { message: message(code), range: item.range, fixes, unnecessary: true };
    }
  },
};

/** widgets/social.html and widgets/languages.html of Mainroad. */
function whyEmpty(name: string, facts: Facts): MessageCode | undefined {
  const { params } = settingsOf(facts) ?? {};
  if (name === 'social' && params && at(params, 'widgets', 'social') === undefined)
    return 'widget-empty.social';
  if (name === 'languages' && (facts.site?.config.languages.length ?? 0) < 2) return 'widget-empty.languages';
  return undefined;
}
