import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { Facts } from './facts.ts';
import { message } from '../messages.ts';
import type { Problem } from '../problem.ts';

/** The id under which suppressions that suppress nothing are told. */
export const UNUSED = 'suppression-unused';

/** A comment that keeps problems from being told. */
interface Suppression {
  /** Offsets of the comment. */
  readonly range: Range;
  /** Ids of rules; none: all of them. */
  readonly rules: readonly string[];
  /** The problems that start in here. */
  readonly covers: Range;
}

/**
 * Takes out the problems that the article's comments suppress, and adds a hint for each comment that suppresses none:
 * `galley-disable-next-line`, `galley-disable` (to the end of the front matter or body, or to `galley-enable`), each with
 * the ids of rules or, for all rules, without. In YAML and TOML the comment is `# …`, in the body `<!-- … -->`.
 */
export function suppress(problems: readonly Problem[], article: Article, { settings }: Facts): Problem[] {
  if (!article.text.includes('galley-disable')) return [...problems];
  const suppressions = suppressionsOf(article);
  const used = new Set<Suppression>();
  const left = problems.filter(problem => {
    const by = suppressions.filter(suppression => suppresses(suppression, problem));
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  const level = settings?.rules[UNUSED] ?? 'hint';
  if (level === 'off') return left;
  const unused = suppressions
    .filter(suppression => !used.has(suppression))
    .map(({ range }): Problem => {
      const edits = [{ range: lineOf(range, article), newText: '' }];
      const fix = { title: message('fix.remove-comment'), preferred: true, edits };
      return {
        rule: UNUSED,
        severity: level,
        message: message('suppression-unused'),
        range,
        fixes: [fix],
        unnecessary: true,
      };
    });
  return [...left, ...unused];
}

/** A comment of the front matter goes with its line; in the body an empty line keeps apart what it kept apart. */
function lineOf({ start, end }: Range, { text, body }: Article): Range {
  const before = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start).slice(-200))?.[1];
  const after = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0];
  if (start >= body.start || before === undefined || after === undefined) return { start, end };
  return { start: start - before.length, end: end + after.length };
}

const suppresses = ({ rules, covers }: Suppression, { rule, range }: Problem): boolean =>
  covers.start <= range.start && range.start < covers.end && (rules.length === 0 || rules.includes(rule));

/** A comment, and where its part of the article ends. */
interface Comment extends Range {
  readonly partEnd: number;
}

const DIRECTIVE = /^(?:#|<!--)\s*galley-(disable-next-line|disable|enable)\b([\w\s,-]*?)(?:-->)?\s*$/;

function suppressionsOf(article: Article): Suppression[] {
  const found: Suppression[] = [];
  const open: { range: Range; rules: readonly string[]; partEnd: number }[] = [];
  const close = (end: number, rules: readonly string[]): void => {
    for (const started of open.splice(0)) {
      if (rules.length === 0 || started.rules.some(rule => rules.includes(rule)))
        found.push({ ...started, covers: { start: started.range.end, end } });
      else open.push(started);
    }
  };
  for (const comment of commentsOf(article)) {
    const [, what, names = ''] = DIRECTIVE.exec(article.text.slice(comment.start, comment.end)) ?? [];
    if (what === undefined) continue;
    for (const started of open.filter(({ partEnd }) => partEnd <= comment.start)) close(started.partEnd, []);
    const rules = names.split(/[\s,]+/).filter(Boolean);
    const range = { start: comment.start, end: comment.end };
    if (what === 'disable-next-line') found.push({ range, rules, covers: nextLine(article.text, range.end) });
    else if (what === 'disable') open.push({ range, rules, partEnd: comment.partEnd });
    else close(comment.start, rules);
  }
  for (const { range, rules, partEnd } of open)
    found.push({ range, rules, covers: { start: range.end, end: partEnd } });
  return found;
}

/** All comments, in order: those of the front matter, then the HTML comments of the body that may be meant for us. */
function* commentsOf({ text, comments, body }: Article): Generator<Comment> {
  for (const { start, end } of comments) yield { start, end, partEnd: body.start };
  for (let at = body.start; ;) {
    const start = text.indexOf('<!--', at);
    const end = start === -1 ? -1 : text.indexOf('-->', start);
    if (end === -1) return;
    yield { start, end: end + 3, partEnd: body.end + 1 };
    at = end + 3;
  }
}

function nextLine(text: string, from: number): Range {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return { start: text.length, end: text.length };
  const end = text.indexOf('\n', feed + 1);
  return { start: feed + 1, end: end === -1 ? text.length + 1 : end + 1 };
}
