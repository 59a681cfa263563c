import type { Node } from '../article/tree.ts';
import { parseHugoDate } from '../hugo/date.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
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
      fixes: inChina(entry.value, entry.key.value, context),
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

/** Where the language tells the zone. */
function inChina(node: Node, key: string, context: Context) {
  const settings = settingsOf(context.facts);
  const language = settings?.locale ?? context.facts.site?.config.defaultContentLanguage ?? '';
  if (node.kind !== 'string' || !/^zh(?:-cn|-hans|$)/i.test(language)) return [];
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d$/.test(node.value)) return [];
  return offered(toWrite(context.article, [key], `${node.value}+08:00`));
}
