import { entryOf } from '../article/tree.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Context, Finding, Rule } from './rule.ts';

interface Markup {
  readonly code: MessageCode;
  readonly pattern: RegExp;
  /** What the text is without it. */
  readonly plain: string;
}

/** What is meant as markup, and is plain text in `title`, `lead` and terms. */
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
  *check(context) {
    const { article, facts } = context;
    if (!article.tree || !facts.site?.isMainroad) return;
    yield* inTerms(context);
    if (facts.site.offers.ownTemplates?.some(isArticlePage)) return;
    for (const name of ['title', 'lead']) {
      const entry = entryOf(article.tree, name);
      if (entry?.value.kind !== 'string') continue;
      const { value } = entry.value;
      if (!/[*[<&]/.test(value)) continue;
      const found = MARKUP.find(({ pattern }) => value.search(pattern) !== -1);
      if (!found) continue;
      yield {
        message: message(found.code, { key: entry.key.value, markup: firstOf(found, value) }),
        range: entry.value.range,
        fixes: offered(toWrite(article, [entry.key.value], plainOf(value))),
      };
    }
  },
};

/** Names of terms are printed as they are, too: on the buttons of articles and as the title of the term's page. */
function* inTerms({ article, terms }: Context): Iterable<Finding> {
  for (const { taxonomy, text, node, path } of terms()) {
    const found = text.includes('&')
      ? ENTITIES.find(({ pattern }) => text.search(pattern) !== -1)
      : undefined;
    if (!found) continue;
    yield {
      message: message(found.code, { key: taxonomy, markup: firstOf(found, text) }),
      range: node.range,
      fixes: offered(toWrite(article, path, plainOf(text))),
    };
  }
}

const ENTITIES = MARKUP.filter(({ code }) => code === 'text-markup.entity');

const firstOf = ({ pattern }: Markup, text: string): string => text.match(pattern)?.[0] ?? '';

const plainOf = (text: string): string =>
  MARKUP.reduce((left, { pattern, plain }) => left.replace(pattern, plain), text).trim();
