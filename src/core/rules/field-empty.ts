import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import { entryOf } from '../article/tree.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, replacing, toWrite, writing } from '../fix/fix.ts';
import { sensibleValue } from '../fix/sensible.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace, SchemaFault } from '../schema/validate.ts';
import type { Finding, Rule } from './rule.ts';
import { takesKeys } from './yaml-swallow.ts';

/** A title, date or term that is there and says nothing. */
export const fieldEmpty: Rule = {
  id: 'field-empty',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ schema, article, facts }) {
    yield* blanks(article, facts);
    const taken = takesKeys(article, facts.hugo);
    for (const fault of schema) {
      if (fault.kind === 'missing' || fault.at.node === taken || !isEmpty(fault)) continue;
      const { entry, node, path } = fault.at;
      const isItem = typeof path.at(-1) === 'number';
      const key = [entry.key.value, ...(isItem ? [] : path)].join('.');
      const code = isItem ? 'field-empty.item' : 'field-empty';
      const range = node.range.end > node.range.start ? node.range : entry.key.range;
      yield { message: message(code, { key }), range, fixes: () => fixesOf(fault.at, article, facts) };
    }
  },
};

/** An empty text, or nothing where that is more than no value. */
function isEmpty({ kind, at }: Exclude<SchemaFault, { readonly kind: 'missing' }>): boolean {
  if (kind !== 'type' || at.node.kind !== 'null') return kind === 'empty';
  return at.annotation.expects === 'term' || at.annotation.byType?.null === 'warning';
}

/** Texts of nothing but white space, which Hugo and the theme take for texts. */
const BLANK = ['title', 'lead', 'summary', 'slug', 'url', 'type'];

function* blanks(article: Article, facts: Facts): Generator<Finding> {
  for (const name of article.tree ? BLANK : []) {
    const entry = article.tree && entryOf(article.tree, name);
    if (entry?.value.kind !== 'string' || !/^[\s\u200b-\u200f\u2060\u00ad]+$/.test(entry.value.value))
      continue;
    const key = entry.key.value;
    const fixes = (): readonly Fix[] => toWrite(article, [key], sensibleValue(name, article, facts) ?? '');
    yield { message: message('field-empty', { key }), range: entry.value.range, fixes };
  }
}

/** An empty item goes; one that is a comment for YAML (`- #AI`) gets its quotes. */
function fixesOf(place: FaultPlace, article: Article, facts: Facts): readonly Fix[] {
  const path = pathOf(place);
  if (place.field.name === 'thumbnail') return toWrite(article, [place.entry.key.value], '');
  const index = path.at(-1);
  if (typeof index !== 'number') {
    const value = sensibleValue(place.field.name, article, facts);
    return value === undefined ? [] : toWrite(article, path, value);
  }
  const { text, fences } = article;
  const comment = hashBehind(text, place.node.range.end);
  if (fences?.format === 'yaml' && comment) {
    const quoted = `"${comment.text}"`;
    return fix(writing(quoted), [
      replacing({ start: comment.start, end: comment.start + comment.text.length }, quoted),
    ]);
  }
  return fix(message('fix.remove-item'), removeItem(article, path.slice(0, -1), index));
}

/** A text that starts with # and stands where an item should; what has a space behind its # is a comment. */
function hashBehind(text: string, at: number): { start: number; text: string } | undefined {
  const lineEnd = text.slice(at).search(/[\r\n]|$/);
  const found = /^([ \t]*)(#[^\s"\\][^"\\]*)$/.exec(text.slice(at, at + lineEnd).trimEnd());
  return found ? { start: at + (found[1] ?? '').length, text: found[2] ?? '' } : undefined;
}
