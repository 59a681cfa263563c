import { entryOf } from '../article/tree.ts';
import type { Range } from '../article/tree.ts';
import type { Clash } from '../index/others.ts';
import { removeItem } from '../edit/edit.ts';
import { offer } from '../fix/fix.ts';
import { unescapePath } from '../hugo/url-path.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { settingsOf } from './dates-of.ts';
import type { Context, Rule } from './rule.ts';

/** Two articles at one address: readers get one of them. A page wins over an alias, and says so there. */
export const addressClash: Rule = {
  id: 'address-clash',
  scope: 'site',
  reads: ['articles', 'config'],
  severity: 'warning',
  *check(context) {
    const { made, others } = context.facts;
    // The page is right; the alias is told of where it is written, if Hugo makes pages for aliases at all.
    const isWithoutAliases = settingsOf(context.facts)?.switches.disableAliases === true;
    const clashes = (others?.clashes ?? []).filter(({ isAlias, isOthersAlias }) =>
      isWithoutAliases ? !isAlias && !isOthersAlias : isAlias || !isOthersAlias,
    );
    for (const address of new Set(clashes.map(clash => clash.address))) {
      const here = clashes.filter(clash => clash.address === address);
      const clash = here.find(({ isOthersAlias }) => !isOthersAlias) ?? here[0];
      if (!clash) continue;
      const isLater = made?.draft === true || here.every(({ isOthersDraft }) => isOthersDraft);
      const args = { address: readable(address), path: clash.path, more: here.length - 1 };
      yield {
        severity: isLater ? 'info' : 'warning',
        message: message(codeOf(clash, here.length), args),
        range: rangeOf(clash, context),
        fixes: clash.isAlias ? withoutAlias(address, context) : [],
      };
    }
  },
};

function codeOf({ isAlias, isOthersAlias }: Clash, count: number): MessageCode {
  if (isAlias && !isOthersAlias) return 'address-clash.alias';
  if (count > 1) return 'address-clash.several';
  return isAlias ? 'address-clash.aliases' : 'address-clash';
}

/** As much as a message holds; aliases may be escaped. */
function readable(address: string): string {
  const text = unescapePath(address);
  return text === '' ? address : text;
}

function withoutAlias(address: string, { article, facts }: Context): readonly Fix[] {
  const aliases = article.tree && entryOf(article.tree, 'aliases');
  const at = facts.made?.aliases.indexOf(address) ?? -1;
  if (aliases?.value.kind !== 'list' || at === -1) return [];
  return offer(message('fix.remove', { text: address }), removeItem(article, [aliases.key.value], at));
}

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
