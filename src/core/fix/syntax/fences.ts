import { endOfUnclosed } from '../../article/article.ts';
import type { Article } from '../../article/article.ts';
import type { SyntaxFault } from '../../article/syntax.ts';
import type { Range } from '../../article/tree.ts';
import { message } from '../../messages.ts';
import { inserting, replacing } from '../fix.ts';
import { lineAt } from './way.ts';
import type { Way } from './way.ts';

/** Ways to give front matter the fences that Hugo looks for. */
export function* fenceWays({ text, fences }: Article, fault: SyntaxFault): Generator<Way> {
  if (!fences) return;
  const fence = fences.format === 'toml' ? '+++' : '---';
  const line = lineAt(text, fault.range.start);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const title = message('fix.fence', { text: fences.format === 'json' ? '}' : fence });
  if (fault.rule === 'fence-broken') {
    const written = text.slice(fault.range.start, line.end).trimEnd();
    if (!/^[-+_=*~—–]+$/.test(written)) return;
    const open = replacing({ start: fault.range.start, end: line.end }, fence);
    yield { title, edits: [open] };
    // The closing one is broken in the same way.
    const close = nextLike(text, written, line.end);
    if (close) yield { title, edits: [open, replacing(close, fence)] };
    return;
  }
  if (fences.format === 'json') {
    yield* unclosedText(text, fences.content);
    const end = /\S[ \t]*(?=(?:\r?\n){2}|$)/.exec(text.slice(fences.open.end));
    if (end) yield { title, edits: [inserting(fences.open.end + end.index + 1, `${lineEnd}}`)] };
    return;
  }
  if (fault.range.start > fences.open.end) yield { title, edits: [replacing(line, fence)] };
  const at = endOfUnclosed(text, fences.content);
  const before = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '') ? lineEnd : '';
  yield { title, edits: [inserting(at, `${before}${fence}${lineEnd}`)] };
}

/** A quotation mark that is not closed in its line hides the closing brace. */
function* unclosedText(text: string, { start, end }: Range): Generator<Way> {
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    if ((line.match(/\\.|"/g) ?? []).filter(mark => mark === '"').length % 2 === 0) continue;
    const at = start + index + line.replace(/[ \t]*,?[ \t]*$/, '').length;
    yield { title: message('fix.insert', { text: '"' }), edits: [inserting(at, '"')] };
    return;
  }
}

/** The next line that says nothing else. */
function nextLike(text: string, written: string, from: number): Range | undefined {
  for (let at = text.indexOf(written, from); at !== -1; at = text.indexOf(written, at + 1)) {
    const line = lineAt(text, at);
    if (text.slice(line.start, line.end).trim() === written) return line;
  }
  return undefined;
}
