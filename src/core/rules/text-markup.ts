import { entryOf } from '../article/tree.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Rule } from './rule.ts';

interface Markup {
  readonly code: MessageCode;
  readonly pattern: RegExp;
  /** What the text is without it. */
  readonly plain: string;
}

/** What is meant as markup, and is plain text in `title` and `lead`. */
const MARKUP: readonly Markup[] = [
  { code: 'text-markup.markdown', pattern: /\*\*(?=[^\s*])([^*]{1,200})(?<=\S)\*\*/g, plain: '$1' },
  {
    code: 'text-markup.markdown',
    pattern: /\[([^[\]]{1,200})\]\((?:https?:\/\/|\/|\.)[^()\s]{0,500}\)/g,
    plain: '$1',
  },
  {
    code: 'text-markup.html',
    pattern:
      /<(b|strong|i|em|u|s|del|mark|span|font|small|big|sup|sub|center|a)(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/\1\s*>/gi,
    plain: '$2',
  },
  { code: 'text-markup.html', pattern: /<br\s?\/?>/gi, plain: ' ' },
  { code: 'text-markup.entity', pattern: /&(?:nbsp|ensp|emsp);/g, plain: ' ' },
  { code: 'text-markup.entity', pattern: /&amp;/g, plain: '&' },
  { code: 'text-markup.entity', pattern: /&quot;/g, plain: '"' },
  { code: 'text-markup.entity', pattern: /&[lr]dquo;/g, plain: '"' },
  { code: 'text-markup.entity', pattern: /&(?:#39|[lr]squo);/g, plain: "'" },
];

/** The templates that print them. */
const isArticlePage = (name: string): boolean => /(?:^|\/)(?:single|page|summary)\.html$/.test(name);

/** Mainroad prints both as they are (_default/single.html, summary.html). */
export const textMarkup: Rule = {
  id: 'text-markup',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article, facts }) {
    if (!article.tree || !facts.site?.isMainroad || facts.site.offers.ownTemplates?.some(isArticlePage))
      return;
    for (const name of ['title', 'lead']) {
      const entry = entryOf(article.tree, name);
      if (entry?.value.kind !== 'string') continue;
      const { value } = entry.value;
      if (!/[*[<&]/.test(value)) continue;
      const found = MARKUP.find(({ pattern }) => value.search(pattern) !== -1);
      if (!found) continue;
      const [markup = ''] = value.match(found.pattern) ?? [];
      const plain = MARKUP.reduce((text, { pattern, plain: kept }) => text.replace(pattern, kept), value);
      yield {
        message: message(found.code, { key: entry.key.value, markup }),
        range: entry.value.range,
        fixes: offered(toWrite(article, [entry.key.value], plain.trim())),
      };
    }
  },
};
