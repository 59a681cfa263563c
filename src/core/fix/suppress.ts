import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import { valueOf } from '../article/tree.ts';
import type { Range } from '../article/tree.ts';
import { bodyOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { UNUSED } from '../check/suppress.ts';
import { applyEdits } from '../edit/edit.ts';
import { indentOfLine, lineEndNear, lineStart, nextLine } from '../edit/lines.ts';
import { message } from '../messages.ts';
import type { Fix, Problem, TextEdit } from '../problem.ts';
import { ADDRESSES } from '../publish/state.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { inserting, offer } from './fix.ts';

/** Whether an editor may decide that a problem is none: what breaks the build does so, told or not. */
export const maySuppress = ({ rule, severity }: Pick<Problem, 'rule' | 'severity'>): boolean =>
  severity !== 'error' || ADDRESSES.has(rule);

/**
 * Comments that keep a problem from being told: where it is, and in the whole front matter or body. None where a
 * comment would change what Hugo reads, or cannot be, as in JSON.
 */
export function suppressions(problem: Problem, article: Article, facts: Facts): readonly Fix[] {
  if (!maySuppress(problem) || !article.fences || problem.rule === UNUSED) return [];
  const isInHead = problem.range.start < article.body.start;
  const args = { rule: problem.rule };
  const [here, all] = isInHead
    ? [hereInHead(problem, article), allOfHead(problem, article)]
    : [hereInBody(problem, article, facts), allOfBody(problem, article)];
  return [
    ...offer(message('suppress.here', args), here),
    ...offer(message(isInHead ? 'suppress.head' : 'suppress.body', args), all),
  ];
}

type Edits = readonly TextEdit[] | undefined;

function hereInHead({ rule, range }: Problem, article: Article): Edits {
  const { text, fences } = article;
  if (!fences || range.start < fences.content.start) return undefined;
  const start = lineStart(article, range.start);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const entry = article.tree?.entries.find(
    one => one.range.start <= range.start && range.start <= one.range.end,
  );
  return [
    extended(text, start, rule),
    [inserting(start, `${indent}# galley-disable-next-line ${rule}${lineEndNear(text, start)}`)],
    entry && aroundLines(article, entry.range, rule),
  ].find(edits => edits && isSound(article, edits));
}

function aroundLines(article: Article, range: Range, rule: string): TextEdit[] {
  const { text } = article;
  const start = lineStart(article, range.start);
  const indent = indentOfLine(article, range.start);
  return [
    inserting(start, `${indent}# galley-disable ${rule}${lineEndNear(text, start)}`),
    inserting(nextLine(text, range.end), `${indent}# galley-enable ${rule}${lineEndNear(text, start)}`),
  ];
}

function allOfHead({ rule, range }: Problem, article: Article): Edits {
  const { fences, text } = article;
  if (!fences || range.start < fences.content.start) return undefined;
  const start = fences.content.start;
  const edits = [inserting(start, `# galley-disable ${rule}${lineEndNear(text, start)}`)];
  return isSound(article, edits) ? edits : undefined;
}

/** Everything but the comment reads as before. */
function isSound({ text, tree, faults, body }: Article, edits: readonly TextEdit[]): boolean {
  const after = parseArticle(applyEdits(text, edits));
  const valuesOf = (map: Article['tree']): string => JSON.stringify(map && valueOf(map));
  return (
    after.faults.length === faults.length &&
    after.comments.length > 0 &&
    valuesOf(after.tree) === valuesOf(tree) &&
    after.text.length - after.body.start === text.length - body.start
  );
}

/** A comment in front of the block; around it if the problem is further down. */
function hereInBody({ rule, range }: Problem, article: Article, facts: Facts): Edits {
  const { text } = article;
  const block = blockAt(range.start, article, facts);
  if (!block) return undefined;
  const line = bodyLineStart(article, range.start);
  const more = line === block.start ? extended(text, line, rule) : undefined;
  if (more) return more;
  const end = lineEndNear(text, block.start);
  if (line === block.start) return [inserting(line, `<!-- galley-disable-next-line ${rule} -->${end}`)];
  const last = text.slice(0, block.end).trimEnd().length;
  return [
    inserting(block.start, `<!-- galley-disable ${rule} -->${end}`),
    inserting(last, `${end}<!-- galley-enable ${rule} -->`),
  ];
}

/** The lines of the block of the document, no block within another, that an offset lies in. */
function blockAt(at: number, article: Article, facts: Facts): Range | undefined {
  for (const { start, part } of bodyOf(article, facts).parts) {
    if (at < start || at > start + part.source.length) continue;
    for (const { start: from, end } of outerBlocks(part.tokens)) {
      if (at >= start + from && at < start + end)
        return { start: bodyLineStart(article, start + from), end: start + end };
    }
  }
  return undefined;
}

/** A block is as long as all that is in it: the term of a definition list stands before its list. */
function outerBlocks(tokens: readonly Token[]): Range[] {
  const blocks: Range[] = [];
  let depth = 0;
  for (const token of tokens) {
    const range = rangeOf(token);
    const outer = depth > 0 ? blocks.pop() : undefined;
    if (range ?? outer) {
      blocks.push({
        start: Math.min(range?.start ?? Infinity, outer?.start ?? Infinity),
        end: Math.max(range?.end ?? 0, outer?.end ?? 0),
      });
    }
    depth += token.nesting;
  }
  return blocks;
}

function bodyLineStart({ text, body }: Article, at: number): number {
  const before = text.slice(body.start, at);
  return body.start + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

/** The name of a rule more in the comment that stands in front of a line already. */
function extended(text: string, start: number, rule: string): TextEdit[] | undefined {
  const before = text.slice(Math.max(0, start - 500), start);
  const found =
    /(?:#|<!--)[ \t]*galley-disable-next-line[ \t]+[\w-]+(?:[ \t,]+[\w-]+)*(?=[ \t]*(?:-->)?[ \t]*\r?\n?$)/.exec(
      before,
    );
  if (!found || found[0].endsWith('-->')) return undefined;
  return [inserting(start - before.length + found.index + found[0].length, ` ${rule}`)];
}

function allOfBody({ rule }: Problem, { text, body }: Article): Edits {
  const end = lineEndNear(text, Math.max(0, body.start - 1));
  const before = body.start > 0 && !/[\r\n]/.test(text[body.start - 1] ?? '') ? end : '';
  return [inserting(body.start, `${before}<!-- galley-disable ${rule} -->${end}`)];
}
