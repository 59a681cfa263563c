import { entryOf } from '../article/tree.ts';
import type { Range } from '../article/tree.ts';
import type { Clash } from '../index/others.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Context, Rule } from './rule.ts';

/** Two articles at one address: readers get one of them. A page wins over an alias, and says so there. */
export const addressClash: Rule = {
  id: 'address-clash',
  scope: 'site',
  reads: ['articles', 'config'],
  severity: 'warning',
  *check(context) {
    const { made, others } = context.facts;
    for (const clash of others?.clashes ?? []) {
      // The page is right; the alias is told of where it is written.
      if (!clash.isAlias && clash.isOthersAlias) continue;
      const isLater = made?.draft === true || clash.isOthersDraft;
      const args = { address: clash.address, path: clash.path };
      yield {
        severity: isLater ? 'info' : 'warning',
        message: message(codeOf(clash), args),
        range: rangeOf(clash, context),
      };
    }
  },
};

const codeOf = ({ isAlias, isOthersAlias }: Clash): MessageCode =>
  isAlias ? (isOthersAlias ? 'address-clash.aliases' : 'address-clash.alias') : 'address-clash';

/** What makes the address: the alias, `url`, `slug`; else the title, for the address comes from the file's name. */
function rangeOf({ isAlias, address }: Clash, { article: { tree, fences, text }, facts }: Context): Range {
  const start = fences?.open ?? { start: 0, end: Math.min(1, text.length) };
  if (!tree) return start;
  if (isAlias) {
    const aliases = entryOf(tree, 'aliases');
    const items = aliases?.value.kind === 'list' ? aliases.value.items : [];
    const at = facts.made?.aliases.indexOf(address) ?? -1;
    return (items[at] ?? aliases?.key)?.range ?? start;
  }
  const entry = ['url', 'slug', 'title'].map(key => entryOf(tree, key)).find(found => found !== undefined);
  return entry?.value.range ?? start;
}
