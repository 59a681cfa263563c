import { entryOf } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { toRemove, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Hugo looks for a template of that name and takes the usual one, without a word, if there is none. */
export const layoutUnknown: Rule = {
  id: 'layout-unknown',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article, facts: { site } }) {
    const { tree } = article;
    const layout = tree && entryOf(tree, 'layout')?.value;
    if (!site?.isWhole || layout?.kind !== 'string' || layout.value === '') return;
    if (site.offers.layouts.includes(layout.value) || USUAL.has(layout.value)) return;
    const near = nearest(layout.value, site.offers.layouts);
    // Without the key the page is what it is already.
    const fixes = near === undefined ? toRemove(article, ['layout']) : toWrite(article, ['layout'], near);
    yield {
      message: message('layout-unknown', { name: layout.value }),
      range: layout.range,
      fixes,
      ...(JEKYLL.has(layout.value) && { severity: 'hint' }),
    };
  },
};

/** What articles of Jekyll and Hexo bring along, and Hugo shows with its usual template. */
const JEKYLL = new Set(['post', 'posts', 'default']);

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
