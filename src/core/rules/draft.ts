import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { toRemove } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** A draft: Hugo makes no page of it unless it is told to. */
export const draft: Rule = {
  id: 'draft',
  scope: 'head',
  reads: ['config'],
  severity: 'info',
  *check(context) {
    const { article, facts } = context;
    const own = ownEntry(context);
    const isPublished = own?.key.value.toLowerCase() === 'published';
    if (isPublished && own.value.kind === 'null') {
      yield nothing(article, own);
      return;
    }
    const isDraft = facts.made?.draft ?? isTrue(own);
    if (!isDraft || settingsOf(facts)?.switches.buildDrafts) return;
    // `published: false` is an error by then.
    if (isPublished && does(facts.hugo, 'badDateBreaksBuild')) return;
    const range = own?.value.range ?? article.fences?.open;
    if (range) yield { message: message(own ? 'draft' : 'draft.inherited'), range };
  },
};

/** `published:` is false for Hugo. */
const nothing = (article: Article, { key }: Entry): Finding => ({
  severity: 'warning',
  message: message('draft.published'),
  range: key.range,
  fixes: toRemove(article, [key.value]),
});

const ownEntry = ({ article: { tree } }: Context): Entry | undefined =>
  tree && (entryOf(tree, 'draft') ?? entryOf(tree, 'published'));

const isTrue = (entry: Entry | undefined): boolean =>
  entry?.key.value.toLowerCase() === 'draft' && entry.value.kind === 'boolean' && entry.value.value;
