import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import type { Entry } from '../article/tree.ts';
import { applyEdits } from '../edit/edit.ts';
import { fix, inserting } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';

/** A line of the front matter starts with `---`, most often in a text of several lines: Hugo ends the front matter there. */
export const fenceEarly: Rule = {
  id: 'fence-early',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article }) {
    const { text, body, tree, fences } = article;
    const last = tree?.entries.at(-1);
    if (!last || fences?.fault !== undefined) return;
    if (!goesOn(text.slice(body.start, body.start + REACH))) return;
    const fixes = fences?.close ? indented(article, fences.close.start, last) : [];
    yield { message: message('fence-early', { key: last.key.value }), range: last.key.range, fixes };
  },
};

/** In a text of several lines the line gets the indentation of the text, so that it belongs to it. */
function indented(article: Article, at: number, { value }: Entry): readonly Fix[] {
  const { text, tree } = article;
  if (value.style !== 'literal' && value.style !== 'folded') return [];
  const blanks = /[\r\n]([ ]+)\S/.exec(text.slice(value.range.start, value.range.end))?.[1] ?? '  ';
  const edits = [inserting(at, blanks)];
  const after = parseArticle(applyEdits(text, edits));
  const isMended =
    after.faults.length === 0 && (after.tree?.entries.length ?? 0) > (tree?.entries.length ?? 0);
  return isMended ? fix(message('fix.into-text'), edits) : [];
}

/** How far into the body the rest of the front matter is looked for, UTF-16 units. */
const REACH = 4000;

/** Keys in the body, at its start, and the real closing fence behind them. */
function goesOn(rest: string): boolean {
  if (!rest.includes('---')) return false;
  const lines = rest.split(/\r?\n/);
  const first = lines.findIndex(line => /^\S/.test(line));
  if (!KEY.test(lines[first] ?? '')) return false;
  const next = lines.slice(first).find(line => !KEY.test(line) && !/^(?:\s|$|- )/.test(line));
  return next !== undefined && /^---\s*$/.test(next);
}

const KEY = /^[\w-]+:(?:\s|$)/;
