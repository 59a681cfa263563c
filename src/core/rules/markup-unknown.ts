import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { entryOf } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { does } from '../hugo/behaviour.ts';
import { offered, toRemove, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Names of the ways to write a body that Hugo knows (media/builtin.go, markup/markup.go). */
const KNOWN = [
  ...['markdown', 'md', 'goldmark', 'mdown', 'markdn', 'mkd', 'mkdn', 'mdwn', 'mdtxt', 'mdtext'],
  ...['asciidoc', 'asciidoctor', 'adoc', 'ad', 'asciidocext', 'pandoc', 'pdc', 'rst'],
];

/** Written by other programs, which Hugo by default may not start (config/security, exec.allow). */
const HELPED = ['asciidoc', 'asciidoctor', 'adoc', 'ad', 'asciidocext', 'pandoc', 'pdc', 'rst'];

/** By default kept out for what they can do (config/security, allowContent). */
const UNSAFE = ['html', 'htm', 'org', 'emacs-org'];

/** `markup` names how the body is written; a name that Hugo does not know breaks the build. */
export const markupUnknown: Rule = {
  id: 'markup-unknown',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const markup = article.tree && entryOf(article.tree, 'markup')?.value;
    if (!markup || markup.kind === 'list' || markup.kind === 'map' || markup.kind === 'null') return;
    const name = String(markup.value).toLowerCase();
    if (HELPED.includes(name)) yield helped(name, markup, facts.hugo);
    if (name === '' || KNOWN.includes(name)) return;
    if (UNSAFE.includes(name)) {
      if (does(facts.hugo, 'htmlContentIsDenied'))
        yield { message: message('markup-unknown.denied', { name }), range: markup.range };
      return;
    }
    const slip = nearest(name.trim(), KNOWN);
    const near = slip ?? 'markdown';
    const fixes = fixesOf(article, name.trim(), slip);
    const severity = does(facts.hugo, 'unknownMarkupBreaksBuild') ? 'error' : 'warning';
    yield { severity, message: message('markup-unknown', { name, near }), range: markup.range, fixes };
  },
};

/** Without its program Hugo before 0.162 left out what pandoc would have made. */
const helped = (name: string, { range }: Node, hugo: HugoVersion | undefined): Finding => ({
  severity: name.startsWith('p') && !does(hugo, 'htmlContentIsDenied') ? 'warning' : 'error',
  message: message('markup-unknown.helped', { name }),
  range,
});

/** The name that is meant; without one the file's ending tells. */
function fixesOf(article: Article, name: string, meant: string | undefined): readonly Fix[] {
  if (meant !== undefined) return toWrite(article, ['markup'], meant);
  return name === '' ? toRemove(article, ['markup']) : offered(toRemove(article, ['markup']));
}
