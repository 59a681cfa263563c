import { entryOf } from '../article/tree.ts';
import type { StringNode } from '../article/tree.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';

/** A text between “ ” or ＂ ＂ and nothing else: the quotes of an input method, which YAML takes for part of the text. */
export const titleQuotes: Rule = {
  id: 'title-quotes',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { tree } }) {
    for (const key of tree
      ? ['title', 'date', 'summary', 'lead', 'thumbnail', 'slug', 'url', 'tags', 'categories']
      : []) {
      const value = tree && entryOf(tree, key)?.value;
      for (const node of value?.kind === 'list' ? value.items : value ? [value] : []) {
        if (node.kind !== 'string' || node.style !== 'plain' || !/^[“＂‘「]/.test(node.value)) continue;
        if (!/^(?:“[^“”"]*[”"]|＂[^＂]*＂|‘[^‘’]*’|「[^「」]*」)$/u.test(node.value)) continue;
        yield { message: message('title-quotes'), range: node.range, fixes: fixesOf(node) };
      }
    }
  },
};

/** Straight quotation marks in place of the outer ones, of the kind that the text does not hold. */
function fixesOf({ value, range }: StringNode): readonly Fix[] {
  const inner = value.slice(1, -1);
  const quote = /["\\]/.test(inner) ? "'" : '"';
  if (inner.includes(quote) || range.end - range.start !== value.length) return [];
  return fix(writing(quote + inner + quote), [
    replacing({ start: range.start, end: range.start + 1 }, quote),
    replacing({ start: range.end - 1, end: range.end }, quote),
  ]);
}
