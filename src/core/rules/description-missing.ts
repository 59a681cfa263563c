import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** An article without `description`: search engines choose a text of their own. Most articles do without. */
export const descriptionMissing: Rule = {
  id: 'description-missing',
  scope: 'head',
  reads: ['page'],
  severity: 'hint',
  isOptional: true,
  *check({ article: { tree, fences, faults }, facts }) {
    if (!tree || facts.page.kind !== 'article' || faults.length > 0) return;
    const description = entryOf(tree, 'description');
    const value = description?.value;
    const isEmpty = value?.kind === 'null' || (value?.kind === 'string' && value.value.trim() === '');
    if (description && !isEmpty) return;
    const range = description?.key.range ?? fences?.close ?? fences?.open;
    if (range) yield { message: message('description-missing'), range };
  },
};
