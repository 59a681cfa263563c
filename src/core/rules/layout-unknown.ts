import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Hugo looks for a template of that name and takes the usual one, without a word, if there is none. */
export const layoutUnknown: Rule = {
  id: 'layout-unknown',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { tree }, facts: { site } }) {
    const layout = tree && entryOf(tree, 'layout')?.value;
    if (!site?.isWhole || layout?.kind !== 'string' || layout.value === '') return;
    if (site.offers.layouts.includes(layout.value) || USUAL.has(layout.value)) return;
    yield { message: message('layout-unknown', { name: layout.value }), range: layout.range };
  },
};

/** Names that Hugo gives to templates itself. */
const USUAL = new Set([
  'single',
  'list',
  'page',
  'section',
  'home',
  'index',
  'all',
  'term',
  'taxonomy',
  'terms',
]);
