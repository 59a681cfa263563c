import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Rule } from './rule.ts';

/** A draft: Hugo makes no page of it unless it is told to. */
export const draft: Rule = {
  id: 'draft',
  scope: 'head',
  reads: ['config'],
  severity: 'info',
  *check({ article: { tree, fences }, facts }) {
    const own = tree && entryOf(tree, 'draft')?.value;
    const isDraft = facts.made?.draft ?? (own?.kind === 'boolean' && own.value);
    if (!isDraft || settingsOf(facts)?.switches.buildDrafts) return;
    const inherited = own === undefined && !(tree && entryOf(tree, 'published'));
    const range = own?.range ?? (tree && entryOf(tree, 'published')?.value.range) ?? fences?.open;
    if (range) yield { message: message(inherited ? 'draft.inherited' : 'draft'), range };
  },
};
