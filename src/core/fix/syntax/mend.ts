import { endOfUnclosed, parseArticle } from '../../article/article.ts';
import type { Article } from '../../article/article.ts';
import type { SyntaxFault } from '../../article/syntax.ts';
import { valueOf } from '../../article/tree.ts';
import type { MapNode, Range } from '../../article/tree.ts';
import { applyEdits } from '../../edit/edit.ts';
import type { Fix } from '../../problem.ts';
import { editsBetween } from '../diff.ts';
import { fix, offer } from '../fix.ts';
import { fenceWays } from './fences.ts';
import { jsonWays } from './json.ts';
import { eitherLine, tomlWays } from './toml.ts';
import { placeOf } from './way.ts';
import type { Way } from './way.ts';
import { commented, yamlWays } from './yaml.ts';

/** Each way costs a reading: so many faults get fixes, and of long front matter fewer. */
const MOST_FAULTS = 10;
/** UTF-16 units that may be read for each way that is tried once for each fault. */
const MOST_READ = 60_000;

/** Slips in one place that are mended together. */
const MOST_SLIPS = 3;

/** The fix of a syntax fault: the first way after which it is gone, with no new one, and the rest reads as before. */
export function syntaxFixes(article: Article, fault: SyntaxFault): readonly Fix[] {
  const length = article.fences ? endOfHead(article) - article.fences.content.start : 0;
  if (article.faults.indexOf(fault) >= Math.min(MOST_FAULTS, MOST_READ / Math.max(length, 1))) return [];
  const way = mend(article, fault, MOST_SLIPS);
  if (way) return fix(way.title, way.edits);
  const place = placeOf(article, fault);
  if (fault.rule === 'toml-syntax')
    return [...eitherLine(place)]
      .filter(one => isGone(fault, article, changed(article, one)))
      .flatMap(({ title, edits }) => offer(title, edits));
  if (fault.rule !== 'yaml-syntax') return [];
  const comment = commented(place);
  const after = changed(article, comment);
  const mends = isGone(fault, article, after) && staysAround(article, after, place.lines);
  return mends ? offer(comment.title, comment.edits) : [];
}

function mend(article: Article, fault: SyntaxFault, slips: number): Way | undefined {
  const halfway: { readonly way: Way; readonly after: Article; readonly left: SyntaxFault }[] = [];
  const place = placeOf(article, fault);
  for (const way of waysOf(article, fault)) {
    const after = changed(article, way);
    if (!staysAround(article, after, place.lines)) continue;
    if (isGone(fault, article, after)) return way;
    const left = after.faults[article.faults.indexOf(fault)];
    if (left && after.faults.length === article.faults.length && isAnother(fault, left, after.text)) {
      halfway.push({ way, after, left });
    }
  }
  if (slips === 1) return undefined;
  for (const { way, after, left } of halfway) {
    const more = mend(after, left, slips - 1);
    if (more) {
      const edits = editsBetween(article.text, applyEdits(after.text, more.edits));
      return { title: way.title, edits };
    }
  }
  return undefined;
}

/** The article after a way, with faults of those versions of Hugo only that it had before: others are not looked at. */
function changed(article: Article, { edits }: Way): Article {
  const after = parseArticle(applyEdits(article.text, edits));
  const versions = new Set(article.faults.map(({ only }) => only));
  return { ...after, faults: after.faults.filter(({ only }) => !only || versions.has(only)) };
}

const endOfHead = ({ text, fences }: Article): number =>
  fences ? (fences.close?.start ?? endOfUnclosed(text, fences.content)) : 0;

/** Fewer faults, and fewer of this kind. */
const isGone = (fault: SyntaxFault, before: Article, after: Article): boolean => {
  const alike = ({ faults }: Article): number =>
    faults.filter(({ message }) => message.code === fault.message.code).length;
  return after.faults.length < before.faults.length && alike(after) < alike(before);
};

const isAnother = (fault: SyntaxFault, left: SyntaxFault, text: string): boolean =>
  left.message.code !== fault.message.code ||
  left.range.start !== fault.range.start ||
  text.length < left.range.end;

function* waysOf(article: Article, fault: SyntaxFault): Generator<Way> {
  const place = placeOf(article, fault);
  if (fault.rule.startsWith('fence-')) yield* fenceWays(article, fault);
  else if (article.fences?.format === 'yaml') yield* yamlWays(place);
  else if (article.fences?.format === 'toml') yield* tomlWays(place);
  else if (article.fences?.format === 'json') yield* jsonWays(place);
}

/** The body stays as it is, but for front matter without an end, and so does every key outside of `lines`. */
function staysAround(before: Article, after: Article, lines: Range): boolean {
  if (after.fences === undefined || after.tree === undefined) return false;
  if (before.fences?.fault === undefined && bodyOf(before) !== bodyOf(after)) return false;
  const kept = (before.tree?.entries ?? []).filter(
    ({ key }) => key.style !== 'flow' && (key.range.start < lines.start || key.range.start >= lines.end),
  );
  return kept.every(({ key, value }) => isThere(after.tree, key.value, JSON.stringify(valueOf(value))));
}

const isThere = (tree: MapNode | undefined, key: string, value: string): boolean =>
  tree?.entries.some(entry => entry.key.value === key && JSON.stringify(valueOf(entry.value)) === value) ===
  true;

const bodyOf = ({ text, body }: Article): string => text.slice(body.start);
