import { entryOf } from '../article/tree.ts';
import type { Entry } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { toRemove } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Context, Rule } from './rule.ts';

/** A draft: Hugo makes no page of it unless it is told to. */
export const draft: Rule = {
  id: 'draft',
  scope: 'head',
  reads: ['config'],
  severity: 'info',
  *check(context) {
    const { article, facts } = context;
    const own = ownEntry(context);
    if (own?.key.value.toLowerCase() === 'published' && own.value.kind === 'null') {
      const fixes = toRemove(article, [own.key.value]);
      yield { severity: 'warning', message: message('draft.published'), range: own.key.range, fixes };
      return;
    }
    const isDraft = facts.made?.draft ?? isTrue(own);
    if (!isDraft || settingsOf(facts)?.switches.buildDrafts) return;
    // `published: false` is an error by then.
    if (own?.key.value.toLowerCase() === 'published' && does(facts.hugo, 'badDateBreaksBuild')) return;
    const range = own?.value.range ?? article.fences?.open;
    if (range) yield { message: message(own ? 'draft' : 'draft.inherited'), range };
  },
};

const ownEntry = ({ article: { tree } }: Context): Entry | undefined =>
  tree && (entryOf(tree, 'draft') ?? entryOf(tree, 'published'));

const isTrue = (entry: Entry | undefined): boolean =>
  entry?.key.value.toLowerCase() === 'draft' && entry.value.kind === 'boolean' && entry.value.value;
