import { entryOf } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { toWrite } from '../fix/fix.ts';
import { dateProblem } from '../hugo/date.ts';
import { offsetAt } from '../hugo/date-zone.ts';
import { message } from '../messages.ts';
import { pathOf } from '../schema/validate.ts';
import { sourceText } from './source.ts';
import { isFloat } from './number-kind.ts';
import type { Rule } from './rule.ts';

/** Hugo takes a bare number for Unix seconds: `date: 20250213` is 23 August 1970. */
export const dateNumber: Rule = {
  id: 'date-number',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ schema, article, facts }) {
    for (const fault of schema) {
      if (fault.kind !== 'type' || fault.at.annotation.expects !== 'date') continue;
      const { node, entry } = fault.at;
      if (node.kind !== 'number' || !article.tree || entryOf(article.tree, entry.key.value) !== entry)
        continue;
      const key = entry.key.value;
      const date = dateOf(sourceText(article, node.range), facts.site?.config.timeZone);
      const fixes = date === undefined ? [] : toWrite(article, pathOf(fault.at), date);
      if (isFloat(article, node)) {
        const severity = does(facts.hugo, 'badDateBreaksBuild') ? 'error' : 'warning';
        yield { severity, message: message('date-number.float', { key }), range: node.range, fixes };
        continue;
      }
      if (Math.abs(node.value) > LAST_SECOND) {
        const severity = does(facts.hugo, 'millisecondDateBreaksBuild') ? 'error' : 'warning';
        yield { severity, message: message('date-number.milliseconds', { key }), range: node.range, fixes };
      } else {
        const day = new Date(node.value * 1000).toISOString().slice(0, 10);
        if (isPlausible(node.value)) continue;
        yield { message: message('date-number', { key, day }), range: node.range, fixes };
      }
    }
  },
};

/** The date that the digits of a number say: a day, or milliseconds as the clock of the site shows them. */
function dateOf(digits: string, timeZone: string | undefined): string | undefined {
  if (!/^\d{13}$/.test(digits)) return dateProblem(digits)?.corrected;
  const instant = Number(digits);
  if (timeZone === undefined) return new Date(instant).toISOString().replace(/\.\d+Z$/, '+00:00');
  const local = new Date(instant + offsetAt(timeZone, instant) * 1000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}

/** The last second of the year 9999; numbers beyond it are milliseconds. */
const LAST_SECOND = 253_402_300_799;

/** From 2001 on the seconds have ten digits: nobody writes that by accident. */
const isPlausible = (seconds: number): boolean => seconds >= 1_000_000_000;
