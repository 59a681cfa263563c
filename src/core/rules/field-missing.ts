import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { insertEntry } from '../edit/edit.ts';
import { fix } from '../fix/fix.ts';
import { sensibleValue } from '../fix/sensible.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { nearMisses, renameFix } from './key-near-miss.ts';
import type { Rule } from './rule.ts';

/** A field without which the article comes out wrong: no heading, or sorted behind all others. */
export const fieldMissing: Rule = {
  id: 'field-missing',
  scope: 'head',
  reads: ['page'],
  severity: 'warning',
  *check({ schema, article, facts }) {
    for (const fault of schema) {
      if (fault.kind !== 'missing' || (isOfPage(fault.key) && facts.made?.render === 'never')) continue;
      const args = { key: fault.parent ? `${fault.parent.key.value}.${fault.key}` : fault.key };
      const range = fault.parent?.key.range ?? placeOf(fault.key, article);
      if (!range) continue;
      const code = isOfPage(fault.key) ? (`field-missing.${fault.key}` as const) : 'field-missing';
      const fixes = (): readonly Fix[] => (fault.parent ? [] : fixesOf(fault.key, article, facts));
      yield { message: message(code, args), range, fixes };
    }
  },
};

/** What an article lacks as a page; one that Hugo makes no page of (`build`, `cascade`) may do without. */
const isOfPage = (key: string): key is 'title' | 'date' => key === 'title' || key === 'date';

/** What the field is usually written behind: the title opens the front matter, and the date follows it. */
function placeOf(key: string, { tree, fences }: Article): Range | undefined {
  const title = key === 'date' && tree ? entryOf(tree, 'title') : undefined;
  if (title) return title.key.range;
  return key === 'title' || key === 'date' ? fences?.open : (fences?.close ?? fences?.open);
}

/** A key that is meant to be the missing one gets its name; else the field is added. */
function fixesOf(key: string, article: Article, facts: Facts): readonly Fix[] {
  const near = nearMisses(article, facts).find(({ meant }) => meant === key);
  if (near) return renameFix(article, near);
  const value = sensibleValue(key, article, facts);
  if (value === undefined) return [];
  return fix(message('fix.add', { text: `${key}: ${value}` }), insertEntry(article, [key], value));
}
