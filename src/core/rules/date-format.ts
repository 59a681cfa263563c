import { dateProblem } from '../hugo/date.ts';
import { does } from '../hugo/behaviour.ts';
import { toDraft } from '../fix/retype.ts';
import { toRemove, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Article } from '../article/article.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace } from '../schema/validate.ts';
import { switchMeaning } from './yaml-words.ts';
import { sourceText } from './source.ts';
import type { Rule } from './rule.ts';

/** `published: yes` says nothing, and `published: no` is what Hugo calls a draft. */
function published(article: Article, { entry, node, path }: FaultPlace): readonly Fix[] {
  if (entry.key.value.toLowerCase() !== 'published' || path.length > 0) return [];
  const meant = switchMeaning(node);
  if (meant === 'on') return toRemove(article, [entry.key.value]);
  return meant === 'off' ? toDraft(article, entry, true) : [];
}

/** A text that Hugo cannot read as a date: an error since Hugo 0.136, before it the page silently had no date. */
export const dateFormat: Rule = {
  id: 'date-format',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ schema, article, facts }) {
    const severity = does(facts.hugo, 'badDateBreaksBuild') ? 'error' : 'warning';
    for (const fault of schema) {
      if (fault.kind !== 'format' || !('value' in fault.at.node)) continue;
      const { node, entry } = fault.at;
      const problem = dateProblem(String(fault.at.node.value));
      if (!problem) continue;
      const why = message(`date-format.${problem.fault}`);
      const args = { key: entry.key.value, value: sourceText(article, node.range), why };
      const text =
        problem.corrected === undefined
          ? message('date-format', args)
          : message('date-format.corrected', { ...args, corrected: problem.corrected });
      const fixes = (): readonly Fix[] =>
        problem.corrected === undefined
          ? published(article, fault.at)
          : toWrite(article, pathOf(fault.at), problem.corrected);
      yield { severity, message: text, range: node.range, fixes };
    }
  },
};
