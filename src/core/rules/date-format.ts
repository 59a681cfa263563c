import { dateProblem } from '../hugo/date.ts';
import { does } from '../hugo/behaviour.ts';
import { toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import { sourceText } from './source.ts';
import type { Rule } from './rule.ts';

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
        problem.corrected === undefined ? [] : toWrite(article, pathOf(fault.at), problem.corrected);
      yield { severity, message: text, range: node.range, fixes };
    }
  },
};
