import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { fix, deleting, inserting, replacing } from '../fix/fix.ts';
import { newFrontMatter, uncovering } from '../fix/front-matter.ts';
import { message } from '../messages.ts';
import { parseArticle } from '../article/article.ts';
import { findFences } from '../article/fences.ts';
import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { TextEdit } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Front matter that Hugo does not see, because of what stands in its first line or before it: all of it is then
 * printed as text, and the article has neither title nor date.
 */
export const fenceMissing: Rule = {
  id: 'fence-missing',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ article, facts }) {
    if (article.fences) return;
    const isPage = facts.made?.render !== 'never';
    const finding = htmlStart(article, facts.hugo) ?? (isPage ? lookFor(article) : undefined);
    if (!finding) return;
    const { edits, ...told } = finding;
    const mended = edits && uncovering(article, edits);
    const fixes = edits ? fix(message('fix.uncover'), mended) : newFrontMatter(article, facts);
    yield { ...told, fixes };
  },
};

/** A finding, with the edits that uncover the front matter that is there; without them there is none. */
interface Found extends Finding {
  readonly edits?: readonly TextEdit[];
}

/**
 * Old versions look for front matter behind the line of a comment, want the end of the comment behind it, and take every
 * other `<` for a broken start (Hugo 0.122 parser/pageparser/pagelexer_intro.go).
 */
function htmlStart({ text }: Article, hugo: HugoVersion | undefined): Found | undefined {
  const start = /^\ufeff?[ \t\r\n]*<[^\r\n]*/.exec(text)?.[0];
  if (start === undefined || !does(hugo, 'htmlStartBreaksBuild')) return undefined;
  const rest = text.replace(/^\ufeff?[ \t\r\n]*(?:<!--[^\n]*(?:\n[ \t\r\n]*|$))*/, '');
  const fences = findFences(rest);
  const isRead = fences?.fault === undefined && rest.slice(fences?.bodyStart).includes('-->');
  if (!rest.startsWith('<') && (!fences || isRead)) return undefined;
  const range = { start: start.indexOf('<'), end: start.length };
  return { severity: 'error', message: message('fence-missing.html'), range };
}

/** How much of the file is looked at: front matter further down is text on purpose. */
const REACH = 2000;

const KEY_LINES = /^(?:title|date|tags|categories|draft|summary|slug|标题)[ \t]*[:：=＝]/im;

function lookFor({ text }: Article): Found | undefined {
  const head = text.slice(0, REACH);
  const first = /\S[^\r\n]*/.exec(
    head.replace(/^[\ufeff\u200b\u00a0\u3000]+/, match => ' '.repeat(match.length)),
  );
  if (!first)
    return {
      severity: 'info',
      message: message('fence-missing.empty'),
      range: { start: 0, end: text.length },
    };
  const line = first[0].trimEnd();
  const range = { start: first.index, end: first.index + line.length };
  const before = head.slice(0, first.index);
  if (/[^ \t\r\n]/.test(before.replace(/^\ufeff/, '')) && /^(?:---|\+\+\+)/.test(line)) {
    return {
      message: message('fence-missing.invisible'),
      range: { start: 0, end: range.end },
      edits: [deleting({ start: 0, end: first.index })],
    };
  }
  if (/^<!--\s*$|^<!--\s*---/.test(line) && KEY_LINES.test(head)) {
    return { message: message('fence-missing.comment'), range, edits: withoutComment(text, first.index) };
  }
  if (/^(?:[—–－‐−_=*~]|-)[—–－‐−\-_=*~]*$/.test(line) && KEY_LINES.test(head)) {
    return {
      message: message('fence-missing.looks-like', { found: line }),
      range,
      edits: [replacing(range, '---')],
    };
  }
  if (new RegExp(KEY_LINES.source, 'i').test(line)) {
    const fence = /^[^:：\n]*=/.test(line) ? '+++' : '---';
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    return {
      message: message('fence-missing.open'),
      range,
      edits: [inserting(first.index, fence + lineEnd)],
    };
  }
  const later = /^(?:---|\+\+\+)[ \t]*\r?\n(?=(?:.*\r?\n){0,3}?(?:title|date)[ \t]*[:=])/m.exec(head);
  if (later) {
    const edits = movedBehind(text, { start: first.index, end: later.index });
    return { message: message('fence-missing.before', { text: clip(line) }), range, edits };
  }
  return { message: message('fence-missing'), range };
}

/** The text without the comment signs around its front matter. */
function withoutComment(text: string, at: number): readonly TextEdit[] {
  const open = /^<!--[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(at))?.[0] ?? '';
  const close = /^[ \t]*-->[ \t]*(?:\r\n|\n|\r|$)/m.exec(text.slice(at));
  const start = at + (close?.index ?? 0);
  return [
    deleting({ start: at, end: at + open.length }),
    ...(close ? [deleting({ start, end: start + close[0].length })] : []),
  ];
}

/** Text in front of the front matter comes to stand right behind it. */
function movedBehind(text: string, { start, end }: Range): readonly TextEdit[] {
  const { fences, body } = parseArticle(text.slice(end));
  const before = text.slice(start, end);
  return fences?.close ? [deleting({ start, end }), inserting(end + body.start, before)] : [];
}

const clip = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
