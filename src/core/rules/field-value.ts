import { nearest } from '../check/near.ts';
import type { Article } from '../article/article.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { FaultPlace } from '../schema/validate.ts';
import { isPartial } from './partial-name.ts';
import { sourceText } from './source.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** A value that is none of those that the field knows. */
export const fieldValue: Rule = {
  id: 'field-value',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check(context: Context) {
    for (const fault of context.schema) {
      if (fault.kind !== 'value' || fault.at.annotation.owner !== undefined) continue;
      const finding = describe(fault.at, context);
      if (finding) yield finding;
    }
  },
};

function describe(place: FaultPlace, { article, facts }: Context): Finding | undefined {
  const { node, schema, annotation, entry } = place;
  const isPart = entry.key.value.toLowerCase() === 'post_meta';
  if (node.kind === 'null' && !isPart) return undefined;
  const allowed = (schema.enum ?? []).map(value => String(value));
  const value = sourceText(article, node.range);
  if (isPart && node.kind === 'string' && isPartial(node.value, allowed, facts.hugo)) return undefined;
  const near = nearest(node.kind === 'string' ? node.value : value, allowed);
  const args = { key: entry.key.value, value, allowed: allowed.join(', '), near: near ?? '' };
  return {
    severity: annotation.severity ?? 'warning',
    message: message(near === undefined ? 'field-value' : 'field-value.near', args),
    range: node.range.end > node.range.start ? node.range : entry.key.range,
    fixes: fixesOf(article, place, near ?? SYNONYMS.get(value.replace(/["']/g, '').toLowerCase())),
  };
}

/** Words for the two places of Mainroad's picture. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    single: 'post',
    page: 'post',
    article: 'post',
    文章: 'post',
    posts: 'post',
    lists: 'list',
    home: 'list',
    category: 'categories',
    分类: 'categories',
    日期: 'date',
    时间: 'date',
    作者: 'author',
    翻译: 'translations',
    'date.html': 'date',
    'author.html': 'author',
    'categories.html': 'categories',
    列表: 'list',
  }),
);

function fixesOf(article: Article, place: FaultPlace, meant: string | undefined): readonly Fix[] {
  const { node } = place;
  const path = pathOf(place);
  const index = path.at(-1);
  if (
    typeof index === 'number' &&
    (node.kind === 'null' || (node.kind === 'string' && node.value.trim() === ''))
  )
    return fix(message('fix.remove-item'), removeItem(article, path.slice(0, -1), index));
  const allowed = (place.schema.enum ?? []).filter(value => typeof value === 'string');
  if (meant !== undefined && allowed.includes(meant)) return toWrite(article, path, meant);
  return allowed.flatMap(value => offered(toWrite(article, path, value)));
}
