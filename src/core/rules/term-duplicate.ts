import { fix, offered } from '../fix/fix.ts';
import { removeItem } from '../edit/edit.ts';
import { message } from '../messages.ts';
import { isOnStockPages } from './mainroad.ts';
import type { Rule } from './rule.ts';
import { keyOf, tidy } from './terms-of.ts';
import type { ArticleTerm } from './terms-of.ts';

/** A term that is there twice, or two that share a page: Mainroad prints both. */
export const termDuplicate: Rule = {
  id: 'term-duplicate',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check(context) {
    const { article, facts } = context;
    const seen = new Map<string, ArticleTerm>();
    for (const term of context.terms()) {
      const { taxonomy, text, node, path } = term;
      const key = keyOf(tidy(text), facts);
      const place = `${taxonomy}/${key === '' ? text : key}`;
      const first = seen.get(place);
      if (!first) {
        seen.set(place, term);
        continue;
      }
      const isSame = first.text === text;
      const [list = '', index] = path;
      const title = message('fix.remove', { text });
      const removal = typeof index === 'number' ? fix(title, removeItem(article, [list], index)) : [];
      yield {
        severity: isOnStockPages(facts, 'post_tags.html') ? 'warning' : 'info',
        message: message(isSame ? 'term-duplicate' : 'term-duplicate.page', {
          term: text.trim(),
          first: first.text.trim(),
        }),
        range: node.range,
        fixes: isSame ? removal : offered(removal),
        unnecessary: true,
      };
    }
  },
};
