import { entryOf } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { message } from '../messages.ts';
import { isPartial } from './partial-name.ts';
import { sourceText } from './source.ts';
import type { Rule } from './rule.ts';

/** Mainroad includes `widgets/NAME.html` for each name; a file that is not there breaks the build. */
export const widgetUnknown: Rule = {
  id: 'widget-unknown',
  scope: 'head',
  reads: ['widgets', 'hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const widgets = article.tree && entryOf(article.tree, 'widgets')?.value;
    if (!facts.site?.isMainroad || widgets?.kind !== 'list') return;
    const known = facts.site.offers.widgets;
    for (const item of widgets.items) {
      if (item.kind !== 'string' || isPartial(item.value, known, facts.hugo)) continue;
      const near = nearest(item.value.trim(), known);
      const args = { name: sourceText(article, item.range), known: known.join(', '), near: near ?? '' };
      const text = message(near === undefined ? 'widget-unknown' : 'widget-unknown.near', args);
      yield { message: text, range: item.range.end > item.range.start ? item.range : widgets.range };
    }
  },
};
