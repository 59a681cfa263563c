import { parseArticle } from '../../../src/core/article/article.ts';
import { check } from '../../../src/core/check/check.ts';
import { defaultMarkup, renderBody } from '../../../src/core/render/index.ts';

const { extensions } = defaultMarkup;
const MARKUP = {
  ...defaultMarkup,
  extensions: { ...extensions, typographer: { ...extensions.typographer, disable: true } },
};

/** Rules and texts of what is wrong with the body of an article. */
export function bodyProblems(markdown: string | undefined): string[] {
  const article = parseArticle(`---\ntitle: "标题"\ndate: "2025-02-13T08:00:00Z"\n---\n\n${markdown ?? ''}`);
  const page = { path: 'content/post/a.md', kind: 'article' } as const;
  const problems = check(article, { hugo: undefined, page, site: undefined, encoding: undefined }, ['body']);
  // Whoever copies a picture copies no alternative text that is not there.
  return problems
    .filter(({ rule }) => rule !== 'body-alt')
    .map(({ rule, range }) => `${rule}: ${article.text.slice(range.start, range.end)}`);
}

/** What a reader reads of Markdown, without blanks. */
export const wordsOfMarkdown = (markdown: string | undefined): string =>
  wordsOfHtml(renderBody(markdown ?? '', MARKUP).html);

/** What a reader reads of HTML, without blanks, raised and lowered digits as digits. */
export const wordsOfHtml = (html: string): string =>
  html
    .replace(/<!--.*?-->|<!\[.*?\]>|<(style|head|noscript|mp-style-type)\b.*?<\/\1>/gs, '')
    .replace(/<span class="mw-editsection">.*?<\/a>.*?<\/span><\/span>/gs, '')
    .replace(/<span style=["']mso-list:Ignore["']>.*?<\/span><\/span>/gs, '')
    .replace(/<[a-z/](?:"[^"]*"|'[^']*'|[^>])*>/gi, '')
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_whole, name: string) => NAMED[name] ?? '')
    .replace(/[\s\u200b]/g, '')
    .normalize('NFKC');

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };
