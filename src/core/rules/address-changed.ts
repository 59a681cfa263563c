import { entryOf } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { addItem } from '../edit/edit.ts';
import { fix } from '../fix/fix.ts';
import { publishPath } from '../hugo/url-base.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Rule } from './rule.ts';

/** The article has moved, and nothing leads from its former address to it. */
export const addressChanged: Rule = {
  id: 'address-changed',
  scope: 'site',
  reads: ['page', 'config'],
  severity: 'warning',
  *check({ article, facts }) {
    const moved = moveOf(facts);
    if (!moved || !article.tree) return;
    const { from } = moved;
    const tree = article.tree;
    const entry = ['url', 'slug', 'title'].map(key => entryOf(tree, key)).find(found => found !== undefined);
    const range = entry?.value.range ?? article.fences?.open;
    if (!range) return;
    const key = entryOf(tree, 'aliases')?.key.value ?? 'aliases';
    const fixes = fix(message('fix.insert', { text: `aliases: ${from}` }), addItem(article, [key], from));
    yield { message: message('address-changed', moved), range, fixes };
  },
};

/** The former address and the one of now, as paths from the root of the site. */
function moveOf(facts: Facts): { readonly from: string; readonly to: string } | undefined {
  const { made, previousAddress = '' } = facts;
  const settings = settingsOf(facts);
  if (!made || !settings || made.draft || made.relPermalink === '' || previousAddress === '')
    return undefined;
  const [from, to] = [publishPath(previousAddress, settings), publishPath(made.relPermalink, settings)];
  const isLed = made.aliases.includes(from) || settings.switches.disableAliases;
  return from === to || isLed ? undefined : { from, to };
}
