import { entryOf } from '../article/tree.ts';
import type { Node } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Article } from '../article/article.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, toWrite } from '../fix/fix.ts';
import type { Fix } from '../problem.ts';
import { message } from '../messages.ts';
import { sourceText } from './source.ts';
import type { Rule } from './rule.ts';

/** Output formats that Hugo has itself (output/outputFormat.go). */
const BUILT_IN = [
  ...[
    'html',
    'rss',
    'json',
    'amp',
    'calendar',
    'css',
    'csv',
    'markdown',
    'robots',
    'sitemap',
    'webappmanifest',
  ],
  ...['sitemapindex', 'alias', 'gotmpl', '404'],
];

/** `outputs` names formats; one that neither Hugo nor the configuration has breaks the build. */
export const outputUnknown: Rule = {
  id: 'output-unknown',
  scope: 'head',
  reads: ['config', 'hugo'],
  severity: 'error',
  *check({ article, facts: { site, hugo } }) {
    const outputs = article.tree && entryOf(article.tree, 'outputs')?.value;
    if (!outputs || !site?.isWhole) return;
    const own = site.config.languages.flatMap(({ settings }) => settings.outputFormats);
    const known = [...BUILT_IN, ...own.map(name => name.toLowerCase())];
    const given = textsOf(outputs, hugo);
    const isKnown = given.every(({ text }) => BUILT_IN.includes(text.toLowerCase()));
    if (given.length > 0 && isKnown && !given.some(({ text }) => /^(?:html|amp)$/i.test(text)))
      yield { severity: 'warning', message: message('output-unknown.no-html'), range: outputs.range };
    for (const { text, node } of given) {
      if (known.includes(text.toLowerCase())) continue;
      const near = nearest(text.trim().toLowerCase(), known) ?? '';
      const code = near === '' ? 'output-unknown' : 'output-unknown.near';
      const name = text === '' ? '""' : text;
      const range = node.range.end > node.range.start ? node.range : outputs.range;
      yield {
        message: message(code, { name, near, value: sourceText(article, range) }),
        range,
        fixes: fixesOf(article, { text, node, near }),
      };
    }
  },
};

/** The format that is meant, several in one text as a list, and nothing in place of an item that says nothing. */
function fixesOf(
  article: Article,
  { text, node, near }: { readonly text: string; readonly node: Node; readonly near: string },
): readonly Fix[] {
  const outputs = article.tree && entryOf(article.tree, 'outputs');
  if (outputs?.value.kind === 'string') {
    const parts = outputs.value.value.split(/[\s,，、;；]+/).filter(part => part !== '');
    const areKnown = parts.every(part => BUILT_IN.includes(part.toLowerCase()));
    return areKnown ? toWrite(article, [outputs.key.value], parts) : [];
  }
  const index = outputs?.value.kind === 'list' ? outputs.value.items.indexOf(node) : -1;
  if (!outputs || index === -1) return [];
  if (text.trim() === '')
    return fix(message('fix.remove-item'), removeItem(article, [outputs.key.value], index));
  return near === '' ? [] : toWrite(article, [outputs.key.value, index], near);
}

const isCollection = ({ kind }: Node): boolean => kind === 'list' || kind === 'map';

/** Like spf13/cast ToStringSlice: a text is split at spaces, a list with lists or maps in it is none any more. */
function textsOf(outputs: Node, hugo: HugoVersion | undefined): { text: string; node: Node }[] {
  switch (outputs.kind) {
    case 'string':
      return outputs.value
        .split(/\s+/)
        .filter(text => text !== '')
        .map(text => ({ text, node: outputs }));
    case 'list':
      if (hugo !== undefined && does(hugo, 'textListsAreChecked') && outputs.items.some(isCollection))
        return [];
      return outputs.items.map(node => ({ text: String('value' in node ? (node.value ?? '') : ''), node }));
    case 'number':
    case 'boolean':
    case 'date':
      return [{ text: String(outputs.value), node: outputs }];
    default:
      return [];
  }
}
