import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import { valueOf } from '../article/tree.ts';
import type { Entry, MapNode, Node, Range } from '../article/tree.ts';
import { applyEdits, removeEntry } from '../edit/edit.ts';
import type { Path } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import { deleting, fix, offer } from './fix.ts';

/** Two entries of one map that have the same key. */
interface Twice {
  readonly earlier: Entry;
  readonly later: Entry;
}

/** Of the same key twice the one that says nothing more goes; of two values the first, for the last one counted. */
export function keepLast(article: Article, path: Path, { earlier, later }: Twice): readonly Fix[] {
  const { key } = later;
  const title = message('fix.remove-duplicate', { text: key.value });
  if (isNothing(later.value) || same(earlier.value, later.value)) {
    return fix(title, removeEntry(article, [...path, key.value]));
  }
  return fix(title, withoutLines(article, earlier));
}

/** Which of two spellings counts differs; so an editor chooses, unless one of them says nothing more. */
export function keepOne(article: Article, path: Path, { earlier, later }: Twice): readonly Fix[] {
  const [first, last] = [earlier, later].map(({ key }) => ({
    title: message('fix.remove', { text: key.value }),
    edits: removeEntry(article, [...path, key.value]),
  }));
  if (!first || !last) return [];
  if (isNothing(earlier.value) && !isNothing(later.value)) return fix(first.title, first.edits);
  if (isNothing(later.value) || same(earlier.value, later.value)) return fix(last.title, last.edits);
  return [...offer(first.title, first.edits), ...offer(last.title, last.edits)];
}

const same = (a: Node, b: Node): boolean => JSON.stringify(valueOf(a)) === JSON.stringify(valueOf(b));

const isNothing = (node: Node): boolean =>
  node.kind === 'null' ||
  (node.kind === 'string' && node.value === '') ||
  (node.kind === 'list' && node.items.length === 0);

function sameAt(a: MapNode | undefined, b: MapNode, key: string): boolean {
  const [left, right] = [a, b].map(map => map?.entries.findLast(entry => entry.key.value === key)?.value);
  return left !== undefined && right !== undefined && same(left, right);
}

/** The lines of an entry go, if all others then read as before. `core/edit` reaches only the last of a key. */
function withoutLines(article: Article, entry: Entry): TextEdit[] | undefined {
  const { tree, faults } = article;
  const gone = tree && linesOf(article, tree, entry);
  if (!gone) return undefined;
  const edits = [deleting(gone)];
  const after = parseArticle(applyEdits(article.text, edits));
  const isSound =
    after.faults.length === faults.length &&
    after.tree?.entries.length === tree.entries.length - 1 &&
    tree.entries.every(({ key: { value } }) => sameAt(after.tree, tree, value));
  return isSound ? edits : undefined;
}

/** The lines of an entry; in JSON all to the next one, with the comma. */
function linesOf({ text, fences }: Article, { entries }: MapNode, entry: Entry): Range | undefined {
  const { key, range } = entry;
  if (fences?.format === 'json') {
    const next = entries[entries.indexOf(entry) + 1];
    return next && { start: key.range.start, end: next.key.range.start };
  }
  const start = text.slice(0, key.range.start).search(/[^\r\n]*$/);
  const end = /[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(range.end));
  return end ? { start, end: range.end + end[0].length } : undefined;
}
