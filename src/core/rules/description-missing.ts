import { entryOf } from '../article/tree.ts';
import type { Node } from '../article/tree.ts';
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
    if (description && !isEmpty(description.value)) return;
    const range = description?.key.range ?? fences?.close ?? fences?.open;
    if (range) yield { message: message('description-missing'), range };
  },
};

const isEmpty = (node: Node): boolean =>
  node.kind === 'null' || (node.kind === 'string' && node.value.trim() === '');
