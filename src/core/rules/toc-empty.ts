import { entryOf } from '../article/tree.ts';
import type { BodyPart } from '../check/body.ts';
import type { SiteSettings } from '../hugo/config-types.ts';
import { at, numberOf } from '../hugo/config-value.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import { isOnStockPages } from './mainroad.ts';
import type { Rule } from './rule.ts';

/**
 * `toc: true` in an article without headings that count: Mainroad then shows no table of contents
 * (partials/post_toc.html), which goes by `markup.tableOfContents`, by default from level 2 to 3.
 */
export const tocEmpty: Rule = {
  id: 'toc-empty',
  scope: 'body',
  reads: ['config'],
  severity: 'info',
  *check({ article: { tree }, facts, markdown }) {
    const toc = tree && entryOf(tree, 'toc')?.value;
    if ((facts.site && !isOnStockPages(facts, 'post_toc.html')) || toc?.kind !== 'boolean' || !toc.value)
      return;
    const { source, parts } = markdown();
    // Shortcodes with % can bring headings; an empty article is still to be written.
    if (parts.every(({ part }) => part.tokens.length === 0) || source.includes('{{%')) return;
    const { start, end } = levelsOf(settingsOf(facts));
    const levels = parts.flatMap(({ part }) => levelsIn(part));
    if (levels.some(level => level >= start && level <= end)) return;
    const code = levels.length > 0 ? 'toc-empty.levels' : 'toc-empty';
    yield { message: message(code, { start, end }), range: toc.range };
  },
};

const known = new WeakMap<BodyPart, readonly number[]>();

function levelsIn(part: BodyPart): readonly number[] {
  const found =
    known.get(part) ??
    part.tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [Number(tag.slice(1))] : []));
  known.set(part, found);
  return found;
}

function levelsOf(settings: SiteSettings | undefined): { readonly start: number; readonly end: number } {
  const markup = settings?.markup ?? {};
  const start = numberOf(at(markup, 'tableofcontents', 'startlevel')) ?? 2;
  const end = numberOf(at(markup, 'tableofcontents', 'endlevel')) ?? 3;
  return { start, end: end === -1 ? 6 : end };
}
