import { entryOf } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

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
  *check({ article: { tree }, facts }) {
    const markup = tree && entryOf(tree, 'markup')?.value;
    if (!markup || markup.kind === 'list' || markup.kind === 'map' || markup.kind === 'null') return;
    const name = String(markup.value).toLowerCase();
    if (HELPED.includes(name)) {
      const severity = name.startsWith('p') && !does(facts.hugo, 'htmlContentIsDenied') ? 'warning' : 'error';
      yield { severity, message: message('markup-unknown.helped', { name }), range: markup.range };
    }
    if (name === '' || KNOWN.includes(name)) return;
    if (UNSAFE.includes(name)) {
      if (does(facts.hugo, 'htmlContentIsDenied'))
        yield { message: message('markup-unknown.denied', { name }), range: markup.range };
      return;
    }
    const near = nearest(name, KNOWN) ?? 'markdown';
    const severity = does(facts.hugo, 'unknownMarkupBreaksBuild') ? 'error' : 'warning';
    yield { severity, message: message('markup-unknown', { name, near }), range: markup.range };
  },
};
