import type { Node } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { setValue } from '../edit/edit.ts';
import { parseHugoDate } from '../hugo/date.ts';
import { fix, offered, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { entryOfDate, publication, settingsOf } from './dates-of.ts';
import type { Context, Rule } from './rule.ts';

/**
 * A date without offset on a site without `timeZone`: Hugo takes UTC, whatever zone the editor is in. Told while it
 * matters, before and soon after the article goes out.
 */
export const dateZone: Rule = {
  id: 'date-zone',
  scope: 'head',
  reads: ['config', 'time'],
  severity: 'info',
  *check(context) {
    const { facts } = context;
    const date = publication(facts)?.publishDate;
    const entry = entryOfDate(date, context);
    if (!date || !entry || facts.now === undefined || date.instant < facts.now - SOON) return;
    if (settingsOf(facts)?.timeZone !== undefined || !isWithoutOffset(entry.value)) return;
    const args = { key: entry.key.value };
    const range = entry.value.range;
    yield {
      message: message('date-zone', args),
      range,
      fixes: () => inZone(entry.value, entry.key.value, context),
    };
  },
};

/** Two days: no zone is further from another. */
const SOON = 48 * 3600_000;

function isWithoutOffset(node: Node): boolean {
  if (node.kind !== 'string' && node.kind !== 'date') return false;
  const parsed = parseHugoDate(node.value);
  return parsed !== undefined && parsed.offset === undefined;
}

/** The zone of the other articles; else the one that the language tells. */
function inZone(node: Node, key: string, { article, facts }: Context): readonly Fix[] {
  const usual = facts.others?.offset ?? (isChinese(facts) ? { text: '+08:00', isSure: false } : undefined);
  const written = node.kind === 'string' || node.kind === 'date' ? node.value : '';
  if (!usual || !/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d)?$/.test(written)) return [];
  const date = `${written}${written.length > 10 ? '' : 'T00:00:00'}${usual.text}`;
  const fixes = fix(writing(date), setValue(article, [key], node.kind === 'date' ? { date } : date));
  return usual.isSure ? fixes : offered(fixes);
}

function isChinese(facts: Facts): boolean {
  const language = settingsOf(facts)?.locale ?? facts.site?.config.defaultContentLanguage ?? '';
  return /^zh(?:-cn|-hans|$)/i.test(language);
}
